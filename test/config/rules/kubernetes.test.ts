import { loadConfig } from "../../../config";
import { KUBERNETES_RULES } from "../../../config/rules/kubernetes";
import { changed } from "../changed";
import { describeRules, type RuleCase } from "./rule-cases";

function unknown(value: string, near: string): RuleCase {
    return {
        refuses: `version ${value}`,
        file: "dvlp",
        change: { "cluster.version": value },
        key: "cluster.version",
        value,
        problem: "is none of 1.33, 1.34, 1.35, for which add-on versions are known",
        remedy: `Write "${near}" in quotes, or add the version to config/kubernetes-versions.ts.`,
        remedied: { "cluster.version": near },
    };
}

function proxy(value: string): RuleCase {
    return {
        refuses: `kube-proxy ${value} on 1.35`,
        file: "dvlp",
        change: { "cluster.addons": { "kube-proxy": value } },
        key: "cluster.addons.kube-proxy",
        value,
        problem: "must be of the cluster's minor version, 1.35",
        remedy: "Write a version that begins with v1.35, or remove the key.",
        remedied: { "cluster.addons": {} },
    };
}

describe("config/rules/kubernetes", () => {
    describeRules(KUBERNETES_RULES, {
        "known-version": [
            unknown("1.29", "1.33"),
            unknown("1.3", "1.33"),
            unknown("1.36", "1.35"),
            unknown("1.40", "1.35"),
            unknown("1.100", "1.35"),
            unknown("2.34", "1.34"),
        ],
        "kube-proxy-follows": [
            proxy("v1.36.0-eksbuild.2"),
            proxy("v1.34.6-eksbuild.2"),
            proxy("v2.35.0-eksbuild.1"),
        ],
    });

    it("takes another build of kube-proxy for the cluster's minor version", () => {
        loadConfig("dvlp", changed("dvlp", { "cluster.addons": { "kube-proxy": "v1.35.1-eksbuild.2" } }));
    });
});
