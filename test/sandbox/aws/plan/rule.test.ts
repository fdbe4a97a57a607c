import * as assert from "node:assert/strict";
import { planRule } from "../../../../sandbox/aws/plan/rule";
import { UNKNOWN, type Properties } from "../../../../sandbox/cloud/values";

describe("a rule of one property", () => {
    const short = (value: string): boolean => value.length < 3;

    it("names the property, the rule and the value", () => {
        assert.deepEqual(planRule({ a: { b: "long" } }, "a.b", short, "has two letters"), [
            { property: "a.b", reason: 'a.b has two letters; got "long"' },
        ]);
    });

    it("lets through what fits, what is not there and what is not known", () => {
        const passing: Properties[] = [{ a: "x" }, {}, { a: null }, { a: UNKNOWN }];
        for (const inputs of passing) assert.deepEqual(planRule(inputs, "a", short, "has two letters"), []);
    });
});
