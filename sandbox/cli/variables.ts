import * as fs from "node:fs";
import * as path from "node:path";
import { accountOfPrincipal, isPrincipal } from "../cloud/principal";
import { readFaults } from "../faults/read";
import { readKubeconfig } from "../kubeconfig/read";
import { latencyScale } from "../latency/durations";
import { faultFile } from "./fault-run";
import { callerFolder } from "./place";

/**
 * Looks at what the user's variables point to, before the engine starts: a folder that is not there would be passed
 * over in silence, and a kubeconfig would be missed when half of the stack is made.
 * @throws Error naming the variable and what to do
 */
export function checkVariables(environment: NodeJS.ProcessEnv): void {
    const here = callerFolder(environment);
    const { SANDBOX_PLUGINS: plugins, SANDBOX_KUBECONFIG: kubeconfig } = environment;
    latencyScale(environment);
    checkCaller(environment);
    checkFaults(environment);
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

/** SANDBOX_PRINCIPAL is somebody who can call AWS, and of the account that SANDBOX_ACCOUNT names. */
function checkCaller({ SANDBOX_PRINCIPAL: principal, SANDBOX_ACCOUNT: account }: NodeJS.ProcessEnv): void {
    if (account && !/^\d{12}$/.test(account))
        throw new Error(`SANDBOX_ACCOUNT: "${account}" is no account id. Write twelve digits, 111122223333.`);
    if (!principal) return;
    if (!isPrincipal(principal))
        throw new Error(
            `SANDBOX_PRINCIPAL: "${principal}" is nobody who can call AWS. Write the ARN of a user, a role or a ` +
                "session of one: arn:aws:iam::111122223333:role/core-platform-deployer.",
        );
    if (account && accountOfPrincipal(principal) !== account)
        throw new Error(
            `SANDBOX_PRINCIPAL: ${principal} is not of account ${account}, which SANDBOX_ACCOUNT names. ` +
                "Change one of them, or unset SANDBOX_ACCOUNT.",
        );
}

function checkFaults(environment: NodeJS.ProcessEnv): void {
    const file = faultFile(environment);
    if (file === undefined) return;
    try {
        readFaults(file);
    } catch (error) {
        throw new Error(`SANDBOX_FAULTS: ${(error as Error).message}`, { cause: error });
    }
}

function isFolder(name: string): boolean {
    return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
