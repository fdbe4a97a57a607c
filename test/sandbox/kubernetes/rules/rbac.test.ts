import * as assert from "node:assert/strict";
import type { Properties } from "../../../../sandbox/cloud/values";
import type { Rule } from "../../../../sandbox/kubernetes/rules/problem";
import {
    clusterRole,
    clusterRoleBinding,
    role,
    roleBinding,
} from "../../../../sandbox/kubernetes/rules/rbac";

const GROUP = "rbac.authorization.k8s.io";
const rules = (...items: Properties[]): Properties => ({ rules: items });
const binding = (roleRef: Properties, ...subjects: Properties[]): Properties => ({ roleRef, subjects });
const right = { apiGroups: [""], resources: ["pods"], verbs: ["get"] };
const ref = { apiGroup: GROUP, kind: "ClusterRole", name: "r" };

describe("what is wrong with roles and bindings", () => {
    it("is nothing for those that are right", () => {
        assert.deepEqual(role(rules(right)), []);
        assert.deepEqual(clusterRole(rules({ nonResourceURLs: ["/metrics"], verbs: ["get"] })), []);
        assert.deepEqual(clusterRole({ aggregationRule: {} }), []);
        const account = { kind: "ServiceAccount", name: "a", namespace: "b" };
        assert.deepEqual(clusterRoleBinding(binding(ref, account, { kind: "Group", name: "g" })), []);
        assert.deepEqual(
            roleBinding(binding({ kind: "Role", name: "r" }, { kind: "ServiceAccount", name: "a" })),
            [],
        );
    });

    const cases: [string, Rule, Properties, string][] = [
        [
            "no verbs",
            role,
            rules({ ...right, verbs: [] }),
            "rules[0].verbs: Required value: verbs must contain",
        ],
        ["no groups", role, rules({ ...right, apiGroups: [] }), "rules[0].apiGroups: Required value"],
        ["no resources", role, rules({ ...right, resources: [] }), "rules[0].resources: Required value"],
        [
            "paths in a namespace",
            role,
            rules({ nonResourceURLs: ["/"], verbs: ["get"] }),
            "namespaced rules cannot",
        ],
        [
            "both of them",
            clusterRole,
            rules({ ...right, nonResourceURLs: ["/"] }),
            "rules cannot apply to both",
        ],
        [
            "a role for the whole cluster",
            clusterRoleBinding,
            binding({ ...ref, kind: "Role" }),
            'supported values: "ClusterRole"',
        ],
        [
            "another group",
            roleBinding,
            binding({ ...ref, apiGroup: "x" }),
            "roleRef.apiGroup: Unsupported value",
        ],
        [
            "an account without a namespace",
            clusterRoleBinding,
            binding(ref, { kind: "ServiceAccount", name: "a" }),
            "subjects[0].namespace: Required value",
        ],
        [
            "an account in a group",
            roleBinding,
            binding(ref, { kind: "ServiceAccount", name: "a", apiGroup: GROUP }),
            "subjects[0].apiGroup: Unsupported value",
        ],
        [
            "a subject of another kind",
            roleBinding,
            binding(ref, { kind: "Role", name: "a" }),
            "subjects[0].kind: Unsupported value",
        ],
        [
            "a user of another group",
            roleBinding,
            binding(ref, { kind: "User", name: "a", apiGroup: "x" }),
            "subjects[0].apiGroup: Unsupported value",
        ],
    ];
    for (const [what, rule, object, sentence] of cases) {
        it(`is ${what}`, () => {
            const found = rule(object).join("\n");
            assert.ok(found.includes(sentence), found);
        });
    }
});
