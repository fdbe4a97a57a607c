import assert from "node:assert/strict";
import { nearest } from "../../environments/nearest";

describe("The nearest name", () => {
    it("is found over a wrong, a missing, an additional and two swapped letters", () => {
        for (const typo of ["cidrBlokc", "cidrBlck", "cidrBlockk", "cidrBlokk", "CIDRBLOCK"])
            assert.equal(nearest(typo, ["tags", "cidrBlock", "vpcId"]), "cidrBlock", typo);
    });

    it("is the one with the fewest changes, the first of equals", () => {
        assert.equal(nearest("subnet", ["subnets", "subnet-", "sublet"]), "subnets");
        assert.equal(nearest("zones", ["zone", "zones"]), "zones");
    });

    it("may differ in a third of a long name", () => {
        assert.equal(nearest("abcdefghi", ["abcdefxyz"]), "abcdefxyz");
        assert.equal(nearest("abcdefghi", ["abcdewxyz"]), undefined);
    });

    it("is nothing when nothing is near, or nothing is known", () => {
        assert.equal(nearest("flowLogs", ["cidr", "zones"]), undefined);
        assert.equal(nearest("x", []), undefined);
    });

    it("has something in common with what was written, however short both are", () => {
        assert.equal(nearest("ab", ["cd"]), undefined);
        assert.equal(nearest("x", ["id"]), undefined);
        assert.equal(nearest("", ["id"]), undefined);
        assert.equal(nearest("ab", ["ac"]), "ac");
    });
});
