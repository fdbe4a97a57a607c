import { at, isObject, text, type Properties } from "../cloud/values";
import type { CloudObject } from "../cloud/account";
import type { Call } from "../plugin/call";
import { DEFINITION } from "./api/served";
import { definitionsOf, INGRESS_CONTROLLERS, nameOfChart, type KindOfChart } from "./chart-definitions";
import { removeCustomObjects } from "./custom-objects";
import { created } from "./object-metadata";
import type { ChartObject } from "./types";

/** A release, as far as its objects note it. */
export interface ReleaseIdentity {
    name: string;
    namespace: string;
}

const RELEASE = "kubernetes:helm.sh/v3:Release";

/** The definitions among a release's own objects; those of a chart's `crds/` folder are not. */
export function definitionObjects(inputs: Properties): ChartObject[] {
    const found = definitionsOf(text(inputs.chart) ?? "", valuesOf(inputs));
    if (found === undefined || found.way === "folder") return [];
    return found.kinds.map((kind) => ({
        kind: "CustomResourceDefinition",
        apiVersion: "apiextensions.k8s.io/v1",
        name: nameOf(kind),
    }));
}

/**
 * Puts the definitions into the cluster that a release brings. What is there stays: Helm skips it in `crds/`, and has
 * refused it before where it is an object of the release and not its own.
 */
export function bringDefinitions(
    inputs: Properties,
    owner: ReleaseIdentity,
    isInstall: boolean,
    call: Call,
): void {
    const found = definitionsOf(text(inputs.chart) ?? "", valuesOf(inputs));
    if (found === undefined) return;
    const isFolder = found.way === "folder";
    const isKept = found.way === "kept" && at(valuesOf(inputs), "crds.keep") !== false;
    if (isFolder && (inputs.skipCrds === true || !isInstall)) return;
    for (const kind of found.kinds) {
        if (call.find(DEFINITION, nameOf(kind)) !== undefined) continue;
        call.put({
            type: DEFINITION,
            id: nameOf(kind),
            properties: definitionOf(kind, isFolder ? {} : ownership(owner)),
            internal: { release: isFolder ? "" : `${owner.namespace}/${owner.name}`, isKept },
        });
    }
}

/** Takes a release's own definitions away, and with each the objects of its kind. */
export function takeDefinitions(release: CloudObject, call: Call): void {
    for (const definition of call.list(DEFINITION)) {
        const { internal = {} } = definition;
        if (internal.release !== release.id || internal.isKept === true) continue;
        removeCustomObjects(definition, call);
        call.remove(definition);
    }
}

/**
 * Why Helm won't take a definition that is there already into a release; undefined when it will, or when there is none.
 * Source: helm pkg/action/validate.go, checkOwnership.
 */
export function ownershipProblems(object: ChartObject, owner: ReleaseIdentity, call: Call): string[] {
    const found = object.kind === "CustomResourceDefinition" ? call.find(DEFINITION, object.name) : undefined;
    if (found === undefined) return [];
    const metadata = isObject(found.properties.metadata) ? found.properties.metadata : {};
    const wanted = ownership(owner);
    return Object.entries(wanted).flatMap(([place, values]) =>
        Object.entries(values as Properties).flatMap(([key, value]) => {
            const current = at(metadata, `${place}["${key}"]`);
            if (current === value) return [];
            const what = `${place.replace(/s$/, "")} validation error`;
            return current === undefined
                ? [`${what}: missing key "${key}": must be set to "${String(value)}"`]
                : [
                      `${what}: key "${key}" must equal "${String(value)}": current value is "${String(current)}"`,
                  ];
        }),
    );
}

/** Whether somebody in the cluster gives an Ingress its address. */
export function hasIngressController(call: Call): boolean {
    return call
        .list(RELEASE)
        .some(({ properties }) => INGRESS_CONTROLLERS.includes(nameOfChart(text(properties.chart) ?? "")));
}

function ownership({ name, namespace }: ReleaseIdentity): Properties {
    return {
        labels: { "app.kubernetes.io/managed-by": "Helm" },
        annotations: { "meta.helm.sh/release-name": name, "meta.helm.sh/release-namespace": namespace },
    };
}

function definitionOf(kind: KindOfChart, owned: Properties): Properties {
    const name = nameOf(kind);
    const { labels = {}, ...rest } = owned;
    return {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: created({ name, ...rest }, isObject(labels) ? labels : {}),
        spec: {
            group: kind.group,
            names: { kind: kind.kind, plural: kind.plural },
            scope: kind.namespaced ? "Namespaced" : "Cluster",
            versions: kind.versions.map((version, index) => ({
                name: version,
                served: true,
                storage: index === 0,
            })),
        },
    };
}

function nameOf({ plural, group }: KindOfChart): string {
    return `${plural}.${group}`;
}

function valuesOf({ values }: Properties): Properties {
    return isObject(values) ? values : {};
}
