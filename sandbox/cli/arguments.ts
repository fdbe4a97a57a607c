import * as path from "node:path";

/** Flags of pulumi whose value is a path, or several with commas between them. */
const PATH_FLAGS = [
    "--config-file",
    "--event-log",
    "--file",
    "--generate-resources",
    "--import-file",
    "--out",
    "--plan",
    "--policy-pack",
    "--policy-pack-config",
    "--save-plan",
];

/** Their short forms, which mean other things to other commands: `up -f` skips the preview. */
const SHORT_PATH_FLAGS: Record<string, string[]> = { import: ["-f", "-o"] };

/**
 * Makes the paths among pulumi's arguments absolute: the engine runs in the sandbox's project folder, the user
 * stands elsewhere.
 * @param folder where the user stands
 */
export function absolutePaths(args: readonly string[], folder: string): string[] {
    const end = args.includes("--") ? args.indexOf("--") : args.length;
    const flags = [...PATH_FLAGS, ...(SHORT_PATH_FLAGS[args[0]] ?? [])];
    return args.map((argument, index) => {
        if (index >= end) return argument;
        const [flag, ...rest] = argument.split("=");
        if (rest.length > 0 && flags.includes(flag)) return `${flag}=${absolute(rest.join("="), folder)}`;
        return flags.includes(args[index - 1]) ? absolute(argument, folder) : argument;
    });
}

/** `--policy-pack` takes several paths with commas between them. */
function absolute(value: string, folder: string): string {
    return value
        .split(",")
        .map((part) => path.resolve(folder, part))
        .join(",");
}

/** The stack that the arguments name by `-s` or `--stack`. */
export function stackOf(args: readonly string[]): string | undefined {
    for (const [index, argument] of args.entries()) {
        if (argument === "-s" || argument === "--stack") return args[index + 1];
        if (argument.startsWith("--stack=")) return argument.slice("--stack=".length);
        if (/^-s./.test(argument)) return argument.slice(2).replace(/^=/, "");
    }
    return undefined;
}

/** Whether a stack is among the arguments, by a flag or as a word: `select prod`, `--stack=organization/x/prod`. */
export function mentions(args: readonly string[], stack: string): boolean {
    return args.some((argument) => argument.split(/[/=]/).at(-1) === stack || argument === `-s${stack}`);
}
