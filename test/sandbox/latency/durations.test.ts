import * as assert from "node:assert/strict";
import { durationOf, latencyScale } from "../../../sandbox/latency/durations";

describe("durationOf", () => {
    it("gives AWS's nine minutes for a control plane, with the page", () => {
        const { seconds, source } = durationOf("aws:eks/cluster:Cluster", "create");
        assert.equal(seconds, 540);
        assert.match(source, /^AWS: https:\/\/aws\.amazon\.com\//);
    });

    it("tells verbs apart", () => {
        assert.equal(durationOf("aws:eks/nodeGroup:NodeGroup", "create").seconds, 130);
        assert.equal(durationOf("aws:eks/nodeGroup:NodeGroup", "delete").seconds, 501);
    });

    it("tells kinds of a type apart by their inputs", () => {
        const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
        assert.equal(durationOf(type, "create", { vpcEndpointType: "Interface" }).seconds, 60);
        assert.equal(durationOf(type, "create", { vpcEndpointType: "Gateway" }).seconds, 6);
        assert.equal(durationOf(type, "create").seconds, 6);
    });

    it("takes a type that no row names for one API call", () => {
        const { seconds, source } = durationOf("aws:sns/topic:Topic", "update");
        assert.equal(seconds, 1);
        assert.match(source, /^log: https:/);
    });
});

describe("SANDBOX_LATENCY", () => {
    it("is 0 where it is unset or empty", () => {
        assert.equal(latencyScale({}), 0);
        assert.equal(latencyScale({ SANDBOX_LATENCY: "" }), 0);
        assert.equal(latencyScale({ SANDBOX_LATENCY: " " }), 0);
    });

    for (const [text, scale] of [
        ["0", 0],
        ["1", 1],
        ["0.02", 0.02],
        [".5", 0.5],
        [" 2 ", 2],
    ] as const)
        it(`takes "${text}" for ${scale}`, () =>
            assert.equal(latencyScale({ SANDBOX_LATENCY: text }), scale));

    for (const text of ["-1", "fast", "1e3", "0x10", "1,5", "NaN", "Infinity", "."])
        it(`refuses "${text}" and says what to write`, () =>
            assert.throws(
                () => latencyScale({ SANDBOX_LATENCY: text }),
                new Error(
                    `SANDBOX_LATENCY: "${text}" is not a number from 0 up. Write 0 for no waiting, 1 for AWS's own ` +
                        "time, 0.01 for a hundredth of it, or unset the variable.",
                ),
            ));
});
