import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { TrailEvent } from "../../sandbox/cloud/trail";
import type { Fault } from "../../sandbox/faults/fault";
import { SmallProgram } from "../helpers/small-program";
import { Sandbox, type Outcome } from "../helpers/sandbox";

const STACK = "dvlp";

/** One resource without a name of its own, one that depends on it, one with a name. */
const PROGRAM = `
    const provider = new aws.Provider("aws", { region: "eu-central-1", allowedAccountIds: ["111122223333"] });
    const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { provider });
    new aws.ec2.InternetGateway("gateway", { vpcId: vpc.id }, { provider });
    new aws.cloudwatch.LogGroup("logs", { name: "/small/network" }, { provider, dependsOn: [vpc] });`;

/** A fault as it is written, with its defaults left out. */
type Written<F> = F extends Fault ? Partial<F> & Pick<F, "fault"> : never;

/** Each row of the table in docs/recovery.md: what cloud, state and the next update contain after a fault. */
describe("after a fault", function () {
    this.timeout(300_000);
    const sandbox = new Sandbox();
    const program = new SmallProgram(sandbox);
    before(() => program.write(PROGRAM));
    after(() => sandbox.remove());
    afterEach(async () => {
        const { code, stderr } = await sandbox.cloud(["reset", "-s", STACK]);
        assert.equal(code, 0, stderr);
    });

    function up(...faults: Written<Fault>[]): Promise<Outcome> {
        const file = path.join(sandbox.folder, "faults.json");
        fs.writeFileSync(file, JSON.stringify({ faults }));
        const environment = faults.length > 0 ? { SANDBOX_FAULTS: file } : {};
        return program.run(["up", "--skip-preview", "--parallel", "1"], environment);
    }

    /** Ids by logical name, in the cloud and in the state. */
    async function holdings(name: string): Promise<{ cloud: string[]; state: string[] }> {
        const isNamed = ({ urn = "" }: { urn?: string }): boolean => urn.endsWith(`::${name}`);
        return {
            cloud: (await sandbox.objects(STACK)).filter(isNamed).map(({ id }) => id),
            state: (await sandbox.state(STACK)).filter(isNamed).map(({ id }) => id ?? ""),
        };
    }

    /** Insists that cloud and state hold one and the same object of each name. */
    async function settled(...names: string[]): Promise<void> {
        for (const name of names) {
            const { cloud, state } = await holdings(name);
            assert.equal(cloud.length, 1, name);
            assert.deepEqual(state, cloud, name);
        }
    }

    /** Insists that neither cloud nor state hold anything of a name. */
    async function absent(name: string): Promise<void> {
        assert.deepEqual(await holdings(name), { cloud: [], state: [] }, name);
    }

    function failed({ code, stdout, stderr }: Outcome, reason: RegExp): void {
        assert.notEqual(code, 0, stdout);
        assert.match(stdout + stderr, reason);
    }

    function succeeded({ code, stdout, stderr }: Outcome): void {
        assert.equal(code, 0, stdout + stderr);
    }

    async function orphans(): Promise<string[]> {
        const { stdout } = await sandbox.cloud(["orphans", "--json", "-s", STACK]);
        return (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id);
    }

    it("throttle: the provider gets through by trying again, and the trail shows it", async () => {
        const outcome = await up({ fault: "throttle", type: "Vpc", times: 3 });
        succeeded(outcome);
        assert.match(outcome.stderr, /fault 1 \(throttle Vpc create\) struck 3 times/);
        await settled("vpc", "gateway", "logs");
        const { stdout } = await sandbox.cloud(["trail", "--json", "-s", STACK, "-t", "vpc:Vpc"]);
        const codes = (JSON.parse(stdout) as TrailEvent[]).map(({ errorCode }) => errorCode ?? "made");
        assert.deepEqual(codes, [...Array<string>(3).fill("Server.RequestLimitExceeded"), "made"]);
    });

    it("fail: neither cloud nor state has the object; the next update makes it", async () => {
        const message = "An internal error has occurred";
        const outcome = await up({ fault: "fail", type: "Vpc", code: "InternalError", message });
        failed(outcome, /CreateVpc, .* api error InternalError: An internal error has occurred/);
        await absent("vpc");
        succeeded(await up());
        await settled("vpc", "gateway", "logs");
    });

    it("time-out of what has no name: the next update makes a second one; the first is an orphan", async () => {
        failed(await up({ fault: "time-out", type: "Vpc" }), /Client\.Timeout exceeded/);
        const lost = await holdings("vpc");
        assert.deepEqual([lost.cloud.length, lost.state], [1, []]);
        succeeded(await up());
        const after = await holdings("vpc");
        assert.equal(after.cloud.length, 2);
        assert.deepEqual(
            after.state,
            after.cloud.filter((id) => id !== lost.cloud[0]),
        );
        assert.deepEqual(await orphans(), lost.cloud);
        succeeded(await sandbox.cloud(["rm", lost.cloud[0]]));
        await settled("vpc");
    });

    it("time-out of what has a name: the next update is refused until the object is imported", async () => {
        failed(await up({ fault: "time-out", name: "logs" }), /Client\.Timeout exceeded/);
        failed(await up(), /ResourceAlreadyExistsException/);
        const [id] = await orphans();
        const provider = (await sandbox.state(STACK)).find(({ urn }) => urn.endsWith("::aws"))!.urn;
        succeeded(
            await program.run([
                ...["import", "aws:cloudwatch/logGroup:LogGroup", "logs", id, "--yes", "--skip-preview"],
                ...["--provider", `aws=${provider}`, "--generate-code=false", "--protect=false"],
            ]),
        );
        assert.deepEqual(await orphans(), []);
        succeeded(await up());
        await settled("logs");
    });

    it("deny: neither cloud nor state has the object; the refusal names caller and action", async () => {
        const words =
            /User: arn:aws:sts::\d{12}:assumed-role\/sandbox\/\S+ is not authorized to perform: ec2:CreateVpc/;
        failed(await up({ fault: "deny", action: "ec2:Create*" }), words);
        await absent("vpc");
        succeeded(await up());
        await settled("vpc", "gateway", "logs");
    });

    it("expire-credentials: what was made until then stands in both; the next update makes the rest", async () => {
        failed(await up({ fault: "expire-credentials", step: 2 }), /api error (RequestExpired|ExpiredToken)/);
        await settled("vpc");
        const [kept] = (await holdings("vpc")).cloud;
        await absent("gateway");
        await absent("logs");
        succeeded(await up());
        assert.deepEqual((await holdings("vpc")).cloud, [kept]);
        await settled("gateway", "logs");
    });

    it("lose-state: the cloud has the object, the state a pending create; recover joins them", async () => {
        failed(await up({ fault: "lose-state", step: 1 }), /failed to save snapshot/);
        const { cloud, state } = await holdings("vpc");
        assert.deepEqual([cloud.length, state], [1, []]);
        succeeded(await sandbox.recover([STACK, "--yes"]));
        assert.deepEqual(await holdings("vpc"), { cloud, state: cloud });
        succeeded(await up());
        assert.deepEqual((await holdings("vpc")).cloud, cloud);
        await settled("vpc", "gateway", "logs");
    });
});
