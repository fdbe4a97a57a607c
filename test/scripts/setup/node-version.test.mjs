import assert from "node:assert/strict";
import { requireNode } from "../../../scripts/setup/node-version.mjs";

describe("The version of Node.js", () => {
    for (const version of ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"]) {
        it(`works with ${version}`, () => requireNode(version));
    }

    for (const version of ["v18.20.0", "v20.18.3", "v21.7.0", "v22.11.0", ""]) {
        it(`is refused with one sentence when it is "${version}"`, () => {
            assert.throws(() => requireNode(version), {
                name: "SetUpError",
                message: `Node.js ${version} does not work here: install Node.js 20, 22 or newer (at least 20.19, 22.12) and run this again.`,
            });
        });
    }
});
