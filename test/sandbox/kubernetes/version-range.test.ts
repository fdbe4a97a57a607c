import * as assert from "node:assert/strict";
import { isExact, newestFitting } from "../../../sandbox/kubernetes/version-range";

const VERSIONS = ["3.8.4", "3.9.0", "3.12.0", "3.12.2", "3.13.1", "0.2.3", "0.2.9", "0.3.0"];

describe("the version that a constraint stands for", () => {
    const expected: [string, string | undefined][] = [
        ["", "3.13.1"],
        ["3.12.0", "3.12.0"],
        ["v3.12.0", "3.12.0"],
        ["3.12", "3.12.2"],
        ["3.x", "3.13.1"],
        ["~3.12.0", "3.12.2"],
        ["~3", "3.13.1"],
        ["^3.9.0", "3.13.1"],
        ["^0.2.3", "0.2.9"],
        ["< 3.12", "3.9.0"],
        ["<= 3.12", "3.12.2"],
        ["> 3.12", "3.13.1"],
        [">= 3.9, < 3.12", "3.9.0"],
        ["3.8 - 3.9.0", "3.9.0"],
        ["9.9.9 || 3.9.0", "3.9.0"],
        ["!=3.13.1", "3.12.2"],
        ["4", undefined],
        ["newest", undefined],
    ];
    for (const [constraint, version] of expected) {
        it(`is ${version ?? "none"} for "${constraint}"`, () => {
            assert.equal(newestFitting(VERSIONS, constraint), version);
        });
    }

    it("is said exactly by three numbers alone", () => {
        assert.deepEqual(["1.2.3", "v1.2.3-rc.1", "1.2", "^1.2.3", ""].map(isExact), [
            true,
            true,
            false,
            false,
            false,
        ]);
    });
});
