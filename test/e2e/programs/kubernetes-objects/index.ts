import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

/** A few kinds of objects on a cluster that is there already, for test/e2e/kubernetes-objects.test.ts. */
const config = new pulumi.Config();
const provider = new kubernetes.Provider("cluster", {
    kubeconfig: config.require("kubeconfig"),
    clusterIdentifier: "core",
    namespace: "apps",
});
const options = { provider };
const labels = { app: "app" };

const namespace = new kubernetes.core.v1.Namespace("apps", { metadata: { name: "apps" } }, options);
const inside = { provider, dependsOn: namespace };

const settings = new kubernetes.core.v1.ConfigMap(
    "settings",
    { data: { greeting: config.get("greeting") ?? "hello" } },
    inside,
);
const secret = new kubernetes.core.v1.Secret("secret", { stringData: { a: "b" } }, inside);
const account = new kubernetes.core.v1.ServiceAccount("account", { metadata: { name: "app" } }, inside);
const spec = {
    replicas: config.getNumber("replicas") ?? 2,
    selector: { matchLabels: labels },
    template: {
        metadata: { labels },
        spec: {
            serviceAccountName: account.metadata.name,
            containers: [{ name: "app", image: "example.com/app:1.0.0", ports: [{ containerPort: 8080 }] }],
        },
    },
    ...(config.getBoolean("misspelt") ? { replica: 1 } : {}),
};
const deployment = new kubernetes.apps.v1.Deployment("app", { metadata: { name: "app" }, spec }, inside);
const service = new kubernetes.core.v1.Service(
    "app",
    { spec: { type: "LoadBalancer", selector: labels, ports: [{ port: 80, targetPort: 8080 }] } },
    { provider, dependsOn: deployment },
);

const definition = new kubernetes.apiextensions.v1.CustomResourceDefinition(
    "widgets",
    {
        metadata: { name: "widgets.example.com" },
        spec: {
            group: "example.com",
            names: { kind: "Widget", plural: "widgets" },
            scope: "Namespaced",
            versions: [
                {
                    name: "v1",
                    served: true,
                    storage: true,
                    schema: {
                        openAPIV3Schema: {
                            type: "object",
                            properties: {
                                spec: {
                                    type: "object",
                                    properties: { size: { type: "integer", maximum: 3 } },
                                },
                            },
                        },
                    },
                },
            ],
        },
    },
    options,
);
new kubernetes.apiextensions.CustomResource(
    "widget",
    { apiVersion: "example.com/v1", kind: "Widget", spec: { size: config.getNumber("size") ?? 1 } },
    { provider, dependsOn: [namespace, definition] },
);

const karpenter = new kubernetes.helm.v3.Release(
    "karpenter-crd",
    { chart: "oci://public.ecr.aws/karpenter/karpenter-crd", version: "1.8.0", namespace: "kube-system" },
    options,
);
const NODE_POOL = { apiVersion: "karpenter.sh/v1", kind: "NodePool", spec: { template: {} } };
new kubernetes.apiextensions.CustomResource("pool", NODE_POOL, { provider, dependsOn: karpenter });

if (config.getBoolean("unknownKind"))
    new kubernetes.apiextensions.CustomResource(
        "gateway",
        { apiVersion: "gateway.networking.k8s.io/v1", kind: "Gateway", spec: {} },
        inside,
    );

export const settingsName = settings.metadata.name;
export const secretData = secret.data;
export const host = service.status.loadBalancer.ingress[0].hostname;
