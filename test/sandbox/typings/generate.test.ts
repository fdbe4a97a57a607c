import * as assert from "node:assert/strict";
import type { Typings } from "../../../sandbox/plugin/typings";
import { generateTypings } from "../../../sandbox/typings/generate";

describe("the typings of an installed package", function () {
    // The compiler reads the package's declarations: seconds, more on a busy machine.
    this.timeout(120_000);
    let aws: Typings;
    before(() => {
        aws = generateTypings("aws", ["aws:ec2/vpc:Vpc"], ["aws:index/getPartition:getPartition"]);
    });

    it("carry the package's name and version", () => {
        assert.equal(aws.package, "aws");
        assert.match(aws.version, /^7\.\d+\.\d+$/);
    });

    it("hold the provider's own inputs beside the types asked for", () => {
        assert.deepEqual(Object.keys(aws.resources).sort(), ["aws:ec2/vpc:Vpc", "pulumi:providers:aws"]);
        assert.deepEqual(Object.keys(aws.functions), ["aws:index/getPartition:getPartition"]);
    });

    it("tell strings, numbers, truth values, lists, maps and objects apart", () => {
        const vpc = aws.resources["aws:ec2/vpc:Vpc"].inputs;
        assert.deepEqual(vpc.cidrBlock, { kind: "string" });
        assert.deepEqual(vpc.ipv4NetmaskLength, { kind: "number" });
        assert.deepEqual(vpc.enableDnsSupport, { kind: "boolean" });
        assert.deepEqual(vpc.tags, { kind: "map", of: { kind: "string" } });
        const provider = aws.resources["pulumi:providers:aws"].inputs;
        assert.deepEqual(provider.allowedAccountIds, { kind: "list", of: { kind: "string" } });
        assert.equal(provider.defaultTags.kind, "object");
    });

    it("say what is required and what a read returns", () => {
        const [release] = Object.values(
            generateTypings("kubernetes", ["kubernetes:helm.sh/v3:Release"], []).resources,
        );
        assert.equal(release.inputs.chart.required, true);
        assert.equal(release.inputs.version.required, undefined);
        assert.ok(release.outputs.includes("status"));
    });

    it("fail for a type that the package does not have", () => {
        assert.throws(
            () => generateTypings("aws", ["aws:ec2/vpcs:Vpcs"], []),
            /@pulumi\/aws declares no aws:ec2\/vpcs:Vpcs \(looked for /,
        );
    });
});
