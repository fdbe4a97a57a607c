import { absolutePaths, stackOf } from "./arguments";
import { Engine } from "./engine";
import { withFaults } from "./fault-run";
import { callerFolder, placeOf } from "./place";
import { tour } from "./tour";
import { checkVariables } from "./variables";

/** `npm run sandbox [-- ARGS]`: pulumi in the sandbox; without arguments a tour. @returns the exit code */
export async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
    checkVariables(environment);
    const place = placeOf(environment);
    return withFaults(place, environment, (withRun) => runIn(new Engine(place, withRun), args, withRun));
}

async function runIn(
    engine: Engine,
    args: readonly string[],
    environment: NodeJS.ProcessEnv,
): Promise<number> {
    const changed = await engine.prepare(args);
    const named = stackOf(args);
    for (const stack of changed.filter((stack) => named === undefined || named === stack)) {
        // On stderr: what pulumi says on stdout may be read by a program.
        process.stderr.write(
            `sandbox: ${stack} runs with a configuration of its own here (config set).\n` +
                `         Back to the tracked one: rm '${engine.place.project}/Pulumi.${stack}.yaml'\n`,
        );
    }
    if (args.length === 0) return tour(engine);
    return engine.run(absolutePaths(args, callerFolder(environment)));
}
