import { at, text, type Properties } from "../cloud/values";
import type { ChartObject, KnownChart } from "./types";

/**
 * metrics-server: its versions, and what it makes.
 * Source: kubernetes-sigs/metrics-server, tags metrics-server-helm-chart-*, charts/metrics-server (3.13.1).
 */
export const metricsServer: KnownChart = {
    name: "metrics-server",
    repository: "https://kubernetes-sigs.github.io/metrics-server",
    appVersions: {
        "3.13.1": "0.8.1",
        "3.13.0": "0.8.0",
        "3.12.2": "0.7.2",
        "3.12.1": "0.7.1",
        "3.12.0": "0.7.0",
        "3.11.0": "0.6.4",
        "3.10.0": "0.6.3",
        "3.9.0": "0.6.3",
        "3.8.4": "0.6.2",
        "3.8.3": "0.6.2",
        "3.8.2": "0.6.1",
        "3.8.1": "0.6.1",
        "3.8.0": "0.6.0",
        "3.7.0": "0.5.2",
        "3.6.0": "0.5.1",
        "3.5.0": "0.5.0",
    },
    objects,
};

const RBAC = "rbac.authorization.k8s.io/v1";

/** What the templates render, of the values that switch objects on and off. */
function objects(release: { name: string; namespace: string }, values: Properties): ChartObject[] {
    const { namespace } = release;
    const [short, full] = names(release.name, values);
    const isOn = (path: string, otherwise: boolean): boolean =>
        (at(values, path) ?? otherwise) ? true : false;
    const rbac = isOn("rbac.create", true);
    const candidates: [boolean, ChartObject][] = [
        [
            isOn("serviceAccount.create", true),
            core("ServiceAccount", serviceAccount(values, full), namespace),
        ],
        [rbac, { kind: "ClusterRole", apiVersion: RBAC, name: `system:${short}-aggregated-reader` }],
        [rbac, { kind: "ClusterRole", apiVersion: RBAC, name: `system:${full}` }],
        [rbac, { kind: "ClusterRoleBinding", apiVersion: RBAC, name: `${full}:system:auth-delegator` }],
        [rbac, { kind: "ClusterRoleBinding", apiVersion: RBAC, name: `system:${full}` }],
        [
            rbac,
            { kind: "RoleBinding", apiVersion: RBAC, name: `${full}-auth-reader`, namespace: "kube-system" },
        ],
        [true, core("Service", full, namespace)],
        [true, { kind: "Deployment", apiVersion: "apps/v1", name: full, namespace }],
        [
            isOn("podDisruptionBudget.enabled", false),
            { kind: "PodDisruptionBudget", apiVersion: "policy/v1", name: full, namespace },
        ],
        [
            isOn("apiService.create", true),
            { kind: "APIService", apiVersion: "apiregistration.k8s.io/v1", name: "v1beta1.metrics.k8s.io" },
        ],
    ];
    return candidates.filter(([isThere]) => isThere).map(([, object]) => object);
}

function core(kind: string, name: string, namespace: string): ChartObject {
    return { kind, apiVersion: "v1", name, namespace };
}

/** The chart's `name` and `fullname`. Source: templates/_helpers.tpl. */
function names(release: string, values: Properties): [short: string, full: string] {
    const short = text(values.nameOverride) || "metrics-server";
    const joined = release.includes(short) ? release : `${release}-${short}`;
    return [trimmed(short), trimmed(text(values.fullnameOverride) || joined)];
}

function serviceAccount(values: Properties, full: string): string {
    return text(at(values, "serviceAccount.name")) || full;
}

function trimmed(name: string): string {
    return name.slice(0, 63).replace(/-$/, "");
}
