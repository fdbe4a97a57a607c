import assert from "node:assert/strict";
import { claimIn, pendingCreates } from "../../ephemeral/deployment";

describe("ephemeral/deployment", () => {
    it("finds range, owner and last day in a state that somebody made by hand", () => {
        const defaultTags = JSON.stringify({
            tags: { owner: "team", expires: "2026-11-30", stack: "dvlp-x" },
        });
        const resources = [
            { type: "pulumi:pulumi:Stack" },
            { type: "pulumi:providers:aws", inputs: { region: "eu-central-1" } },
            { type: "pulumi:providers:aws", inputs: { defaultTags } },
            { type: "aws:ec2/vpc:Vpc", inputs: { cidrBlock: "10.200.0.0/16" } },
        ];
        assert.deepEqual(claimIn({ resources }), {
            cidr: "10.200.0.0/16",
            expires: "2026-11-30",
            owner: "team",
        });
    });

    it("finds no last day in a tag that is no day", () => {
        for (const expires of ["", "1.12.2026", "+3d"]) {
            const inputs = { defaultTags: JSON.stringify({ tags: { owner: "team", expires } }) };
            const { expires: found, owner } = claimIn({
                resources: [{ type: "pulumi:providers:aws", inputs }],
            });
            assert.deepEqual([found, owner], [undefined, "team"], expires);
        }
    });

    it("names what was being made when the engine was killed, and nothing else that was under way", () => {
        const urn =
            "urn:pulumi:dvlp-t-1::core-platform::core-platform:network:Network$aws:ec2/vpc:Vpc::network-vpc";
        const pending_operations = ["creating", "updating", "deleting"].map((type) => ({
            type,
            resource: { urn },
        }));
        assert.deepEqual(pendingCreates({ pending_operations }), ["Vpc network-vpc"]);
        assert.deepEqual(pendingCreates({}), []);
    });

    it("finds nothing where there is nothing", () => {
        for (const deployment of [{}, { resources: [{ type: "pulumi:providers:kubernetes", inputs: {} }] }])
            assert.deepEqual(claimIn(deployment), { cidr: undefined, expires: undefined, owner: undefined });
    });
});
