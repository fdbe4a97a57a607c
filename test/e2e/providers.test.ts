import * as assert from "node:assert/strict";
import { SmallProgram } from "../helpers/small-program";
import { Sandbox, stepsOf } from "../helpers/sandbox";

const PROVIDERS = `
const tags = new pulumi.Config().get("tags") ?? "first";
const here = new aws.Provider("here", {
    region: "eu-central-1",
    allowedAccountIds: ["111122223333"],
    defaultTags: { tags: { from: tags } },
    ignoreTags: { keyPrefixes: ["backup:"] },
});
const there = new aws.Provider("there", {
    region: "eu-west-1",
    assumeRoles: [{ roleArn: "arn:aws:iam::444455556666:role/guest", sessionName: "ci" }],
});
`;

/** What provider and resource options do, on the real engine. */
describe("the aws stand-in under the real engine", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    let program: SmallProgram;
    before(() => (program = new SmallProgram(sandbox)));
    after(() => sandbox.remove());

    const diffOf = async (): Promise<Record<string, string>> => {
        const [step] = await program.preview();
        const detailed = Object.entries(step.detailedDiff ?? {});
        return Object.fromEntries(detailed.map(([name, { kind }]) => [name, kind]));
    };

    it("keeps two providers of one stack apart: region, account, default tags", async () => {
        program.write(`${PROVIDERS}
            new aws.ec2.Vpc("a", { cidrBlock: "10.0.0.0/16", tags: { own: "1" } }, { provider: here });
            new aws.ec2.Vpc("b", { cidrBlock: "10.0.0.0/16" }, { provider: there });
            new aws.ec2.Vpc("c", { cidrBlock: "10.1.0.0/16", region: "us-east-1" }, { provider: here });`);
        await program.ok("up", "--skip-preview");
        const [a, b, c] = await Promise.all(["a", "b", "c"].map((name) => program.outputs(name)));
        assert.match(String(a.arn), /^arn:aws:ec2:eu-central-1:111122223333:vpc\/vpc-/);
        assert.match(String(b.arn), /^arn:aws:ec2:eu-west-1:444455556666:vpc\/vpc-/);
        assert.match(String(c.arn), /^arn:aws:ec2:us-east-1:111122223333:vpc\/vpc-/);
        assert.deepEqual([a.tagsAll, b.tagsAll], [{ from: "first", own: "1" }, {}]);
    });

    it("shows other default tags as an update of the merged tags of every resource that has them", async () => {
        await program.ok("config", "set", "tags", "second");
        const steps = (await program.preview()).filter(({ urn }) => urn.includes("aws:ec2"));
        assert.deepEqual(
            steps.map(({ op, detailedDiff }) => [op, Object.keys(detailedDiff ?? {})]),
            [
                ["update", ["tagsAll.from"]],
                ["update", ["tagsAll.from"]],
            ],
        );
        await program.ok("up", "--skip-preview");
        assert.deepEqual(stepsOf(await program.preview()), []);
    });

    it("refuses a role of an account that is not allowed, and one that is no role", async () => {
        const preview = async (roleArn: string): Promise<string> => {
            program.write(`
                const wrong = new aws.Provider("wrong", {
                    region: "eu-west-1", allowedAccountIds: ["111122223333"], assumeRoles: [{ roleArn: "${roleArn}" }],
                });
                new aws.ec2.Vpc("w", { cidrBlock: "10.0.0.0/16" }, { provider: wrong });`);
            const { code, stdout } = await program.run(["preview"]);
            assert.notEqual(code, 0);
            return stdout;
        };
        assert.match(
            await preview("arn:aws:iam::999900001111:role/guest"),
            /AWS account ID not allowed: 999900001111/,
        );
        assert.match(await preview("guest"), /"role_arn" \(guest\) is an invalid ARN: arn: invalid prefix/);
    });

    it("keeps secrets secret, in the inputs and in what comes of them", async () => {
        program.write(`${PROVIDERS}
            new aws.kms.Key("s", { description: pulumi.secret("hush-hush") }, { provider: here });`);
        await program.ok("up", "--skip-preview");
        assert.doesNotMatch(await program.export(), /hush-hush/);
        const shown = await program.ok("stack", "export", "--show-secrets");
        assert.equal(shown.match(/hush-hush/g)?.length, 2);
        assert.deepEqual(stepsOf(await program.preview()), []);
    });

    // Source: pulumi-aws #3471, "Unsecret tags all": a secret tag is none in what the provider merges.
    it("shows a secret tag among the merged tags, as the real one does", async () => {
        program.write(`${PROVIDERS}
            new aws.kms.Key("s", { tags: { token: pulumi.secret("hush-hush") } }, { provider: here });`);
        await program.ok("up", "--skip-preview");
        const { tags, tagsAll } = await program.outputs("s");
        assert.doesNotMatch(JSON.stringify(tags), /hush-hush/);
        assert.deepEqual(tagsAll, { from: "second", token: "hush-hush" });
    });

    it("obeys ignoreChanges, replaceOnChanges and deleteBeforeReplace", async () => {
        const group = (options: string, days: number): void =>
            program.write(`${PROVIDERS}
                new aws.cloudwatch.LogGroup("g", { retentionInDays: ${days} }, { provider: here, ${options} });`);
        group("", 7);
        await program.ok("up", "--skip-preview");
        group('ignoreChanges: ["retentionInDays"]', 30);
        assert.deepEqual(stepsOf(await program.preview()), []);
        const newOneFirst = /g created replacement[^]*g deleting original/;
        group('replaceOnChanges: ["retentionInDays"]', 30);
        assert.deepEqual(stepsOf(await program.preview()), ["replace aws:cloudwatch/logGroup:LogGroup g"]);
        assert.match(await program.ok("up", "--skip-preview"), newOneFirst);
        group('replaceOnChanges: ["retentionInDays"], deleteBeforeReplace: true', 60);
        const output = await program.ok("up", "--skip-preview");
        assert.match(output, /g replaced/);
        assert.doesNotMatch(output, newOneFirst);
    });

    it("says of each property how it changes, and which of them replaces", async () => {
        const vpc = (args: string): void =>
            program.write(`${PROVIDERS} new aws.ec2.Vpc("v", ${args}, { provider: here });`);
        vpc('{ cidrBlock: "10.0.0.0/16", tags: { "a.b/c": "1", gone: "x" } }');
        await program.ok("up", "--skip-preview");
        vpc('{ cidrBlock: "10.2.0.0/16", enableDnsHostnames: true, tags: { "a.b/c": "2" } }');
        assert.deepEqual(await diffOf(), {
            cidrBlock: "update-replace",
            enableDnsHostnames: "add",
            'tags["a.b/c"]': "update",
            "tags.gone": "delete",
            'tagsAll["a.b/c"]': "update",
            "tagsAll.gone": "delete",
        });
    });
});
