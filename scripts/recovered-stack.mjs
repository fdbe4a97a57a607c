import { parseArgs } from "node:util";

/** The options of `npm run recover` that take a value: recovery/command.ts has them all. */
const options = {
    found: { type: "string", multiple: true },
    nothing: { type: "string", multiple: true },
};

/**
 * The stack that the arguments of `npm run recover` name, wherever it stands among them.
 * @param {string[]} args
 * @returns {string} empty when there is none: the command itself says so
 */
export function recoveredStack(args) {
    return parseArgs({ args, options, allowPositionals: true, strict: false }).positionals[0] ?? "";
}
