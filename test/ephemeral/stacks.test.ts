import assert from "node:assert/strict";
import { readStacks } from "../../ephemeral/stacks";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";
import { pretendedPlace } from "./pretended-pulumi";

describe("ephemeral/stacks", () => {
    const folder = temporaryFolder();
    const CLAIM = { cidr: "10.192.0.0/16", expires: "2026-11-30", owner: "team" };

    it("finds tickets' stacks among the others, by name", async () => {
        const { pulumi } = pretendedPlace(folder());
        for (const stack of ["prod", "dvlp-t-2", "dvlp", "someone-else", "acme/core-platform/dvlp-t-1"])
            pulumi.stacks.set(stack, { resources: 0, tags: {} });
        pulumi.stacks.set("dvlp-t-1", { resources: 0, tags: {} });
        pulumi.stacks.delete("acme/core-platform/dvlp-t-1");
        assert.deepEqual(
            (await readStacks(pulumi)).map(({ ticket }) => ticket),
            ["t-1", "t-2"],
        );
    });

    it("reads what a stack holds from its claim", async () => {
        const { pulumi } = pretendedPlace(folder());
        pulumi.claim("dvlp-t-1", CLAIM, 80);
        pulumi.stacks.get("dvlp-t-1")!.lastUpdate = "2026-11-21T09:00:00Z";
        assert.deepEqual(await readStacks(pulumi), [
            { stack: "dvlp-t-1", ticket: "t-1", resources: 80, lastUpdate: "2026-11-21T09:00:00Z", ...CLAIM },
        ]);
    });

    it("reads it from the state where somebody made the stack by hand", async () => {
        const { pulumi } = pretendedPlace(folder());
        const vpc = { type: "aws:ec2/vpc:Vpc", inputs: { cidrBlock: "10.200.0.0/16" } };
        pulumi.stacks.set("dvlp-x", { resources: 2, tags: {}, exported: { resources: [vpc] } });
        const [{ cidr, expires }] = await readStacks(pulumi);
        assert.deepEqual([cidr, expires], ["10.200.0.0/16", undefined]);
    });

    it("leaves out a stack that goes while it looks", async () => {
        const { pulumi } = pretendedPlace(folder());
        pulumi.claim("dvlp-t-1", CLAIM);
        const ask = pulumi.ask.bind(pulumi);
        pulumi.ask = async (args) => {
            const answer = await ask(args);
            pulumi.stacks.delete("dvlp-t-1");
            return answer;
        };
        assert.deepEqual(await readStacks(pulumi), []);
    });
});
