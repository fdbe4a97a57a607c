import type { Properties } from "../../../sandbox/cloud/values";

export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
export const WIDGET = "kubernetes:example.com/v1:Widget";

/** A deployment that an API server takes. */
export function deployment(metadata: Properties = {}, container: Properties = {}): Properties {
    const labels = { app: "app" };
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "app", namespace: "default", ...metadata },
        spec: {
            replicas: 1,
            selector: { matchLabels: labels },
            template: {
                metadata: { labels },
                spec: { containers: [{ name: "app", image: "example.com/app:1.0.0", ...container }] },
            },
        },
    };
}

/** The definition of widgets: a size, a colour, in namespaces. */
export function definition(changes: Properties = {}, versions: Properties[] = [version("v1")]): Properties {
    return {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: { name: "widgets.example.com" },
        spec: {
            group: "example.com",
            names: { kind: "Widget", plural: "widgets" },
            scope: "Namespaced",
            versions,
            ...changes,
        },
    };
}

export function version(name: string, changes: Properties = {}): Properties {
    const spec = {
        type: "object",
        properties: {
            size: { type: "integer", minimum: 1, maximum: 10 },
            color: { type: "string", enum: ["red", "green"] },
        },
    };
    const openAPIV3Schema = { type: "object", properties: { spec }, required: ["spec"] };
    return { name, served: true, storage: true, schema: { openAPIV3Schema }, ...changes };
}

export function widget(spec: Properties = { size: 1 }): Properties {
    return {
        apiVersion: "example.com/v1",
        kind: "Widget",
        metadata: { name: "w", namespace: "default" },
        spec,
    };
}
