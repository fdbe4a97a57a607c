import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { allTypings, typingsFile, typingsText } from "../../../sandbox/typings/main";

describe("the committed typings", function () {
    // All declarations of two packages are read: seconds, more on a busy machine.
    this.timeout(180_000);

    it("are those of the installed packages and of the types that the sandbox stands in for", () => {
        for (const typings of allTypings()) {
            const file = typingsFile(typings.package);
            const isCurrent = fs.readFileSync(file, "utf8") === typingsText(typings);
            assert.ok(isCurrent, `${file} is out of date: run npm run sandbox:typings`);
        }
    });
});
