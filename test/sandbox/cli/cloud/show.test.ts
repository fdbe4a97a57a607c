import assert from "node:assert/strict";
import { parse } from "yaml";
import { showObject } from "../../../../sandbox/cli/cloud/show";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { pretendedPlace, putObject } from "../pretended-place";

describe("Showing an object", () => {
    const folder = temporaryFolder();

    it("tells everything about it and its stack, as YAML for people and as JSON for programs", async () => {
        const { place } = pretendedPlace(folder());
        const object = putObject(place, "dvlp", {
            id: "vpc-1",
            properties: { a: [1] },
            internal: { b: null },
        });
        const yaml = await outputOf(() => showObject(place, "vpc-1", {}));
        const json = await outputOf(() => showObject(place, "core-vpc-1", { json: true }));
        assert.deepEqual(parse(yaml.stdout), { account: "dvlp", ...object });
        assert.deepEqual(JSON.parse(json.stdout), { account: "dvlp", ...object });
    });

    it("refuses an id that is none, without a word on stdout", async () => {
        const { place } = pretendedPlace(folder());
        const shown = outputOf(() => showObject(place, "vpc-1", { json: true }));
        await assert.rejects(shown, { message: /nothing in the cloud has the id or name "vpc-1"/ });
    });
});
