import * as assert from "node:assert/strict";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import type { Fake } from "../../../sandbox/plugin/fake";
import {
    bare,
    initialState,
    refreshedInputs,
    updatedState,
    withComputedInside,
} from "../../../sandbox/plugin/state";

const FAKE: Fake = {
    type: "tiny:index/thing:Thing",
    service: "Tiny",
    operations: { read: "Read", create: "Create", delete: "Delete" },
    replaceOn: {},
    refusals: {},
    defaults: { size: 1 },
    computedInside: ["network.id"],
    create: () => ({ id: "1", outputs: {} }),
};

describe("the state of a resource", () => {
    it("holds neither the provider's notes nor nulls", () => {
        assert.deepEqual(bare({ name: "a", size: null, __defaults: ["name"] }), { name: "a" });
    });

    it("begins with the defaults under what was given", () => {
        assert.deepEqual(initialState(FAKE, { name: "a", size: null }), { name: "a", size: 1 });
        assert.deepEqual(initialState(FAKE, { size: 2 }), { size: 2 });
    });

    it("after an update lacks what was dropped, and keeps what the service made", () => {
        const state = { name: "a", size: 2, note: "b", arn: "arn:1" };
        const before = { name: "a", size: 2, note: "b" };
        assert.deepEqual(updatedState(FAKE, state, before, { name: "c" }), {
            name: "c",
            size: 1,
            arn: "arn:1",
        });
    });

    it("has parts inside given objects that only the service knows", () => {
        const given = { network: { zone: "a" } };
        assert.deepEqual(withComputedInside(FAKE, given, {}), { network: { zone: "a", id: UNKNOWN } });
        assert.deepEqual(withComputedInside(FAKE, given, { network: { id: "n-1" } }), {
            network: { zone: "a", id: "n-1" },
        });
        assert.deepEqual(withComputedInside(FAKE, { network: { id: "n-2" } }, {}), {
            network: { id: "n-2" },
        });
        assert.deepEqual(withComputedInside(FAKE, {}, { network: { id: "n-1" } }), {});
    });

    it("tells a refresh the inputs: the given parts, and the notes of the provider", () => {
        const typing = {
            inputs: {
                name: { kind: "string" },
                network: { kind: "object", properties: { zone: { kind: "string" }, id: { kind: "string" } } },
                tags: { kind: "map", of: { kind: "string" } },
            },
            outputs: ["name", "network", "tags", "arn"],
        } as const;
        const state = { name: "a", network: { zone: "b", id: "n-1" }, tags: { owner: "me" }, arn: "arn:1" };
        const read = (inputs: Parameters<typeof refreshedInputs>[1]) =>
            refreshedInputs(structuredClone(typing) as never, inputs, state);
        assert.deepEqual(read({ name: "x", network: { zone: "a" }, tags: {}, __defaults: ["name"] }), {
            name: "a",
            network: { zone: "b" },
            tags: { owner: "me" },
            __defaults: ["name"],
        });
        assert.deepEqual(Object.keys(read({})), ["name", "network", "tags"], "an import");
    });
});
