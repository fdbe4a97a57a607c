import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { run } from "../../../sandbox/cli/run";
import { temporaryFolder } from "../cloud/temporary-folder";
import { outputOf } from "./output";
import { pretendedPlace, type PretendedPlace } from "./pretended-place";

describe("Pulumi in the sandbox", () => {
    const folder = temporaryFolder();
    let pretended: PretendedPlace;

    beforeEach(() => {
        pretended = pretendedPlace(folder());
    });

    const configure = (stack: string): void => {
        const file = path.join(pretended.place.project, `Pulumi.${stack}.yaml`);
        fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("team", "me"));
    };

    it("has the arguments it was given, with absolute paths, and its own exit code", async () => {
        assert.equal(await run(["exit", "3", "--plan", "p"], pretended.environment), 3);
        assert.equal(pretended.calls().at(-1), `exit 3 --plan ${folder()}/p`);
    });

    it("is all that writes to stdout; a configuration of the sandbox's own is told on stderr", async () => {
        await run(["exit", "0"], pretended.environment);
        configure("pprd");
        const { stdout, stderr } = await outputOf(() => run(["exit", "0"], pretended.environment));
        assert.equal(stdout, "");
        assert.match(stderr, /^sandbox: pprd runs with a configuration of its own/);
        assert.ok(stderr.includes(`rm '${pretended.place.project}/Pulumi.pprd.yaml'`));
    });

    it("says nothing about another stack's configuration", async () => {
        await run(["exit", "0"], pretended.environment);
        configure("pprd");
        const { stderr } = await outputOf(() => run(["exit", "0", "-s", "dvlp"], pretended.environment));
        assert.equal(stderr, "");
    });

    it("without arguments takes the tour", async () => {
        const { stdout, result } = await outputOf(() => run([], pretended.environment));
        assert.equal(result, 0);
        assert.match(stdout, /What to try next/);
        assert.equal(pretended.calls().at(-1), "stack output -s dvlp");
    });
});
