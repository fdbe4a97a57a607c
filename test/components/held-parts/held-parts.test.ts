import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { heldParts, sourceOf, type HeldParts } from "../../../components/held-parts/held-parts";
import type { PlatformConfig } from "../../../config";
import type { Properties } from "../../../sandbox/cloud/values";
import { runMocked } from "../../helpers/mocked-engine";

type Parts = PlatformConfig["parts"];

const DVLP: Properties = {
    parts: { deploys: ["network", "cluster"], holders: {} },
    accountId: "111122223333",
    region: "eu-central-1",
    vpcId: "vpc-1",
    vpcCidr: "10.16.0.0/16",
    publicSubnetIds: ["subnet-1"],
    privateSubnetIds: ["subnet-2"],
    natPublicIps: ["203.0.113.1"],
    clusterName: "core-platform-dvlp",
    clusterVersion: "1.35",
    clusterEndpoint: "https://0123.example",
    clusterIdentifier: "core-platform-dvlp-1",
    kubeconfig: "{}",
};

/** What a stack reads when stacks have these outputs; a stack without any is unknown to the backend. */
async function read(
    parts: Parts,
    stacks: Readonly<Record<string, Properties>>,
): Promise<{ references: unknown[]; result: pulumi.Unwrap<HeldParts> }> {
    const references: unknown[] = [];
    const aws = { accountId: "111122223333", region: "eu-central-1" };
    const config = { stack: "dvlp-platform", platform: "dvlp", parts, aws } as PlatformConfig;
    const stackOf = (name: unknown): string => String(name).replace("organization/core-platform/", "");
    const { registrations, result } = await runMocked(
        {
            resources: {
                "pulumi:pulumi:StackReference": ({ name }) => {
                    references.push(name);
                    return { outputs: stacks[stackOf(name)] };
                },
            },
            functions: {
                "pulumi:pulumi:readStackOutputs": ({ name }) => {
                    const outputs = stacks[stackOf(name)];
                    // As the engine's answer arrives: gRPC's errors have details.
                    if (outputs === undefined)
                        throw Object.assign(new Error(), { details: `unknown stack "${String(name)}"` });
                    return { outputs };
                },
            },
        },
        () => pulumi.output(heldParts(config)) as unknown as HeldParts,
    );
    assert.deepEqual(registrations, []);
    return { references, result };
}

describe("heldParts", () => {
    it("reads nothing where nothing is held", async () => {
        const { references, result } = await read({ deploys: ["network"], holders: {} }, {});
        assert.deepEqual([references, result], [[], { network: undefined, cluster: undefined }]);
    });

    it("reads cluster and network from the cluster's holder, through one stack reference", async () => {
        const { references, result } = await read(
            { deploys: ["platform"], holders: { cluster: "dvlp" } },
            { dvlp: DVLP },
        );
        assert.deepEqual(references, ["organization/core-platform/dvlp"]);
        assert.deepEqual(result, {
            network: {
                vpcId: "vpc-1",
                cidr: "10.16.0.0/16",
                publicSubnetIds: ["subnet-1"],
                privateSubnetIds: ["subnet-2"],
                natPublicIps: ["203.0.113.1"],
            },
            cluster: {
                clusterName: "core-platform-dvlp",
                version: "1.35",
                endpoint: "https://0123.example",
                kubeconfig: "{}",
                identifier: "core-platform-dvlp-1",
            },
        });
    });

    it("makes no reference where a holder does not fit, and lists what is wrong with each", async () => {
        const parts: Parts = {
            deploys: ["platform"],
            holders: { network: "dvlp-network", cluster: "dvlp-cluster" },
        };
        const without = { ...DVLP, parts: { deploys: ["network"], holders: {} } };
        await assert.rejects(read(parts, { "dvlp-cluster": without }), (error: Error) => {
            assert.ok(pulumi.RunError.isInstance(error));
            assert.match(
                error.message,
                /^Stack dvlp-platform can't be built on the stacks it names \(2 errors\):/,
            );
            assert.match(error.message, /was never deployed, and holds the network/);
            assert.match(
                error.message.replace(/\s+/g, " "),
                /does not deploy the cluster; it says that it deploys network/,
            );
            return true;
        });
    });
});

describe("sourceOf", () => {
    const parts: Parts = { deploys: ["platform"], holders: { cluster: "c" } };

    it("is a part's own holder before any that passes it on", () => {
        assert.equal(sourceOf({ parts }, "cluster"), "c");
        assert.equal(sourceOf({ parts }, "network"), "c");
        assert.equal(
            sourceOf({ parts: { ...parts, holders: { cluster: "c", network: "n" } } }, "network"),
            "n",
        );
    });

    it("is none for a part that is deployed here", () => {
        assert.equal(sourceOf({ parts }, "platform"), undefined);
    });
});
