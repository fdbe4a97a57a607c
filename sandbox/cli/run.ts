import { absolutePaths } from "./arguments";
import { Engine } from "./engine";
import { callerFolder, placeOf } from "./place";
import { tour } from "./tour";

/** `npm run sandbox [-- ARGS]`: pulumi in the sandbox; without arguments a tour. @returns the exit code */
export async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
    const engine = new Engine(placeOf(environment), environment);
    const changed = engine.prepare();
    for (const stack of changed) {
        process.stderr.write(
            `sandbox: ${stack} runs with a configuration of its own here (config set). ` +
                `Back to the tracked one: remove ${engine.place.project}/Pulumi.${stack}.yaml\n`,
        );
    }
    if (args.length === 0) return tour(engine);
    return engine.run(absolutePaths(args, callerFolder(environment)));
}
