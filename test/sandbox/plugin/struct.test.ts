import assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { fromStruct, toStruct } from "../../../sandbox/plugin/struct";

describe("The wire form of properties", () => {
    it("gives back every kind of value, unknowns too", () => {
        const properties = {
            s: "x",
            n: 1.5,
            b: false,
            nil: null,
            list: [1, ["a"], {}],
            o: { k: { l: "" } },
            u: UNKNOWN,
        };
        const bytes = toStruct(properties).serializeBinary();
        const received = toStruct({}).constructor as unknown as {
            deserializeBinary(b: Uint8Array): ReturnType<typeof toStruct>;
        };
        assert.deepEqual(fromStruct(received.deserializeBinary(bytes)), properties);
    });

    it("leaves undefined out, at any depth", () => {
        const properties = { a: undefined, o: { b: undefined, c: 1 }, list: [{ d: undefined }] };
        assert.deepEqual(fromStruct(toStruct(properties as unknown as Properties)), {
            o: { c: 1 },
            list: [{}],
        });
    });

    it("that is absent is an object without properties", () => {
        assert.deepEqual(fromStruct(undefined), {});
    });
});
