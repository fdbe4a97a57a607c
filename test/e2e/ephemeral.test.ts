import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { ListedStack } from "../../ephemeral/list";
import { capture, Sandbox, stepsOf, type Outcome } from "../helpers/sandbox";

/** Two tickets' stacks beside dvlp, in one pretended account. The steps depend on each other, as in life. */
describe("npm run ephemeral on the real engine", function () {
    this.timeout(900_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());

    /** `npm run ephemeral -- ARGS` */
    function ephemeral(...args: string[]): Promise<Outcome> {
        return ephemeralWith({}, ...args);
    }

    function ephemeralWith(environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> {
        const here = { SANDBOX_DIR: sandbox.folder };
        return capture(process.execPath, ["scripts/ephemeral.mjs", ...args], { ...here, ...environment });
    }

    async function ok(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await ephemeral(...args);
        assert.equal(code, 0, `ephemeral ${args.join(" ")} exits with ${code}\n${stdout}\n${stderr}`);
        return stdout;
    }

    async function list(): Promise<ListedStack[]> {
        return JSON.parse(await ok("list", "--json")) as ListedStack[];
    }

    const fileOf = (stack: string): string => path.join(sandbox.folder, "project", `Pulumi.${stack}.yaml`);

    /** What two stacks must not share: the names that AWS keeps apart in an account. */
    async function namesOf(stack: string): Promise<string[]> {
        const objects = (await sandbox.objects()).filter((object) => object.stack === stack);
        return objects.map(({ type, id, properties }) => `${type} ${String(properties.name ?? id)}`);
    }

    before(async () => {
        const [dvlp, one, other] = await Promise.all([
            sandbox.run(["up", "-s", "dvlp", "--skip-preview"]),
            ephemeral("up", "T-1", "--owner", "Team One", "--days", "1"),
            ephemeral("up", "t-2"),
        ]);
        for (const { code, stdout, stderr } of [dvlp, one, other]) assert.equal(code, 0, stdout + stderr);
    });

    it("makes two stacks at the same moment, beside dvlp and in its account", async () => {
        const stacks = await list();
        assert.deepEqual(
            stacks.map(({ ticket, owner, expired }) => [ticket, owner, expired]),
            [
                ["t-1", "Team One", false],
                ["t-2", "platform-team", false],
            ],
        );
        for (const { resources } of stacks) assert.ok(resources >= 78);
        const accounts = new Set((await sandbox.objects()).map(({ account }) => account));
        assert.deepEqual([...accounts], ["111122223333"]);
    });

    it("keeps ranges and names apart", async () => {
        const vpcs = (await sandbox.objects()).filter(({ type }) => type === "aws:ec2/vpc:Vpc");
        const ranges = vpcs.map(({ properties }) => properties.cidrBlock);
        assert.equal(new Set(ranges).size, 3);
        assert.ok(ranges.includes("10.16.0.0/16"));
        assert.deepEqual(
            (await list()).map(({ cidr }) => ranges.includes(cidr as string)),
            [true, true],
        );
        const [dvlp, one, other] = await Promise.all(["dvlp", "dvlp-t-1", "dvlp-t-2"].map(namesOf));
        // What lives in a cluster or a VPC may be called as in another one.
        const apart = (names: string[]): string[] =>
            names.filter((name) =>
                /^aws:(iam\/role:|kms\/alias|cloudwatch|eks\/cluster:|ec2\/launchTemplate)/.test(name),
            );
        assert.ok(apart(one).length >= 9, apart(one).join("\n"));
        for (const name of apart(one)) assert.ok(!dvlp.includes(name) && !other.includes(name), name);
        for (const name of apart(other)) assert.ok(!dvlp.includes(name), name);
    });

    it("tags everything with the ticket and its last day, and instances with the ticket", async () => {
        const [{ expires }] = await list();
        const objects = (await sandbox.objects()).filter(({ stack }) => stack === "dvlp-t-1");
        const tagged = objects.filter(
            ({ urn, properties }) => urn !== undefined && properties.tagsAll !== undefined,
        );
        assert.ok(tagged.length > 25, String(tagged.length));
        for (const { id, properties } of tagged) {
            const {
                ticket,
                expires: day,
                owner,
                environment,
                stack,
            } = properties.tagsAll as Record<string, string>;
            assert.deepEqual(
                [ticket, day, owner, environment, stack],
                ["t-1", expires, "Team One", "dvlp", "dvlp-t-1"],
                id,
            );
        }
        const template = objects.find(({ type }) => type === "aws:ec2/launchTemplate:LaunchTemplate");
        const [{ tags }] = template?.properties.tagSpecifications as unknown as {
            tags: Record<string, string>;
        }[];
        assert.deepEqual([tags.ticket, tags.expires], ["t-1", undefined]);
        const dvlp = (await sandbox.objects()).find(
            ({ stack, type }) => stack === "dvlp" && type.endsWith(":Vpc"),
        );
        assert.ok(!("ticket" in (dvlp?.properties.tagsAll as object)));
    });

    it("changes nothing the second time", async () => {
        assert.match(await ok("up", "t-1"), /78 unchanged/);
    });

    it("gives a stack more days without touching its nodes", async () => {
        const [{ expires: before }] = await list();
        await ok("up", "t-1", "--days", "9");
        const [{ expires, owner }] = await list();
        assert.ok((expires as string) > (before as string));
        assert.equal(owner, "Team One");
        const objects = (await sandbox.objects()).filter(({ stack }) => stack === "dvlp-t-1");
        const template = objects.find(({ type }) => type === "aws:ec2/launchTemplate:LaunchTemplate");
        assert.equal(template?.properties.latestVersion, 1);
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp-t-1")), []);
    });

    it("updates no expired stack, and removes it with all that have expired", async () => {
        const claim = JSON.stringify({ cidr: (await list())[1].cidr, expires: "2026-01-31", owner: "x" });
        await sandbox.ok("stack", "tag", "set", "-s", "dvlp-t-2", "core-platform:ephemeral", claim);
        const refused = await ephemeral("up", "t-2");
        assert.equal(refused.code, 1);
        assert.match(refused.stderr, /expired on 2026-01-31[^]*down t-2/);
        // The program refuses it too, whoever runs pulumi by hand.
        const file = fileOf("dvlp-t-2");
        fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/expires: .*/, 'expires: "2026-01-31"'));
        const byHand = await sandbox.run(["preview", "-s", "dvlp-t-2"]);
        assert.notEqual(byHand.code, 0);
        assert.match(byHand.stdout, /core-platform:ephemeral\.expires[^]*is over: today is/);
        assert.match(await ok("list"), /t-2 .* 2026-01-31 over/);
        assert.equal((await ephemeral("down", "--expired")).code, 2);
        await ok("down", "--expired", "--yes");
        assert.deepEqual(
            (await list()).map(({ ticket }) => ticket),
            ["t-1"],
        );
        assert.deepEqual(await namesOf("dvlp-t-2"), []);
        assert.ok(!fs.existsSync(file));
    });

    it("removes a stack whose file is lost, and whose things were deleted by hand", async () => {
        const objects = (await sandbox.objects()).filter(({ stack }) => stack === "dvlp-t-1");
        for (const type of ["aws:ec2/natGateway:NatGateway", "aws:cloudwatch/logGroup:LogGroup"]) {
            const id = objects.find((object) => object.type === type)?.id ?? assert.fail(type);
            assert.equal((await sandbox.cloud(["rm", id])).code, 0);
        }
        fs.rmSync(fileOf("dvlp-t-1"));
        await ok("down", "t-1", "--yes");
        assert.ok(!fs.existsSync(fileOf("dvlp-t-1")));
        assert.match(await ok("down", "t-1", "--yes"), /There is no ephemeral stack of ticket t-1/);
    });

    it("goes on after an up that ended half-way", async () => {
        const faults = path.join(sandbox.folder, "faults.yaml");
        fs.writeFileSync(
            faults,
            "faults: [{ fault: fail, type: NatGateway, code: NatGatewayLimitExceeded }]\n",
        );
        const { code, stdout } = await ephemeralWith({ SANDBOX_FAULTS: faults }, "up", "t-3");
        assert.notEqual(code, 0);
        assert.match(
            stdout,
            /NatGatewayLimitExceeded[^]*dvlp-t-3 is not complete\.[^]*up t-3\n[^]*down t-3\n/,
        );
        const [{ cidr, resources }] = await list();
        assert.ok(resources > 10);
        await ok("up", "t-3");
        assert.equal((await list())[0].cidr, cidr);
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp-t-3")), []);
    });

    it("gives a killed run's lock up where it is told to, and only there", async () => {
        const locks = path.join(sandbox.folder, "state", ".pulumi", "locks", "organization", "core-platform");
        const lock = path.join(locks, "dvlp-t-3", "00000000-0000-4000-8000-000000000000.json");
        fs.mkdirSync(path.dirname(lock), { recursive: true });
        const killed = { pid: 999999999, username: "somebody", hostname: "elsewhere", timestamp: new Date() };
        fs.writeFileSync(lock, JSON.stringify(killed));
        const refused = await ephemeral("down", "t-3", "--yes");
        assert.equal(refused.code, 1);
        assert.match(refused.stderr, /locked[^]*somebody@elsewhere/);
        assert.match(refused.stdout, /dvlp-t-3: not removed[^]*--unlock/);
        assert.ok((await list())[0].resources > 70);
        await ok("down", "t-3", "--yes", "--unlock");
        assert.deepEqual(await list(), []);
    });

    it("leaves nothing but dvlp in the account, and dvlp as it was", async () => {
        const others = (await sandbox.objects()).filter(({ stack }) => stack !== "dvlp");
        assert.deepEqual(
            others.map(({ type, id }) => `${type} ${id}`),
            [],
        );
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp")), []);
        const { stdout } = await sandbox.run(["stack", "ls", "--json"]);
        assert.deepEqual(
            (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name),
            ["dvlp"],
        );
    });
});
