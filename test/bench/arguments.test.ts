import assert from "node:assert/strict";
import { parseArguments, UsageError } from "../../bench/arguments";

const FIGURES = ["preview", "memory"];
const STACKS = ["dvlp", "prod"];
const parse = (...args: string[]) => parseArguments(args, FIGURES, STACKS);

function refuses(args: string[], message: RegExp): void {
    assert.throws(
        () => parse(...args),
        (error) => error instanceof UsageError && message.test(error.message),
    );
}

describe("The arguments of npm run bench", () => {
    it("ask for every figure of every stack by five runs when there are none", () => {
        assert.deepEqual(parse(), {
            help: false,
            json: false,
            cold: false,
            profile: false,
            only: [],
            stacks: STACKS,
            runs: 5,
        });
    });

    it("choose figures, stacks and the number of runs", () => {
        const asked = parse(
            "--only",
            "memory",
            "--only",
            "preview",
            "--stack",
            "prod",
            "--runs",
            "1",
            "--json",
        );
        assert.deepEqual(asked.only, ["memory", "preview"]);
        assert.deepEqual(asked.stacks, ["prod"]);
        assert.equal(asked.runs, 1);
        assert.equal(asked.json, true);
    });

    it("are refused with the nearest figure and all there are", () => {
        refuses(["--only", "memroy"], /--only memroy: .*Do you mean memory\? There are preview, memory\./);
    });

    it("are refused with the stacks there are", () => {
        refuses(
            ["--stack", "elsewhere"],
            /--stack elsewhere: there is none of that name\. There are dvlp, prod\./,
        );
    });

    it("are refused where runs are no whole number from 1", () => {
        for (const runs of ["0", "1.5", "many", "1000", "-1"])
            refuses([`--runs=${runs}`], /whole number from 1 to 999/);
    });

    it("are refused where an option is unknown, lacks its value or is none", () => {
        refuses(["--fast"], /--fast/);
        refuses(["--runs"], /--runs/);
        refuses(["preview"], /preview/);
    });
});
