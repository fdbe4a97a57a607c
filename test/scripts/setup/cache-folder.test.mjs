import assert from "node:assert/strict";
import { cacheFolder } from "../../../scripts/setup/cache-folder.mjs";

describe("The user's cache folder", () => {
    it("is where CORE_PLATFORM_CACHE says, before XDG_CACHE_HOME and the home folder", () => {
        assert.equal(
            cacheFolder({ CORE_PLATFORM_CACHE: "/a", XDG_CACHE_HOME: "/b" }, "/home"),
            "/a/core-platform",
        );
        assert.equal(cacheFolder({ XDG_CACHE_HOME: "/b" }, "/home"), "/b/core-platform");
        assert.equal(cacheFolder({ CORE_PLATFORM_CACHE: "" }, "/home"), "/home/.cache/core-platform");
    });
});
