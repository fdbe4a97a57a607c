/**
 * The Kubernetes versions that EKS takes for new clusters: standard and extended support, as of 2026.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html (the release calendar, in the
 * copy that https://github.com/aws-samples/sample-apex-skills verified in April 2026).
 */
export const OFFERED_VERSIONS: readonly string[] = ["1.30", "1.31", "1.32", "1.33", "1.34", "1.35"];

/** The newest version: what a cluster gets that names none. */
export const NEWEST_VERSION = OFFERED_VERSIONS[OFFERED_VERSIONS.length - 1];

/** 34 of `1.34` and of `v1.34.6-eksbuild.2`. NaN when it is no version. */
export function minor(version: string): number {
    return Number(/^v?1\.(\d+)(?=$|\.)/.exec(version)?.[1] ?? Number.NaN);
}
