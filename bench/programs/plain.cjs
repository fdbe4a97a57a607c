/**
 * A program of nothing but plain resources: BENCH_SIZE log groups of one provider, each independent of the others.
 * What one more of them costs is what the engine, the SDK and a stand-in cost for a resource.
 */
const pulumi = require("@pulumi/pulumi");

const { aws: version } = JSON.parse(process.env.BENCH_VERSIONS);
const inputs = { region: "eu-central-1", allowedAccountIds: JSON.stringify(["111122223333"]) };
const provider = new pulumi.ProviderResource("aws", "aws", inputs, { version });
for (let number = 0; number < Number(process.env.BENCH_SIZE); number++) {
    const name = `plain-${number}`;
    new pulumi.CustomResource(
        "aws:cloudwatch/logGroup:LogGroup",
        name,
        { name, retentionInDays: 30 },
        { provider, version },
    );
}
