import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fits, pinnedVersion } from "../../../scripts/setup/engine-version.mjs";

describe("The engine's version", () => {
    it("is the same in package.json and engine/go.mod", () => {
        const version = pinnedVersion(".");
        const modules = [
            ...readFileSync("engine/go.mod", "utf8").matchAll(/pulumi\/pulumi\/(?:pkg|sdk)\/v3 v(\S+)/g),
        ];
        assert.deepEqual(
            modules.map((match) => match[1]),
            [version, version],
        );
    });

    for (const version of [
        "3.259.0",
        "v3.259.0",
        "v3.259.1\n",
        "3.300.0",
        "3.259.0+build.5",
        "3.260.0-alpha.1",
    ]) {
        it(`fits when it is ${JSON.stringify(version)} where 3.259.0 is pinned`, () => {
            assert.equal(fits(version, "3.259.0"), true);
        });
    }

    for (const version of ["3.258.9", "v2.300.0", "4.0.0", "3.259.0-alpha.1", "", "unknown"]) {
        it(`does not fit when it is ${JSON.stringify(version)} where 3.259.0 is pinned`, () => {
            assert.equal(fits(version, "3.259.0"), false);
        });
    }
});
