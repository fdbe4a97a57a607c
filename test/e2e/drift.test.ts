import * as assert from "node:assert/strict";
import * as path from "node:path";
import { Account } from "../../sandbox/cloud/account";
import { isObject } from "../../sandbox/cloud/values";
import { packageOf } from "../../sandbox/cli/packages";
import { ByHand } from "../../sandbox/plugin/by-hand";
import { Sandbox, stepsOf } from "../helpers/sandbox";

/** What people do to stack dvlp by hand, and what the engine makes of it. */
describe("drift of stack dvlp on the real engine", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    before(() => sandbox.ok("up", "-s", "dvlp", "--skip-preview"));
    after(() => sandbox.remove());

    const byHand = async (...args: string[]): Promise<string> => {
        const { code, stdout, stderr } = await sandbox.cloud(args);
        assert.equal(code, 0, `${args.join(" ")}: ${stderr}`);
        return stdout;
    };

    /** What a preview with a refresh is going to do about the drift. */
    const repairs = async (): Promise<string[]> =>
        stepsOf((await sandbox.preview("dvlp", "--refresh")).filter(({ op }) => op !== "refresh")).sort();

    it("is seen by preview --refresh, which changes nothing, and repaired by up --refresh", async () => {
        await byHand("edit", "network-flow-logs-group", "retentionInDays=1");
        await byHand("edit", "network-public-a-subnet", "mapPublicIpOnLaunch=true");
        await byHand("edit", "network-vpc", "tags.owner=somebody");
        await byHand("edit", "cluster-system-nodes", "labels.by-hand=yes");
        await byHand("rm", "network-flow-logs-log");
        const expected = [
            "create aws:ec2/flowLog:FlowLog network-flow-logs-log",
            "update aws:cloudwatch/logGroup:LogGroup network-flow-logs-group",
            "update aws:ec2/subnet:Subnet network-public-a-subnet",
            "update aws:ec2/vpc:Vpc network-vpc",
            "update aws:eks/nodeGroup:NodeGroup cluster-system-nodes",
        ];
        assert.deepEqual(await repairs(), expected);
        assert.deepEqual(await repairs(), expected, "the first preview has changed something");
        await sandbox.ok("up", "-s", "dvlp", "--refresh", "--skip-preview");
        assert.deepEqual(await repairs(), []);
    });

    it("is refused where AWS would, and then there is none", async () => {
        const before = await sandbox.objects("dvlp");
        const refused: [string[], RegExp][] = [
            [["rm", "network-vpc"], /DependencyViolation: The vpc '.*' has dependencies/],
            [["rm", "network-public-a-subnet"], /DependencyViolation: The subnet '.*' has dependencies/],
            [
                ["edit", "network-vpc", "cidrBlock=10.9.0.0/16"],
                /cidrBlock: a Vpc keeps what it was made with/,
            ],
            [
                ["edit", "network-flow-logs-group", "retentionInDays=8"],
                /expected retention_in_days to be one of/,
            ],
        ];
        for (const [args, message] of refused) {
            const { code, stderr } = await sandbox.cloud(args);
            assert.equal(code, 1, args.join(" "));
            assert.match(stderr, message);
        }
        assert.deepEqual(await sandbox.objects("dvlp"), before);
    });

    it("can be made of a tag of everything that bears tags", async () => {
        const [{ account: id }] = await sandbox.objects("dvlp");
        const account = new Account(path.join(sandbox.folder, "cloud", id));
        const tagged = account.all().filter(({ urn, properties }) => urn && isObject(properties.tagsAll));
        assert.ok(tagged.length > 30, String(tagged.length));
        for (const object of tagged) {
            const tags = { ...(object.properties.tags as object), drifted: "yes" };
            const edited = await account.transaction(() =>
                new ByHand(packageOf(object), account).edit(object, { ...object.properties, tags }, ["tags"]),
            );
            assert.deepEqual(edited.properties.tagsAll, {
                ...(object.properties.tagsAll as object),
                drifted: "yes",
            });
        }
        const steps = await repairs();
        assert.deepEqual(
            steps.filter((step) => !step.startsWith("update ")),
            [],
        );
        assert.equal(steps.length, tagged.length);
        await sandbox.ok("up", "-s", "dvlp", "--refresh", "--skip-preview");
        assert.deepEqual(await repairs(), []);
    });
});
