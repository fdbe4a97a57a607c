/** Rules about the versions of Kubernetes and of the add-ons. */
import type { ConfigIssue } from "../error";
import { KUBERNETES_VERSIONS, minorOf } from "../kubernetes-versions";
import type { StackSettings } from "../schema";
import type { Rule } from "./rule";

/** The known version with the fewest minor versions in between. A wrong major is a slip: the minor tells. */
function closestVersion(version: string, known: readonly string[]): string {
    const { minor } = minorOf(version);
    const distance = (other: string) => Math.abs(minorOf(other).minor - minor);
    return known.reduce((best, other) => (distance(other) < distance(best) ? other : best));
}

function* knownVersion({ cluster: { version } }: StackSettings): Iterable<ConfigIssue> {
    const known = Object.keys(KUBERNETES_VERSIONS);
    if (known.includes(version)) return;
    const near = closestVersion(version, known);
    yield {
        key: "cluster.version",
        value: version,
        problem: `is none of ${known.join(", ")}, for which add-on versions are known`,
        remedy: `Write "${near}" in quotes, or add the version to config/kubernetes-versions.ts.`,
    };
}

/**
 * kube-proxy has the cluster's own minor version: never newer (Kubernetes' version skew policy), and older only
 * while an upgrade runs, which the Cluster component orders within one `up`: no stack file needs to say it.
 */
function* kubeProxyFollows({ cluster: { version, addons } }: StackSettings): Iterable<ConfigIssue> {
    const value = addons["kube-proxy"];
    if (value === undefined) return;
    const [wanted, cluster] = [minorOf(value), minorOf(version)];
    if (wanted.major === cluster.major && wanted.minor === cluster.minor) return;
    yield {
        key: "cluster.addons.kube-proxy",
        value,
        problem: `must be of the cluster's minor version, ${version}`,
        remedy: `Write a version that begins with v${version}, or remove the key.`,
    };
}

export const KUBERNETES_RULES: readonly Rule[] = [
    {
        name: "known-version",
        title: "The Kubernetes version is one whose add-on versions are known.",
        keys: ["cluster.version"],
        check: knownVersion,
    },
    {
        name: "kube-proxy-follows",
        title: "kube-proxy has the cluster's minor version.",
        keys: ["cluster.addons.kube-proxy"],
        check: kubeProxyFollows,
    },
];
