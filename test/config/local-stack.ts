/** A stack on a cluster that is there already: what changes in dvlp's file, and a kubeconfig that has every context. */
import type { Surroundings } from "../../config";
import { NO_SURROUNDINGS } from "../../config/surroundings";
import type { Changes } from "./changed";

export const LOCAL_STACK = "dvlp-local";

export const LOCAL: Changes = {
    protect: undefined,
    aws: undefined,
    network: undefined,
    cluster: { existing: { kubeconfig: "~/.kube/config", context: "kind-dev" } },
};

export const WITH_CONTEXT: Surroundings = {
    ...NO_SURROUNDINGS,
    findContext: (_, context) => ({
        files: ["/home/me/.kube/config"],
        contexts: [context],
        found: "/home/me/.kube/config",
    }),
};
