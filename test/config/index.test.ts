import assert from "node:assert/strict";
import path from "node:path";
import * as config from "../../config";

describe("config", () => {
    it("exports what components and index.ts need, and keeps the rest to itself", () => {
        assert.deepEqual(Object.keys(config).sort(), [
            "ADDON_NAMES",
            "AMI_ARCHITECTURES",
            "ConfigError",
            "KUBERNETES_VERSIONS",
            "SERVICE_RANGE",
            "ZONE_LETTERS",
            "loadConfig",
            "minorVersionStep",
        ]);
    });

    it("loads no part of Pulumi", () => {
        const folder = path.resolve(__dirname, "../../config") + path.sep;
        const own = Object.values(require.cache).filter((module) => module?.filename?.startsWith(folder));
        assert.ok(own.length > 0);
        const bridge = /from-engine|run-error/;
        for (const module of own) {
            if (module === undefined || bridge.test(module.filename)) continue;
            for (const child of module.children)
                assert.ok(!child.filename.includes("@pulumi"), module.filename);
        }
    });
});
