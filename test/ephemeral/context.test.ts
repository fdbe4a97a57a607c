import assert from "node:assert/strict";
import { command } from "../../ephemeral/context";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";
import { pretendedPlace } from "./pretended-pulumi";

describe("ephemeral/context", () => {
    const folder = temporaryFolder();

    it("names the next command for the same place", () => {
        const place = pretendedPlace(folder());
        assert.equal(command(place, "down", "t-1"), "npm run ephemeral -- down t-1");
        place.aws = true;
        assert.equal(command(place, "up", "t-1"), "npm run ephemeral -- up t-1 --aws");
    });
});
