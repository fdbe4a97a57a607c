import { at, isObject, text, type Properties } from "../cloud/values";
import type { CloudObject } from "../cloud/account";
import type { Call } from "../plugin/call";
import {
    bringDefinitions,
    definitionObjects,
    ownershipProblems,
    takeDefinitions,
    type ReleaseIdentity,
} from "./chart-effects";
import { knownChart, resourceNames } from "./charts";
import { FORBIDDEN } from "./refusals";
import type { Attempt, ChartObject, KubernetesFake } from "./types";
import { ensureNamespace, findNamespace } from "./namespace";
import { hasNodes } from "./nodes";
import { normalised, releaseFailures, repositoryOf } from "./release-inputs";
import { RELEASE_REFUSALS } from "./release-refusals";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "pulumi-kubernetes provider/pkg/provider/helm_release.go, Diff (forceNewFields)";

/** A Helm release. Of charts that the sandbox knows it lists the objects; of others it knows none. */
export const release: KubernetesFake = {
    type: "kubernetes:helm.sh/v3:Release",
    service: "Helm",
    operations: { create: "install", read: "get", update: "upgrade", delete: "uninstall" },
    replaceOn: { name: FORCE_NEW, namespace: FORCE_NEW },
    recomputed: ["status", "resourceNames"],
    computed: ["status", "resourceNames"],
    refusals: { ...FORBIDDEN, ...RELEASE_REFUSALS },
    attempts,
    normalise: normalised,
    check: releaseFailures,
    create(inputs, call) {
        const { name, namespace, id } = identityOf(inputs);
        if (name.length > 53 || !RELEASE_NAME.test(name)) call.refuse("InvalidName", { name });
        const existing = call.find(release.type, id);
        const isFailed = at(existing?.properties ?? {}, "status.status") === "failed";
        if (existing !== undefined && !(inputs.replace === true && isFailed)) call.refuse("NameInUse");
        const objects = objectsOf(inputs);
        refuseForeign(id, objects, inputs, call);
        // Helm installs `crds/` before anything else.
        bringDefinitions(inputs, { name, namespace }, true, call);
        if (inputs.createNamespace === true) ensureNamespace(namespace, call);
        if (!findNamespace(namespace, call)) call.refuse("NoNamespace", { namespace });
        const isReady = isReadyOn(inputs, call);
        if (!isReady && inputs.atomic === true) call.refuse("Uninstalled", { name });
        if (!isReady) call.notReady("NotAvailable", { id });
        return { id, outputs: deployed(inputs, objects, 1, isReady) };
    },
    update(inputs, object, call) {
        const { id, name, namespace } = identityOf(inputs);
        const objects = objectsOf(inputs);
        refuseForeign(id, objects, inputs, call);
        bringDefinitions(inputs, { name, namespace }, false, call);
        const isReady = isReadyOn(inputs, call);
        if (!isReady && inputs.atomic === true) call.refuse("RolledBack", { id, name });
        if (!isReady) call.notReady("NotUpgraded", { id });
        return deployed(inputs, objects, Number(at(object.properties, "status.revision") ?? 0) + 1, isReady);
    },
    delete: (object, call) => takeDefinitions(object, call),
};

/** Source: helm pkg/chartutil/validate_name.go. */
const RELEASE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Helm keeps a release in a Secret; and a chart's objects of the whole cluster need rights there. */
function attempts({ verb, id, inputs = {} }: Parameters<KubernetesFake["attempts"]>[0]): Attempt[] {
    const namespace = id === undefined ? identityOf(inputs).namespace : id.split("/")[0];
    const secrets = { resource: "secrets", namespace };
    const reading: Attempt = { ...secrets, verb: "list", said: "query: failed to query with labels: " };
    if (verb === "read") return [reading];
    if (verb === "delete") return [reading, { ...secrets, verb: "delete" }];
    const wholeCluster = objectsOf(inputs).some((object) => object.namespace === undefined);
    return [
        // An install takes a history that it may not read for an empty one.
        ...(verb === "update" ? [reading] : []),
        ...(inputs.createNamespace === true ? [{ verb: "create", resource: "namespaces" } as const] : []),
        { ...secrets, verb: "create", said: "create: failed to create: " },
        ...(wholeCluster
            ? [{ verb: "create", resource: "clusterroles.rbac.authorization.k8s.io" } as const]
            : []),
        ...(definitionObjects(inputs).length > 0
            ? [{ verb: "create", resource: "customresourcedefinitions.apiextensions.k8s.io" } as const]
            : []),
    ];
}

function identityOf(inputs: Properties): { name: string; namespace: string; id: string } {
    const [name, namespace] = [text(inputs.name) ?? "", text(inputs.namespace) ?? ""];
    return { name, namespace, id: `${namespace}/${name}` };
}

function objectsOf(inputs: Properties): ChartObject[] {
    const chart = knownChart(repositoryOf(inputs), text(inputs.chart) ?? "");
    const known = chart?.objects(identityOf(inputs), isObject(inputs.values) ? inputs.values : {}) ?? [];
    return [...known, ...definitionObjects(inputs)];
}

/** What the provider shows of a release. Source: helm_release.go, setReleaseAttributes. */
function deployed(
    inputs: Properties,
    objects: readonly ChartObject[],
    revision: number,
    isReady: boolean,
): Properties {
    const { name, namespace } = identityOf(inputs);
    const chart = knownChart(repositoryOf(inputs), text(inputs.chart) ?? "");
    const version = text(inputs.version) ?? "";
    const appVersion = chart?.appVersions[version];
    return {
        resourceNames: resourceNames(objects),
        status: {
            ...(appVersion !== undefined && { appVersion }),
            chart: chart?.name ?? text(inputs.chart)?.split("/").at(-1) ?? "",
            name,
            namespace,
            revision,
            status: isReady ? "deployed" : "failed",
            version,
        },
    };
}

/** Whether what Helm waits for comes up: the sandbox takes it for granted where pods have nodes to run on. */
function isReadyOn(inputs: Properties, call: Call): boolean {
    const waits = inputs.skipAwait !== true || inputs.atomic === true;
    return !waits || hasNodes(call);
}

/** Refuses objects that belong to another release. Source: helm pkg/action/validate.go, existingResourceConflict. */
function refuseForeign(id: string, objects: readonly ChartObject[], inputs: Properties, call: Call): void {
    if (inputs.takeOwnership === true) return;
    refuseForeignDefinitions(objects, identityOf(inputs), call);
    for (const other of call.list(release.type)) {
        if (other.id === id) continue;
        const taken = objects.find((object) => owns(other, object));
        if (taken === undefined) continue;
        const [namespace, name] = other.id.split("/");
        const { name: wantedName, namespace: wantedNamespace } = identityOf(inputs);
        const mismatches = [
            ["release-name", wantedName, name],
            ["release-namespace", wantedNamespace, namespace],
        ].filter(([, wanted, found]) => wanted !== found);
        call.refuse("Owned", {
            kind: taken.kind,
            name: taken.name,
            namespace: taken.namespace ?? "",
            problems: mismatches.map(mismatch).join("; "),
        });
    }
}

/** Definitions stand in the cluster as objects, whoever made them. */
function refuseForeignDefinitions(objects: readonly ChartObject[], owner: ReleaseIdentity, call: Call): void {
    for (const object of objects) {
        const problems = ownershipProblems(object, owner, call);
        if (problems.length === 0) continue;
        const { kind, name, namespace = "" } = object;
        call.refuse("Owned", { kind, name, namespace, problems: problems.join("; ") });
    }
}

function mismatch([key, wanted, found]: string[]): string {
    return `annotation validation error: key "meta.helm.sh/${key}" must equal "${wanted}": current value is "${found}"`;
}

function owns(other: CloudObject, object: ChartObject): boolean {
    const names = isObject(other.properties.resourceNames) ? other.properties.resourceNames : {};
    return Object.entries(resourceNames([object])).some(([key, [name]]) => {
        const list = names[key];
        return Array.isArray(list) && list.includes(name);
    });
}
