import * as assert from "node:assert/strict";
import type { Properties } from "../../../../sandbox/cloud/values";
import { ingress, podDisruptionBudget, service } from "../../../../sandbox/kubernetes/rules/services";

const withPorts = (...ports: Properties[]): Properties => ({ spec: { ports } });

describe("what is wrong with a service", () => {
    it("is nothing for one that is right", () => {
        assert.deepEqual(service(withPorts({ port: 80 })), []);
        assert.deepEqual(service({ spec: { clusterIP: "None" } }), []);
        assert.deepEqual(service({ spec: { type: "ExternalName", externalName: "example.com" } }), []);
    });

    const cases: [string, Properties, string][] = [
        ["no port", { spec: {} }, "spec.ports: Required value"],
        [
            "a port without a name beside others",
            withPorts({ port: 80, name: "a" }, { port: 81 }),
            "spec.ports[1].name: Required value",
        ],
        [
            "a name twice",
            withPorts({ port: 80, name: "a" }, { port: 81, name: "a" }),
            'spec.ports[1].name: Duplicate value: "a"',
        ],
        ["a port out of range", withPorts({ port: 70000 }), "must be between 1 and 65535, inclusive"],
        [
            "a node port of a service that has none",
            withPorts({ port: 80, nodePort: 30080 }),
            "spec.ports[0].nodePort: Forbidden",
        ],
        [
            "a type",
            { spec: { type: "Balancer", ports: [{ port: 80 }] } },
            'spec.type: Unsupported value: "Balancer"',
        ],
        ["no external name", { spec: { type: "ExternalName" } }, "spec.externalName: Required value"],
        [
            "a balancer without an address",
            { spec: { type: "LoadBalancer", clusterIP: "None", ports: [{ port: 80 }] } },
            "may not be set to 'None' for LoadBalancer services",
        ],
    ];
    for (const [what, object, sentence] of cases) {
        it(`is ${what}`, () => {
            const found = service(object).join("\n");
            assert.ok(found.includes(sentence), found);
        });
    }
});

describe("what is wrong with an ingress", () => {
    it("is neither rules nor a backend, or a path that is not absolute", () => {
        assert.match(ingress({ spec: {} })[0], /either `defaultBackend` or `rules` must be specified$/);
        const paths = [
            { path: "a", pathType: "Prefix" },
            { path: "/a", pathType: "Exact" },
        ];
        assert.deepEqual(ingress({ spec: { rules: [{ http: { paths } }] } }), [
            'spec.rules[0].http.paths[0].path: Invalid value: "a": must be an absolute path',
        ]);
    });
});

describe("what is wrong with a disruption budget", () => {
    it("is both of its limits at once", () => {
        assert.deepEqual(podDisruptionBudget({ spec: { minAvailable: 1 } }), []);
        assert.match(
            podDisruptionBudget({ spec: { minAvailable: 1, maxUnavailable: 1 } })[0],
            /cannot be both set$/,
        );
    });
});
