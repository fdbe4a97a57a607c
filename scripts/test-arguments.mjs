import { existsSync } from "node:fs";

/** Options of mocha that take the next argument as their value, which therefore is no test file. */
const WITH_VALUE = /^(-[gftsjR]|--(grep|fgrep|timeout|slow|jobs|retries|reporter))$/;

/** All test files; scripts are plain ES modules, and so are their tests. */
const ALL_TESTS = ["test/**/*.test.ts", "test/**/*.test.mjs"];

/** Tests that drive the engine, slow ones. */
const ENGINE_TESTS = ["test/e2e/**", "test/golden/**", "test/engine/**"];

/** Options that have files of expectations written anew, and the variable that tells the tests. */
const UPDATES = { "--update-golden": "UPDATE_GOLDEN", "--update-recorded": "UPDATE_RECORDED" };

/** All options that tests are told of; those outside the folders of the engine's tests do without it by UNIT_TESTS. */
const TOLD = { ...UPDATES, "--unit": "UNIT_TESTS" };

/**
 * Reads the arguments of `npm test -- ARGS`:
 *   --unit             leaves out the tests that drive the engine, and the set-up of what they need
 *   --update-golden    writes the golden resource graphs anew
 *   --update-recorded  writes the recorded stack anew, which the program must not replace
 *   FILES              run these instead of all; anything else is mocha's
 * @param {string[]} args
 * @param {(path: string) => boolean} exists
 * @returns {{ mocha: string[], env: Record<string, string>, unit: boolean, everything: boolean }} mocha's arguments,
 *   variables to set, whether only unit tests and whether all tests run
 */
export function testArguments(args, exists = existsSync) {
    const rest = args.filter((arg) => !(arg in TOLD));
    const isFile = (arg, index) =>
        !arg.startsWith("-") && !WITH_VALUE.test(rest[index - 1] ?? "") && (exists(arg) || arg.includes("*"));
    const files = rest.filter(isFile);
    const options = rest.filter((arg, index) => !isFile(arg, index));
    const unit = args.includes("--unit");
    return {
        mocha: [
            ...options,
            ...(unit ? ENGINE_TESTS.flatMap((pattern) => ["--ignore", pattern]) : []),
            ...(files.length > 0 ? files : ALL_TESTS),
        ],
        env: Object.fromEntries(args.filter((arg) => arg in TOLD).map((arg) => [TOLD[arg], "1"])),
        unit,
        everything: rest.length === 0 && !unit,
    };
}
