import * as eks from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import { minorVersionStep } from "../../config";
import { runError } from "../../config/run-error";

/**
 * The wanted Kubernetes version, once it is sure that a cluster that runs already can go there: never more than
 * one minor version up, never down. Asked at every preview, so that a reviewer sees the error and not the pipeline.
 * @param clusterName the cluster's name in AWS
 * @param parent whose AWS provider is asked
 * @throws pulumi.RunError with the versions and the next allowed one
 */
export function checkedVersion(
    clusterName: string,
    wanted: string,
    parent: pulumi.Resource,
): pulumi.Output<string> {
    return runningVersion(clusterName, parent).apply((running) => {
        try {
            if (running !== undefined) minorVersionStep(running, wanted);
            return wanted;
        } catch (error) {
            throw runError(error);
        }
    });
}

/** The version that the cluster runs, or undefined when there is no such cluster. */
function runningVersion(clusterName: string, parent: pulumi.Resource): pulumi.Output<string | undefined> {
    return pulumi.output(
        askForVersion(clusterName, parent).catch((error: unknown) => {
            const because = error instanceof Error ? error.message : String(error);
            const forEngine = new pulumi.RunError(
                `AWS could not be asked which version cluster ${clusterName} runs.\n${because}`,
            );
            // Credentials of another account end up here: a user's mistake, shown without a trace (see runError).
            forEngine.stack = undefined;
            throw forEngine;
        }),
    );
}

async function askForVersion(clusterName: string, parent: pulumi.Resource): Promise<string | undefined> {
    // Asked for by its name alone, a cluster that is not there yet would be an error.
    const { names } = await eks.getClusters({}, { parent });
    return names.includes(clusterName)
        ? (await eks.getCluster({ name: clusterName }, { parent })).version
        : undefined;
}
