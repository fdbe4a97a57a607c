import * as assert from "node:assert/strict";
import { SUFFIX_LENGTH, uniqueName } from "../../../../sandbox/aws/format/unique-name";

describe("the name of an object", () => {
    it("is the given one", () => assert.equal(uniqueName({ name: "a", namePrefix: "b-" }), "a"));

    it("is the given prefix, else the usual one, with a time and digits behind it", () => {
        assert.match(uniqueName({ namePrefix: "b-" }), /^b-20\d{16}[0-9a-f]{8}$/);
        assert.match(uniqueName({}), /^terraform-20\d{16}[0-9a-f]{8}$/);
        assert.match(uniqueName({}, "alias/"), /^alias\/20/);
        assert.equal(uniqueName({ namePrefix: "b-" }).length, 2 + SUFFIX_LENGTH);
    });

    it("is looked for where the type has it", () => {
        assert.equal(uniqueName({ nodeGroupName: "a" }, "", "nodeGroupName"), "a");
        assert.match(uniqueName({ nodeGroupNamePrefix: "b-" }, "", "nodeGroupName"), /^b-20/);
    });

    it("is another one every time", () => assert.notEqual(uniqueName({}), uniqueName({})));
});
