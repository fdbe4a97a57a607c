import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { knownStacks, requireStack, stateFolders } from "../../../../sandbox/cli/cloud/stacks";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { pretendedPlace, putObject } from "../pretended-place";

describe("The stacks of a sandbox", () => {
    const folder = temporaryFolder();

    it("are those that made something, and those with a state", () => {
        const { place } = pretendedPlace(folder());
        assert.deepEqual(knownStacks(place), []);
        putObject(place, "pprd", { id: "vpc-1" });
        putObject(place, "pprd", { id: "vpc-2", stack: undefined, urn: undefined });
        const { stacks } = stateFolders(place);
        fs.mkdirSync(stacks, { recursive: true });
        for (const file of ["dvlp.json", "dvlp.json.bak", "pprd.json"])
            fs.writeFileSync(path.join(stacks, file), "{}");
        assert.deepEqual(knownStacks(place), ["dvlp", "pprd"]);
        requireStack(place, "dvlp");
        assert.throws(() => requireStack(place, "prod"), {
            message:
                'there is no stack "prod" here; there are dvlp, pprd. Make it: npm run sandbox -- up -s prod',
        });
    });

    it("are none in the beginning", () => {
        const { place } = pretendedPlace(folder());
        assert.throws(() => requireStack(place, "prod"), { message: /; there is none yet\./ });
    });
});
