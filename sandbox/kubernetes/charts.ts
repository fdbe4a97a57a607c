import { metricsServer } from "./metrics-server";
import type { ChartObject, KnownChart } from "./types";
import { isExact, newestFitting } from "./version-range";

/** Of every other chart the sandbox takes each exact version as existing, and lists no objects. */
const CHARTS: readonly KnownChart[] = [metricsServer];

/** The chart of a repository, or undefined where the sandbox knows nothing of it. */
export function knownChart(repository: string, name: string): KnownChart | undefined {
    const url = repository.replace(/\/+$/, "");
    return CHARTS.find((chart) => chart.repository === url && chart.name === name);
}

/**
 * The exact version that a release installs.
 * @param version as the program gave it: exact, a range, or empty for the newest
 * @throws Error with Helm's sentence when there is none, or the sandbox's when it can't know
 */
export function resolvedVersion(repository: string, name: string, version: string): string {
    const chart = knownChart(repository, name);
    if (chart !== undefined) {
        const found = newestFitting(Object.keys(chart.appVersions), version);
        if (found !== undefined) return found;
        const wanted = `chart "${name}"` + (version === "" ? "" : ` version "${version}"`);
        // Sentence: helm pkg/repo/chartrepo.go, FindChartInAuthAndTLSAndPassRepoURL.
        throw new Error(`${wanted} not found in ${repository} repository`);
    }
    if (isExact(version)) return version;
    const where = repository === "" ? "" : ` of ${repository}`;
    throw new Error(
        `the sandbox does not know the versions of chart "${name}"${where} and cannot choose one for ` +
            `"${version}": give an exact version`,
    );
}

/** The names of a chart's objects as the provider shows them, by kind, group and version. */
export function resourceNames(objects: readonly ChartObject[]): Record<string, string[]> {
    const names: Record<string, string[]> = {};
    for (const { kind, apiVersion, name, namespace } of objects) {
        const [group] = apiVersion.includes("/") ? apiVersion.split("/") : [""];
        // Source: pulumi-kubernetes provider/pkg/provider/manifest_json.go.
        const key = `${group === "" ? kind : `${kind}.${group}`}/${apiVersion}`;
        (names[key] ??= []).push(namespace === undefined ? name : `${namespace}/${name}`);
    }
    for (const key of Object.keys(names)) names[key].sort();
    return names;
}
