import { Release } from "@pulumi/kubernetes/helm/v3";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";

/** Everything that an upgrade changes. */
const CHART = {
    chart: "metrics-server",
    repository: "https://kubernetes-sigs.github.io/metrics-server/",
    version: "3.13.1",
} as const;

export interface MetricsServerArgs {
    /** Where it runs. */
    namespace: pulumi.Input<string>;
    /**
     * Trust kubelets whose certificates no authority of the cluster signed, as those of kind and minikube. Default: no.
     * Source: https://github.com/kubernetes-sigs/metrics-server#requirements
     */
    kubeletInsecureTls?: boolean;
    /** Pods, on different nodes; two or more survive the loss of one. Default: 2. */
    replicas?: number;
}

/** The source of CPU and memory figures for autoscalers and `kubectl top`. */
export class MetricsServer extends PlatformComponent {
    constructor(name: string, args: MetricsServerArgs, opts?: pulumi.ComponentResourceOptions) {
        super("metrics-server", name, opts);

        const replicas = args.replicas ?? 2;
        new Release(
            `${name}-release`,
            {
                name: CHART.chart,
                namespace: args.namespace,
                chart: CHART.chart,
                version: CHART.version,
                repositoryOpts: { repo: CHART.repository },
                // A failed first installation is taken away again; the next `up` starts clean.
                atomic: true,
                timeout: 300,
                values: {
                    replicas,
                    ...(args.kubeletInsecureTls && { args: ["--kubelet-insecure-tls"] }),
                    podDisruptionBudget: { enabled: replicas > 1, minAvailable: 1 },
                    topologySpreadConstraints: [
                        {
                            maxSkew: 1,
                            topologyKey: "kubernetes.io/hostname",
                            whenUnsatisfiable: "ScheduleAnyway",
                            labelSelector: { matchLabels: { "app.kubernetes.io/name": CHART.chart } },
                        },
                    ],
                    resources: { requests: { cpu: "100m", memory: "200Mi" }, limits: { memory: "400Mi" } },
                },
            },
            { parent: this },
        );

        this.registerOutputs({});
    }
}
