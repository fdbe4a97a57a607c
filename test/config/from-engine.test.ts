import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { configFromEngine } from "../../config/from-engine";
import { loadConfig } from "../../config";
import { engineValues } from "./stack-files";

describe("config/from-engine", () => {
    const before = { ...process.env };

    function engineRuns(stack: string, values: Record<string, string>, secretKeys: string[] = []): void {
        pulumi.runtime.setMocks(
            { newResource: () => assert.fail("no resource"), call: () => assert.fail("no call") },
            "core-platform",
            stack,
        );
        pulumi.runtime.setAllConfig(values);
        process.env.PULUMI_CONFIG_SECRET_KEYS = JSON.stringify(secretKeys);
    }

    afterEach(() => {
        pulumi.runtime.setAllConfig({});
        for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
        Object.assign(process.env, before);
    });

    it("reads the stack's name and values from the engine", () => {
        engineRuns("dvlp", engineValues("dvlp"));
        assert.deepEqual(configFromEngine(), loadConfig("dvlp", engineValues("dvlp")));
    });

    it("gives a user's error as one that the engine prints without a stack trace", () => {
        engineRuns("dvlp", { ...engineValues("dvlp"), "core-platform:protect": "maybe" });
        assert.throws(configFromEngine, (error) => {
            assert.ok(pulumi.RunError.isInstance(error));
            assert.match(error.message, /core-platform:protect\n +value: "maybe"/);
            return true;
        });
    });

    it("refuses secrets and does not show them", () => {
        const values = { ...engineValues("dvlp"), "core-platform:owner": "hunter2" };
        engineRuns("dvlp", values, ["core-platform:owner"]);
        assert.throws(configFromEngine, (error: Error) => {
            assert.match(error.message, /is a secret/);
            return !error.message.includes("hunter2");
        });
    });
});
