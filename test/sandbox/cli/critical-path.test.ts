import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { criticalPath } from "../../../sandbox/cli/critical-path";
import { temporaryFolder } from "../cloud/temporary-folder";
import { outputOf, type Output } from "./output";
import { pretendedPlace, type PretendedPlace } from "./pretended-place";

const urn = (type: string, name: string): string => `urn:pulumi:dvlp::core-platform::${type}::${name}`;
const VPC = urn("aws:ec2/vpc:Vpc", "vpc");
const SUBNET = urn("aws:ec2/subnet:Subnet", "subnet");
const NAT = urn("aws:ec2/natGateway:NatGateway", "nat");
const CLUSTER = urn("aws:eks/cluster:Cluster", "cluster");

/** A stack whose cluster waits for a NAT gateway: 656 s, and 562 s by AWS's own order. */
const PREVIEW = {
    steps: [
        { newState: { urn: VPC, type: "aws:ec2/vpc:Vpc", custom: true } },
        { newState: { urn: SUBNET, type: "aws:ec2/subnet:Subnet", custom: true, ...after(VPC) } },
        { newState: { urn: NAT, type: "aws:ec2/natGateway:NatGateway", custom: true, ...after(SUBNET) } },
        { newState: { urn: CLUSTER, type: "aws:eks/cluster:Cluster", custom: true, ...after(SUBNET, NAT) } },
    ],
};

function after(...urns: string[]): object {
    return { dependencies: urns, propertyDependencies: { input: urns } };
}

describe("npm run critical-path", () => {
    const folder = temporaryFolder();
    let pretended: PretendedPlace;

    beforeEach(() => {
        pretended = pretendedPlace(folder());
        const { engine } = pretended.place;
        fs.writeFileSync(path.join(engine, "preview.json"), JSON.stringify(PREVIEW));
        // The other pretended engine does all but previews.
        fs.renameSync(path.join(engine, "pulumi"), path.join(engine, "others"));
        const script = `#!/bin/sh
if [ "$3" = preview ]; then env > '${folder()}/environment'; echo "$*" > '${folder()}/preview'; cat '${engine}/preview.json'
else exec '${engine}/others' "$@"; fi
`;
        fs.writeFileSync(path.join(engine, "pulumi"), script, { mode: 0o755 });
    });

    const run = (args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Output<number>> =>
        outputOf(() => criticalPath(args, { ...pretended.environment, ...environment }), 80);

    const noted = (name: string): string => fs.readFileSync(path.join(folder(), name), "utf8");

    it("prints both chains and how far they are apart", async () => {
        const { stdout, stderr, result } = await run(["dvlp"]);
        assert.deepEqual([stderr, result], ["", 0]);
        assert.match(stdout, /^dvlp: an up from nothing takes 10m56s on AWS/);
        assert.match(stdout, /^ {3}1m56s {3}\+94 s {2}NatGateway nat$/m);
        assert.match(stdout, /^The chain that AWS itself forces: 9m22s$/m);
        assert.match(stdout, /^The program takes 1\.17 times what AWS forces\./m);
    });

    it("answers in JSON, with sources", async () => {
        const { stdout, result } = await run(["dvlp", "--json"]);
        const report = JSON.parse(stdout) as { stack: string; program: { seconds: number; steps: object[] } };
        assert.deepEqual([result, report.stack, report.program.seconds], [0, "dvlp", 656]);
        assert.deepEqual(Object.keys(report.program.steps[0]), ["type", "name", "seconds", "done", "source"]);
    });

    it("fails above the ratio that is asked for, and only then", async () => {
        const above = await run(["dvlp", "--max-ratio", "1.1"]);
        assert.equal(above.result, 1);
        assert.match(
            above.stderr,
            /^critical-path: dvlp takes 1\.17 times what AWS forces, more than 1\.1\.\n/,
        );
        assert.match(above.stdout, /NatGateway nat/);
        assert.equal((await run(["dvlp", "--max-ratio", "1.2"])).result, 0);
    });

    it("previews the stack in a sandbox of its own, which is gone afterwards", async () => {
        const strange = { SANDBOX_ACCOUNT: "999999999999", SANDBOX_LATENCY: "1", SANDBOX_PRINCIPAL: "arn:x" };
        assert.equal((await run(["pprd"], strange)).result, 0);
        assert.match(noted("preview"), / preview -s pprd --json$/m);
        const environment = noted("environment");
        for (const name of Object.keys(strange))
            assert.doesNotMatch(environment, new RegExp(`^${name}=`, "m"));
        const [, used] = /^SANDBOX_DIR=(.*)$/m.exec(environment) ?? [];
        assert.ok(used.startsWith(fs.realpathSync(os.tmpdir())) || used.startsWith(os.tmpdir()), used);
        assert.notEqual(used, pretended.place.folder);
        assert.ok(!fs.existsSync(used));
        assert.ok(!fs.existsSync(pretended.place.folder));
    });

    it("passes on what the engine says when the program fails", async () => {
        fs.rmSync(path.join(pretended.place.engine, "preview.json"));
        await assert.rejects(run(["dvlp"]), /pulumi preview -s dvlp --json failed:\n.*preview\.json/);
    });

    it("answers 2 to wrong usage, and says what is meant", async () => {
        const wrong: [string[], RegExp][] = [
            [[], /missing required argument 'stack'/],
            [
                ["dvpl"],
                /'dvpl' is invalid for argument 'stack'\. Write one of dvlp, pprd, prod; do you mean dvlp\?/,
            ],
            [["dvlp-t1"], /'dvlp-t1' is invalid.*\nAn ephemeral stack takes as long as its environment's\./],
            [["dvlp", "--max-ratio", "0.9"], /'0\.9' is invalid\. Write a number from 1 up/],
            [["dvlp", "--max-ratio", "much"], /'much' is invalid/],
            [["dvlp", "--jsn"], /unknown option '--jsn'/],
            [["dvlp", "prod"], /too many arguments/],
        ];
        for (const [args, message] of wrong) {
            const { stdout, stderr, result } = await run(args);
            assert.deepEqual([stdout, result], ["", 2], args.join(" "));
            assert.match(stderr, message);
        }
        assert.ok(!fs.existsSync(path.join(folder(), "preview")));
    });

    it("has help that fits 80 columns", async () => {
        const { stdout, result } = await run(["--help"]);
        assert.equal(result, 0);
        assert.match(stdout, /^Usage: npm run critical-path -- \[options\] <stack>/);
        assert.deepEqual(
            stdout.split("\n").filter((line) => line.length > 80),
            [],
        );
    });
});
