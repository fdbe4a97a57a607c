import { at, isObject, text, type Properties } from "../cloud/values";
import type { Call } from "../plugin/call";
import { groupKind, type Gvk } from "./api/gvk";
import { hasIngressController } from "./chart-effects";
import { metadataOf } from "./object-metadata";
import { hasNodes } from "./nodes";
import { hasLoadBalancers } from "./object-status";

/** Kinds that run pods, and where their pods are described. */
const PODS: Readonly<Record<string, string>> = {
    "DaemonSet.apps": "spec.template.spec",
    "Deployment.apps": "spec.template.spec",
    "Job.batch": "spec.template.spec",
    Pod: "spec",
    "StatefulSet.apps": "spec.template.spec",
};

/**
 * Whether what the provider waits for comes true: pods need nodes and a service account that exists, an Ingress needs
 * a controller, a Service of type LoadBalancer a cluster that gets balancers. Everything else that could keep pods from starting is taken for right.
 * Source of what is waited for: pulumi-kubernetes provider/pkg/await/awaiters.go.
 */
export function becomesReady(gvk: Gvk, object: Properties, call: Call): boolean {
    const annotations = metadataOf(object).annotations;
    if (isObject(annotations) && annotations["pulumi.com/skipAwait"] === "true") return true;
    const kind = groupKind(gvk);
    if (kind === "Ingress.networking.k8s.io") return hasIngressController(call);
    if (kind === "Service" && at(object, "spec.type") === "LoadBalancer") return hasLoadBalancers(call);
    const place = PODS[kind];
    if (place === undefined || at(object, "spec.replicas") === 0) return true;
    // A DaemonSet without nodes wants no pods.
    if (kind === "DaemonSet.apps" && !hasNodes(call)) return true;
    return hasNodes(call) && hasServiceAccount(object, place, call);
}

/** Without its service account no pod is made. Source: kubernetes plugin/pkg/admission/serviceaccount/admission.go. */
function hasServiceAccount(object: Properties, place: string, call: Call): boolean {
    const name = text(at(object, `${place}.serviceAccountName`)) ?? "default";
    const namespace = text(metadataOf(object).namespace) ?? "";
    if (name === "default" || call.find(ACCOUNT, `${namespace}/${name}`) !== undefined) return true;
    // What a chart renders is not known; it may have brought the account.
    return call.list(RELEASE).some(({ properties }) => properties.namespace === namespace);
}

const ACCOUNT = "kubernetes:core/v1:ServiceAccount";
const RELEASE = "kubernetes:helm.sh/v3:Release";
