import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";
import { checkProvider, providerReplacements } from "../../../sandbox/kubernetes/provider-config";
import { kubeconfig } from "./pretended-cluster";

const here = kubeconfig();
const elsewhere = kubeconfig({ server: "https://elsewhere.example.com" });

describe("what replaces a Kubernetes provider", () => {
    const cases: [string, Properties, Properties, string[]][] = [
        ["nothing, when nothing changes", { kubeconfig: here }, { kubeconfig: here }, []],
        ["an unknown kubeconfig", { kubeconfig: here }, { kubeconfig: UNKNOWN }, ["kubeconfig"]],
        [
            "another cluster in the kubeconfig",
            { kubeconfig: here },
            { kubeconfig: elsewhere },
            ["kubeconfig"],
        ],
        [
            "not another role in the kubeconfig",
            { kubeconfig: here },
            { kubeconfig: kubeconfig({ role: "arn:aws:iam::111122223333:role/other" }) },
            [],
        ],
        [
            "not an unknown kubeconfig under the same identifier",
            { kubeconfig: here, clusterIdentifier: "core-1" },
            { kubeconfig: UNKNOWN, clusterIdentifier: "core-1" },
            [],
        ],
        [
            "not another cluster under the same identifier",
            { kubeconfig: here, clusterIdentifier: "core-1" },
            { kubeconfig: elsewhere, clusterIdentifier: "core-1" },
            [],
        ],
        [
            "another identifier",
            { kubeconfig: here, clusterIdentifier: "core-1" },
            { kubeconfig: here, clusterIdentifier: "core-2" },
            ["clusterIdentifier"],
        ],
        [
            "not an identifier that is new",
            { kubeconfig: here },
            { kubeconfig: here, clusterIdentifier: "core-1" },
            [],
        ],
    ];
    for (const [what, before, after, replaces] of cases) {
        it(`is ${what}`, () => assert.deepEqual(providerReplacements(before, after), replaces));
    }

    it("is told apart from settings that the sandbox does not have", () => {
        assert.deepEqual(checkProvider({ kubeconfig: here, renderYamlToDirectory: "out" }), [
            {
                property: "renderYamlToDirectory",
                reason: 'the sandbox does not stand in for the setting "renderYamlToDirectory" of the Kubernetes provider',
            },
        ]);
        assert.deepEqual(checkProvider({ kubeconfig: here, enableServerSideApply: false }), []);
    });
});
