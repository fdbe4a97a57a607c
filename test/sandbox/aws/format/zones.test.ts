import * as assert from "node:assert/strict";
import { zonesOf } from "../../../../sandbox/aws/format/zones";

describe("the zones of a region", () => {
    it("are a, b and c where nothing else is known", () => {
        assert.deepEqual(
            zonesOf("eu-central-1").map((zone) => zone.name),
            ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
        );
    });

    it("have other letters in some regions", () => {
        assert.deepEqual(
            zonesOf("ap-northeast-1").map((zone) => zone.name.at(-1)),
            ["a", "c", "d"],
        );
    });

    it("have ids that shorten the region's name", () => {
        assert.equal(zonesOf("eu-central-1")[0].id, "euc1-az1");
        assert.equal(zonesOf("ap-southeast-2")[2].id, "apse2-az3");
        assert.equal(zonesOf("us-east-1")[5].id, "use1-az6");
    });
});
