import assert from "node:assert/strict";
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
        const folder = /[/\\]config[/\\]/;
        const own = Object.values(require.cache).filter((m) => m !== undefined && folder.test(m.filename));
        const bridge = /from-engine/;
        for (const module of own) {
            if (module === undefined || bridge.test(module.filename)) continue;
            for (const child of module.children)
                assert.ok(!child.filename.includes("@pulumi"), module.filename);
        }
    });
});
