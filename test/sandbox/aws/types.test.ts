import * as assert from "node:assert/strict";
import { fakes } from "../../../sandbox/aws/fakes";
import * as types from "../../../sandbox/aws/types";

describe("the type tokens that fakes name of each other", () => {
    it("are those of fakes, but for what only EC2 makes", () => {
        const { NETWORK_ACL: _, NETWORK_INTERFACE: __, EKS_TYPES, ...others } = types;
        const known = fakes.map((fake) => fake.type);
        const tokens = [...Object.values(others), ...Object.values(EKS_TYPES)];
        for (const token of tokens) assert.ok(known.includes(token), token);
        assert.deepEqual(tokens, [...new Set(tokens)]);
    });
});
