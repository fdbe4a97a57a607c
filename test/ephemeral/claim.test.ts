import assert from "node:assert/strict";
import { CLAIM_TAG, claimFrom, claimText } from "../../ephemeral/claim";

describe("ephemeral/claim", () => {
    const claim = { cidr: "10.192.0.0/16", expires: "2026-11-30", owner: 'Team "A"' };

    it("is one text, read as it was written", () => {
        assert.deepEqual(claimFrom(claimText(claim)), claim);
    });

    it("is nothing where there is none, or where another hand wrote something else", () => {
        const nothing = { cidr: undefined, expires: undefined, owner: undefined };
        for (const text of [undefined, "", "no JSON", "null", "3", '"x"', "[]", '{"cidr":1}'])
            assert.deepEqual({ ...nothing, ...claimFrom(text) }, nothing, String(text));
    });

    it("has no last day where what was written is no day: no stack goes because of it", () => {
        for (const expires of ["", "1.12.2026", "+3d", "2026-02-30", "2026-11-30T00:00:00Z", 20261130])
            assert.equal(
                claimFrom(JSON.stringify({ ...claim, expires })).expires,
                undefined,
                String(expires),
            );
    });

    it("lies under a name that every backend takes", () => {
        // Source: pulumi/pulumi pkg/util/validation/stack.go, validateStackTagName.
        assert.match(CLAIM_TAG, /^[a-zA-Z0-9-_.:]{1,40}$/);
    });
});
