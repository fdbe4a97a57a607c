import * as path from "node:path";

/** Flags of pulumi whose value is a path, or begins with one. */
const PATH_FLAGS = [
    "--config-file",
    "--event-log",
    "--file",
    "--out",
    "--plan",
    "--policy-pack",
    "--policy-pack-config",
    "--save-plan",
];

/**
 * Makes the paths among pulumi's arguments absolute: the engine runs in the sandbox's project folder, the user
 * stands elsewhere.
 * @param folder where the user stands
 */
export function absolutePaths(args: readonly string[], folder: string): string[] {
    return args.map((argument, index) => {
        const [flag, ...rest] = argument.split("=");
        if (rest.length > 0 && PATH_FLAGS.includes(flag))
            return `${flag}=${absolute(rest.join("="), folder)}`;
        return PATH_FLAGS.includes(args[index - 1]) ? absolute(argument, folder) : argument;
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
