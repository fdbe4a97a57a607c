import * as core from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import { labelValue } from "../label-value";
import { PlatformComponent } from "../platform-component";

export interface NamespaceArgs {
    /** The name in Kubernetes, `platform-system`; at most 63 characters. */
    namespace: string;
    /** The team that answers for what runs here, `Platform Team`; as a label it reads `Platform-Team`. */
    owner: string;
    /** `dvlp`, as a label. */
    environment: string;
    /** What the namespace's pods may do at most, by the Pod Security Standards. Default: restricted. */
    podSecurity?: "privileged" | "baseline" | "restricted";
}

/** A namespace with the labels that everything of the platform carries, and a Pod Security level. */
export class Namespace extends PlatformComponent {
    /** The name in Kubernetes, known once the namespace exists. */
    readonly namespace: pulumi.Output<string>;

    constructor(name: string, args: NamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("namespace", name, opts);

        const level = args.podSecurity ?? "restricted";
        const namespace = new core.Namespace(
            `${name}-namespace`,
            {
                metadata: {
                    name: args.namespace,
                    labels: {
                        "app.kubernetes.io/managed-by": "pulumi",
                        "app.kubernetes.io/part-of": "core-platform",
                        environment: args.environment,
                        // A tag of AWS holds more than a label: an owner that no label holds would fail after the cluster.
                        owner: labelValue(args.owner),
                        // Source: https://kubernetes.io/docs/concepts/security/pod-security-admission/
                        "pod-security.kubernetes.io/enforce": level,
                        "pod-security.kubernetes.io/warn": level,
                    },
                },
            },
            { parent: this },
        );

        this.namespace = namespace.metadata.name;
        this.registerOutputs({ namespace: this.namespace });
    }
}
