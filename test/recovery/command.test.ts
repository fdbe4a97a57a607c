import * as assert from "node:assert/strict";
import { run } from "../../recovery/command";
import { outputOf } from "../sandbox/cli/output";
import { killed, URN, type Pretended } from "./pretended";

describe("npm run recover", () => {
    let stack: Pretended;
    const places: boolean[] = [];
    beforeEach(() => (stack = killed([])));

    const recover = (...args: string[]): Promise<{ result: number; stdout: string; stderr: string }> =>
        outputOf(() =>
            run(args, (aws) => {
                places.push(aws);
                return stack;
            }),
        );

    it("takes a stack, where it is, and what was found", async () => {
        const { result } = await recover("dvlp", "--aws", "--yes", "--found", `${URN}=a=b`);
        assert.equal(result, 0);
        assert.deepEqual(places, [true]);
        assert.equal(stack.imported?.deployment.resources?.[0].id, "a=b");
    });

    it("takes several resources that made nothing", async () => {
        const { result } = await recover("--nothing", URN, "dvlp", "--yes");
        assert.equal(result, 0);
        assert.deepEqual(stack.imported?.deployment.pending_operations, []);
        await assert.rejects(recover("dvlp", "--nothing", URN, "--nothing", `${URN}x`), /x: no create of it/);
        assert.equal((await recover("dvlp", "--nothing", "vpc-1")).result, 2);
    });

    it("explains itself, and refuses what can't be meant, with nothing done", async () => {
        const { result, stdout } = await recover("--help");
        assert.equal(result, 0);
        assert.match(stdout, /npm run sandbox -- cancel/);
        for (const line of stdout.split("\n")) assert.ok(line.length <= 80, line);
        assert.equal((await recover()).result, 2);
        assert.equal((await recover("dvlp", "--found", "vpc-1")).result, 2);
        assert.deepEqual(stack.calls, []);
    });
});
