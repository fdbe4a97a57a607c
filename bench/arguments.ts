import { parseArgs } from "node:util";
import { nearest } from "../environments/nearest";

/** What the command line asks for. */
export interface Asked {
    help: boolean;
    json: boolean;
    cold: boolean;
    profile: boolean;
    /** Names of figures; all without. */
    only: readonly string[];
    stacks: readonly string[];
    runs: number;
}

/** The command line can't be meant; the message says why. */
export class UsageError extends Error {}

/** Runs that a median is taken of unless told otherwise. */
const RUNS = 5;

/**
 * @param args what follows `npm run bench --`
 * @param figures names of the figures there are
 * @param stacks names of the stacks there are
 * @throws UsageError
 */
export function parseArguments(
    args: readonly string[],
    figures: readonly string[],
    stacks: readonly string[],
): Asked {
    const { help, json, cold, profile, only, stack, runs } = values(args);
    return {
        help: help ?? false,
        json: json ?? false,
        cold: cold ?? false,
        profile: profile ?? false,
        only: known("--only", only ?? [], figures),
        stacks: stack === undefined ? stacks : known("--stack", stack, stacks),
        runs: runs === undefined ? RUNS : count(runs),
    };
}

function values(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            options: {
                help: { type: "boolean", short: "h" },
                json: { type: "boolean" },
                cold: { type: "boolean" },
                profile: { type: "boolean" },
                only: { type: "string", multiple: true },
                stack: { type: "string", multiple: true, short: "s" },
                runs: { type: "string" },
            },
        }).values;
    } catch (error) {
        throw new UsageError((error as Error).message);
    }
}

function known(option: string, given: readonly string[], names: readonly string[]): readonly string[] {
    for (const name of given.filter((name) => !names.includes(name))) {
        const near = nearest(name, names);
        const hint = near === undefined ? "" : ` Do you mean ${near}?`;
        throw new UsageError(
            `${option} ${name}: there is none of that name.${hint} There are ${names.join(", ")}.`,
        );
    }
    return given;
}

function count(text: string): number {
    if (!/^[1-9]\d{0,2}$/.test(text))
        throw new UsageError(`--runs ${text}: use a whole number from 1 to 999.`);
    return Number(text);
}
