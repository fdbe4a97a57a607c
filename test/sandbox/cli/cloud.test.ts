import assert from "node:assert/strict";
import { cloud } from "../../../sandbox/cli/cloud";
import { temporaryFolder } from "../cloud/temporary-folder";
import { outputOf, type Output } from "./output";
import { pretendedPlace, putObject, type PretendedPlace } from "./pretended-place";

const COMMANDS = ["list", "show", "edit", "rm", "kind", "reset"];

describe("The command line on the pretended cloud", () => {
    const folder = temporaryFolder();
    let pretended: PretendedPlace;

    beforeEach(() => {
        pretended = pretendedPlace(folder());
        putObject(pretended.place, "dvlp", { id: "vpc-1", properties: { size: 1 } });
    });

    const cloudWith = (...args: string[]): Promise<Output<number>> =>
        outputOf(() => cloud(args, pretended.environment), 80);

    it("has help that fits 80 columns, for each command", async () => {
        for (const args of [["--help"], ...COMMANDS.map((name) => [name, "--help"])]) {
            const { stdout, result } = await cloudWith(...args);
            assert.equal(result, 0);
            assert.match(stdout, /^Usage: npm run sandbox:cloud -- /);
            assert.deepEqual(
                stdout.split("\n").filter((line) => line.length > 80),
                [],
                args.join(" "),
            );
        }
    });

    it("lists its commands, on stderr and with exit code 2, when it is given none", async () => {
        const { stdout, stderr, result } = await cloudWith();
        assert.deepEqual([stdout, result], ["", 2]);
        for (const name of COMMANDS) assert.match(stderr, new RegExp(`^  ${name} `, "m"));
    });

    it("answers 2 to wrong usage, changes nothing and says what is wrong", async () => {
        const wrong: [string[], RegExp][] = [
            [["lst"], /unknown command 'lst'\n\(Did you mean list\?\)/],
            [["show"], /missing required argument 'id'/],
            [["edit", "vpc-1"], /missing required argument 'key=value'/],
            [["edit", "vpc-1", "size=2", "nonsense"], /'nonsense' is invalid.*KEY=VALUE/],
            [["edit", "vpc-1", "=2"], /'=2' is invalid/],
            [["list", "--sonnet"], /unknown option '--sonnet'/],
            [["rm", "vpc-1", "vpc-2"], /too many arguments/],
        ];
        for (const [args, message] of wrong) {
            const { stdout, stderr, result } = await cloudWith(...args);
            assert.deepEqual([stdout, result], ["", 2], args.join(" "));
            assert.match(stderr, message);
        }
        assert.match((await cloudWith("show", "vpc-1")).stdout, /size: 1/);
    });

    it("answers 0 when it did what was asked, and passes refusals on as errors", async () => {
        const done = [
            ["list", "--type", "vpc"],
            ["show", "vpc-1", "--json"],
            ["edit", "vpc-1", "tags.owner=me", "--stack", "dvlp"],
            ["edit", "vpc-1", "size=2", "--force"],
            ["rm", "core-vpc-1", "-s", "dvlp", "-t", "ec2"],
            ["reset", "--dry-run", "--keep-state"],
        ];
        for (const args of done) assert.equal((await cloudWith(...args)).result, 0, args.join(" "));
        await assert.rejects(cloudWith("show", "vpc-1"), { message: /nothing in the cloud/ });
    });

    it("takes several changes at once, as JSON where they are", async () => {
        await cloudWith("edit", "vpc-1", "size=2", "size=[3]", "--json", "-f");
        assert.match((await cloudWith("show", "vpc-1")).stdout, /size:\n +- 3/);
    });
});
