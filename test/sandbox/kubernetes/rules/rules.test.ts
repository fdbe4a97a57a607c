import * as assert from "node:assert/strict";
import { rulesOf } from "../../../../sandbox/kubernetes/rules/rules";

const named = (name: string): { metadata: { name: string } } => ({ metadata: { name } });
const problems = (group: string, kind: string, name: string): string[] =>
    rulesOf({ group, kind })(named(name));

describe("the rules of a kind", () => {
    it("ask for a DNS subdomain as a name, of kinds that nobody knows too", () => {
        assert.deepEqual(problems("example.com", "Widget", "a.b-c"), []);
        assert.match(
            problems("example.com", "Widget", "A")[0],
            /^metadata\.name: Invalid value: "A": a lowercase RFC 1123 subdomain/,
        );
        assert.match(
            problems("", "ServiceAccount", "x".repeat(254))[0],
            /must be no more than 253 characters$/,
        );
    });

    it("ask for a label of a service that begins with a letter", () => {
        const [first] = rulesOf({ group: "", kind: "Service" })({
            ...named("1a"),
            spec: { ports: [{ port: 80 }] },
        });
        assert.match(first, /a DNS-1035 label must consist of/);
    });

    it("ask of a role for a name that fits into a path", () => {
        assert.deepEqual(problems("rbac.authorization.k8s.io", "ClusterRole", "system:a"), []);
        assert.match(problems("rbac.authorization.k8s.io", "Role", "a/b")[0], /may not contain '\/'$/);
    });

    it("look at labels, and at what the kind itself asks for", () => {
        const object = { metadata: { name: "a", labels: { a: "b c" } }, data: { "a b": "" } };
        const found = rulesOf({ group: "", kind: "ConfigMap" })(object);
        assert.equal(found.length, 2);
    });
});
