/** `core-platform:cluster.existing`: a cluster that is there already, such as one of kind or minikube. */
import { z } from "zod";
import { text } from "../settings";

export const existingCluster = z.strictObject({
    /** The kubeconfig: absolute, from `~`, or from the repository. Default: as kubectl's. */
    kubeconfig: text({
        pattern: /^[^\s{}][^\n{}]*$/,
        expects: "the path of a kubeconfig",
        example: "~/.kube/config",
    }).optional(),
    /** The context in it. Never the current one: that changes with every `kubectl config use-context`. */
    context: text({
        pattern: /^\S+$/,
        expects: "the name of a context of the kubeconfig",
        example: "kind-dev",
    }),
});
