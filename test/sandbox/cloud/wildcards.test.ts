import * as assert from "node:assert/strict";
import { fits } from "../../../sandbox/cloud/wildcards";

describe("a pattern with wildcards", () => {
    const cases: [pattern: string, text: string, isFit: boolean][] = [
        ["dev-*", "dev-a", true],
        ["dev-*", "dev-", true],
        ["dev-*", "my-dev-a", false],
        ["*-dev", "my-dev", true],
        ["*-dev", "my-dev-a", false],
        ["*", "a\nb", true],
        ["ec2:?pc", "ec2:Vpc", true],
        ["ec2:?pc", "ec2:pc", false],
        ["a.b", "a.b", true],
        ["a.b", "aXb", false],
        ["a+(b)[c]\\{d}|e^f$", "a+(b)[c]\\{d}|e^f$", true],
        ["Dev", "dev", false],
    ];
    for (const [pattern, text, isFit] of cases) {
        it(`${JSON.stringify(pattern)} ${isFit ? "is" : "is not"} for ${JSON.stringify(text)}`, () =>
            assert.equal(fits(pattern, text), isFit));
    }

    it("takes a question mark for a letter where only stars count", () => {
        assert.ok(!fits("dev?*", "devX", "*"));
        assert.ok(fits("dev?*", "dev?X", "*"));
    });
});
