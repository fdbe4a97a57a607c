import * as assert from "node:assert/strict";
import type { Strike } from "../../../sandbox/faults/strike";
import { ATTEMPTS } from "../../../sandbox/faults/strike";
import { lostAnswer, requestOf, troubleOf } from "../../../sandbox/plugin/trouble";
import { aws } from "../../../sandbox/aws/package";
import { kubernetes } from "../../../sandbox/kubernetes/package";
import { callIn } from "../aws/call";
import { PretendedCloud } from "../pretended-cloud";

describe("the trouble of a call", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    const trouble = (...strikes: Strike[]): ReturnType<typeof troubleOf> =>
        troubleOf(strikes, aws, callIn(cloud));

    it("is none where nothing strikes", () => {
        assert.deepEqual(trouble(), { retried: [], isLost: false, killsEngine: false, losesState: false });
    });

    it("is the first fault's that refuses; what does not refuse comes along", () => {
        const all = trouble(
            { fault: { fault: "lose-state", step: 1 }, times: 1 },
            { fault: { fault: "kill-engine", step: 1 }, times: 1 },
            { fault: { fault: "throttle", verb: "create", times: 2 }, times: 2 },
            { fault: { fault: "fail", verb: "create", nth: 1, code: "X", message: "x" }, times: 1 },
            { fault: { fault: "expire-credentials", step: 1 }, times: 1 },
            { fault: { fault: "time-out", verb: "create", nth: 1 }, times: 1 },
        );
        assert.equal(all.retried.length, 2);
        assert.deepEqual(all.refused, { code: "X", status: 500, sentence: "x" });
        assert.deepEqual([all.isLost, all.losesState, all.killsEngine], [true, true, true]);
    });

    it("of a throttle without end has a last try, which says how many there were", () => {
        const { retried, refused } = trouble({
            fault: { fault: "throttle", verb: "create", times: 99 },
            times: ATTEMPTS,
        });
        assert.equal(retried.length, ATTEMPTS - 1);
        assert.equal(refused?.attempts, ATTEMPTS);
    });

    it("knows a call by its action where it is one of AWS", () => {
        const intent = { verb: "create" } as const;
        assert.equal(
            requestOf({ ...aws, prefixes: { Test: "test" } }, callIn(cloud), intent).action,
            "test:Test",
        );
        assert.equal(requestOf(kubernetes, callIn(cloud), intent).action, undefined);
        assert.match(lostAnswer(kubernetes, callIn(cloud)), /^context deadline exceeded/);
    });
});

describe("every service of AWS", () => {
    it("has a prefix in policies", () => {
        for (const { service } of [...aws.fakes, ...aws.functions])
            assert.ok(aws.prefixes?.[service] !== undefined, service);
    });
});
