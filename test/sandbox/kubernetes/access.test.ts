import * as assert from "node:assert/strict";
import { forbidden, isAllowed } from "../../../sandbox/kubernetes/access";
import type { User } from "../../../sandbox/kubernetes/users";
import type { Attempt } from "../../../sandbox/kubernetes/types";

const user = (policy: string, namespaces?: string[]): User => ({
    name: "someone",
    policies: [{ name: policy, namespaces }],
});

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
    "read a namespace": { verb: "get", resource: "namespaces", namespace: "a", name: "a" },
    "make a namespace": { verb: "create", resource: "namespaces" },
    "read secrets": { verb: "list", resource: "secrets", namespace: "a" },
    "make a secret": { verb: "create", resource: "secrets", namespace: "a" },
    "make a cluster role": { verb: "create", resource: "clusterroles.rbac.authorization.k8s.io" },
    "make a role": { verb: "create", resource: "roles.rbac.authorization.k8s.io", namespace: "a" },
    "read a deployment": { verb: "get", resource: "deployments.apps", namespace: "a", name: "b" },
    "change a deployment": { verb: "patch", resource: "deployments.apps", namespace: "a", name: "b" },
    "make an application": { verb: "create", resource: "applications.argoproj.io", namespace: "a" },
    "make a resource quota": { verb: "create", resource: "resourcequotas", namespace: "a" },
};

describe("an access policy", () => {
    const allowed: Record<string, string[]> = {
        AmazonEKSClusterAdminPolicy: Object.keys(ATTEMPTS),
        AmazonEKSAdminPolicy: [
            "read a namespace",
            "read secrets",
            "make a secret",
            "make a role",
            "read a deployment",
            "change a deployment",
        ],
        AmazonEKSEditPolicy: [
            "read a namespace",
            "read secrets",
            "make a secret",
            "read a deployment",
            "change a deployment",
        ],
        AmazonEKSAdminViewPolicy: ["read a namespace", "read secrets", "read a deployment"],
        AmazonEKSViewPolicy: ["read a namespace", "read a deployment"],
        AmazonEKSAutoNodePolicy: [],
    };
    for (const [policy, expected] of Object.entries(allowed)) {
        it(`named ${policy} allows what its page says`, () => {
            const can = Object.keys(ATTEMPTS).filter((what) => isAllowed(user(policy), ATTEMPTS[what]));
            assert.deepEqual(can, expected);
        });
    }

    it("counts in its namespaces alone, and nothing of the whole cluster is in one", () => {
        const admin = user("AmazonEKSClusterAdminPolicy", ["a", "team-*"]);
        assert.equal(isAllowed(admin, ATTEMPTS["make a secret"]), true);
        assert.equal(isAllowed(admin, { ...ATTEMPTS["make a secret"], namespace: "team-b" }), true);
        assert.equal(isAllowed(admin, { ...ATTEMPTS["make a secret"], namespace: "b" }), false);
        assert.equal(isAllowed(admin, ATTEMPTS["make a namespace"]), false);
    });

    it("is enough when another one allows less", () => {
        const both = { ...user("AmazonEKSViewPolicy"), name: "both" };
        both.policies.push({ name: "AmazonEKSEditPolicy", namespaces: ["a"] });
        assert.equal(isAllowed(both, ATTEMPTS["make a secret"]), true);
    });
});

describe("a forbidden request", () => {
    it("is worded as by the API server", () => {
        assert.equal(
            forbidden(user("x"), ATTEMPTS["make a namespace"]),
            'namespaces is forbidden: User "someone" cannot create resource "namespaces" in API group "" at the cluster scope',
        );
        assert.equal(
            forbidden(user("x"), ATTEMPTS["read a namespace"]),
            'namespaces "a" is forbidden: User "someone" cannot get resource "namespaces" in API group "" in the namespace "a"',
        );
        assert.match(
            forbidden(user("x"), ATTEMPTS["make a cluster role"]),
            /^clusterroles\.rbac\.authorization\.k8s\.io is forbidden: .* resource "clusterroles" in API group "rbac\.authorization\.k8s\.io"/,
        );
    });
});
