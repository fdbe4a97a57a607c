import * as fs from "node:fs";
import * as path from "node:path";
import { readKubeconfig } from "../kubeconfig/read";
import { latencyScale } from "../latency/durations";
import { callerFolder } from "./place";

/**
 * Looks at what the user's variables point to, before the engine starts: a folder that is not there would be passed
 * over in silence, and a kubeconfig would be missed when half of the stack is made.
 * @throws Error naming the variable and what to do
 */
export function checkVariables(environment: NodeJS.ProcessEnv): void {
    latencyScale(environment);
    const here = callerFolder(environment);
    const { SANDBOX_PLUGINS: plugins, SANDBOX_KUBECONFIG: kubeconfig } = environment;
    if (plugins && !isFolder(path.resolve(here, plugins)))
        throw new Error(
            `SANDBOX_PLUGINS: ${path.resolve(here, plugins)} is not a folder. Name one that holds ` +
                "pulumi-resource-<provider>, or unset the variable.",
        );
    if (!kubeconfig) return;
    try {
        readKubeconfig(path.resolve(here, kubeconfig));
    } catch (error) {
        throw new Error(`SANDBOX_KUBECONFIG: ${(error as Error).message}`);
    }
}

function isFolder(name: string): boolean {
    return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
