import type { Surroundings } from "../../../config";
import { NO_SURROUNDINGS } from "../../../config/surroundings";
import { EXISTING_CLUSTER_RULES } from "../../../config/rules/existing-cluster";
import { LOCAL, LOCAL_STACK, WITH_CONTEXT } from "../local-stack";
import { engineValues } from "../stack-files";
import { describeRules } from "./rule-cases";

const ON_KIND = { file: "dvlp", stack: LOCAL_STACK, surroundings: WITH_CONTEXT } as const;
const EXISTING = { kubeconfig: "~/.kube/config", context: "kind-dev" };

/** A kubeconfig without the context kind-dev. */
function lacking(contexts: readonly string[]): Surroundings {
    return {
        ...NO_SURROUNDINGS,
        findContext: (_, context) =>
            context === "kind-dev"
                ? { files: ["/home/me/.kube/config"], contexts }
                : WITH_CONTEXT.findContext(undefined, context),
    };
}

/** No kubeconfig but /there. */
const NO_FILE: Surroundings = {
    ...NO_SURROUNDINGS,
    findContext: (kubeconfig, context) =>
        kubeconfig === "/there"
            ? WITH_CONTEXT.findContext(kubeconfig, context)
            : { files: [], contexts: [], problem: "/home/me/.kube/config is not there" },
};

/** The sections of dvlp's file that have no place in a local stack. */
function cloud(): Record<string, never> {
    const values = engineValues("dvlp");
    const sections = ["protect", "aws", "network", "cluster"].map((key): [string, unknown] => {
        const text = values[`core-platform:${key}`];
        return [key, text.startsWith("{") ? JSON.parse(text) : text];
    });
    return Object.fromEntries(sections) as Record<string, never>;
}

describe("config/rules/existing-cluster", () => {
    describeRules(EXISTING_CLUSTER_RULES, {
        "existing-is-ephemeral": [
            {
                refuses: "an environment's stack on somebody's cluster",
                file: "dvlp",
                surroundings: WITH_CONTEXT,
                change: LOCAL,
                key: "cluster.existing",
                value: EXISTING,
                remedy: "Remove it, or make a stack such as dvlp-local for the cluster.",
                remedied: cloud(),
            },
            {
                refuses: "a satellite of prod on somebody's cluster",
                file: "dvlp",
                stack: "prod-platform",
                surroundings: WITH_CONTEXT,
                change: LOCAL,
                key: "cluster.existing",
                value: EXISTING,
                remedy: "Remove it, or make a stack such as dvlp-local for the cluster.",
                remedied: {
                    ...cloud(),
                    protect: true,
                    network: undefined,
                    cluster: undefined,
                    parts: { deploys: ["platform"], holders: { cluster: "prod" } },
                },
            },
        ],
        "existing-deploys": [
            {
                ...ON_KIND,
                refuses: "a part that is made in AWS",
                change: { ...LOCAL, parts: { deploys: ["cluster", "platform"] } },
                key: "parts.deploys",
                value: ["cluster", "platform"],
                problem: "must be [platform] on a cluster that is there already",
                remedy: "Write [platform], or remove the key.",
                remedied: { parts: { deploys: ["platform"] } },
            },
            {
                ...ON_KIND,
                refuses: "a holder",
                change: { ...LOCAL, parts: { holders: { cluster: "dvlp" } } },
                key: "parts.holders",
                value: { cluster: "dvlp" },
                remedy: "Remove it.",
                remedied: { parts: { holders: {} } },
            },
        ],
        "context-found": [
            {
                ...ON_KIND,
                refuses: "a context that the kubeconfig does not have, and lists those that it has",
                surroundings: lacking(["kind-test", "minikube"]),
                change: LOCAL,
                key: "cluster.existing.context",
                value: "kind-dev",
                problem: "is no context of /home/me/.kube/config",
                remedy: "Write one of kind-test, minikube.",
                remedied: { "cluster.existing.context": "minikube" },
            },
            {
                ...ON_KIND,
                refuses: "a kubeconfig without contexts",
                surroundings: lacking([]),
                change: LOCAL,
                key: "cluster.existing.context",
                value: "kind-dev",
                remedy: "The file has none: start the cluster first.",
                remedied: { "cluster.existing.context": "minikube" },
            },
            {
                ...ON_KIND,
                refuses: "a kubeconfig that is not there",
                surroundings: NO_FILE,
                change: LOCAL,
                key: "cluster.existing.kubeconfig",
                value: "~/.kube/config",
                problem: "leads to no kubeconfig: /home/me/.kube/config is not there",
                remedy: "Write the path of the file that kind or minikube wrote, or start the cluster.",
                remedied: { "cluster.existing.kubeconfig": "/there" },
            },
        ],
    });
});
