import * as assert from "node:assert/strict";
import { fakes, functions } from "../../../sandbox/aws/fakes";
import { aws } from "../../../sandbox/aws/package";
import { assertReplacements } from "../plugin/replacements";

describe("the list of AWS fakes", () => {
    it("has every type once, with its typings", () => {
        const types = fakes.map((fake) => fake.type);
        assert.deepEqual(types, [...new Set(types)]);
        for (const type of types) assert.ok(type in aws.typings.resources, type);
        for (const { token } of functions) assert.ok(token in aws.typings.functions, token);
    });

    it("holds only properties that the types have", () => {
        for (const { type, replaceOn, defaults, autoName } of fakes) {
            const { inputs, outputs } = aws.typings.resources[type];
            assertReplacements(type, replaceOn, inputs);
            for (const name of Object.keys(defaults ?? {}))
                assert.ok(outputs.includes(name), `${type} ${name}`);
            if (autoName !== undefined) assert.ok(autoName.property in inputs, type);
        }
    });
});
