import { assertOneIssue, changed, errorOf } from "../changed";
import { LOCAL, LOCAL_STACK, WITH_CONTEXT } from "../local-stack";
import { describeSection } from "./key-cases";

describe("config/sections/existing-cluster", () => {
    describeSection(
        "cluster.existing",
        [
            {
                key: "cluster.existing.kubeconfig",
                bad: ["", '{"kind":"Config"}', ["a"]],
                expects: "the path of a kubeconfig",
                good: ["/etc/kube config", "relative/config"],
            },
            {
                key: "cluster.existing.context",
                bad: ["", "a b", {}],
                expects: "the name of a context of the kubeconfig",
                good: ["minikube", "admin@cluster.local"],
            },
        ],
        { stack: LOCAL_STACK, changes: LOCAL, surroundings: WITH_CONTEXT },
    );

    it("refuses an unknown key", () => {
        const values = changed("dvlp", { ...LOCAL, "cluster.existing.contxt": "x" });
        assertOneIssue(errorOf(LOCAL_STACK, values, [], undefined, WITH_CONTEXT), {
            key: "core-platform:cluster.existing.contxt",
            value: "x",
            remedy: 'Write "context" instead.',
        });
    });
});
