import * as aws from "@pulumi/aws";
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
    return aws.eks
        .getClustersOutput({}, { parent })
        .apply(({ names }) =>
            names.includes(clusterName)
                ? aws.eks
                      .getClusterOutput({ name: clusterName }, { parent })
                      .apply(({ version }): string | undefined => version)
                : pulumi.output(undefined),
        );
}
