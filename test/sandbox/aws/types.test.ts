import * as assert from "node:assert/strict";
import { fakes } from "../../../sandbox/aws/fakes";
import * as types from "../../../sandbox/aws/types";

describe("the type tokens that fakes name of each other", () => {
    it("are those of fakes, but for what only EC2 makes", () => {
        const { NETWORK_ACL: _, NETWORK_INTERFACE: __, ...others } = types;
        const known = fakes.map((fake) => fake.type);
        for (const token of Object.values(others)) assert.ok(known.includes(token), token);
    });
});
