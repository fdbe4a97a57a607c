import type * as eks from "@pulumi/eks";
import { nearest } from "../../environments/nearest";

/**
 * The options of `eks.Cluster` (4.3.0) that the stand-in honours. The others would make children that it does not
 * make: each is refused by name rather than ignored.
 */
const HONOURED = [
    "accessEntries",
    "authenticationMode",
    "bootstrapSelfManagedAddons",
    "clusterTags",
    "corednsAddonOptions",
    "createInstanceRole",
    "createOidcProvider",
    "deletionProtection",
    "enabledClusterLogTypes",
    "encryptionConfigKeyArn",
    "endpointPrivateAccess",
    "endpointPublicAccess",
    "ipFamily",
    "kubeProxyAddonOptions",
    "kubernetesServiceIpAddressRange",
    "name",
    "privateSubnetIds",
    "providerCredentialOpts",
    "publicAccessCidrs",
    "publicSubnetIds",
    "serviceRole",
    "skipDefaultNodeGroup",
    "skipDefaultSecurityGroups",
    "subnetIds",
    "tags",
    "upgradePolicy",
    "useDefaultVpcCni",
    "version",
    "vpcId",
] as const satisfies readonly (keyof eks.ClusterArgs)[];

export type ClusterOptions = Pick<eks.ClusterArgs, (typeof HONOURED)[number]>;

/** What an option has to be, because the sandbox does not make what the real component makes otherwise. */
const REQUIRED: readonly { option: string; isSet(args: ClusterOptions): boolean; because: string }[] = [
    {
        option: 'authenticationMode: "API"',
        isSet: (args) => args.authenticationMode === "API",
        because: "the aws-auth ConfigMap",
    },
    {
        option: "skipDefaultNodeGroup: true",
        isSet: (args) => args.skipDefaultNodeGroup === true,
        because: "the default node group",
    },
    {
        option: "skipDefaultSecurityGroups: true",
        isSet: (args) => args.skipDefaultSecurityGroups === true,
        because: "the component's security groups",
    },
    {
        option: "useDefaultVpcCni: true",
        isSet: (args) => args.useDefaultVpcCni === true,
        because: "the component's vpc-cni add-on",
    },
    {
        option: "kubeProxyAddonOptions: { enabled: false }",
        isSet: (args) => args.kubeProxyAddonOptions?.enabled === false,
        because: "the component's kube-proxy add-on",
    },
    {
        option: "corednsAddonOptions: { enabled: false }",
        // Configuration values alone make the real component install it.
        isSet: ({ corednsAddonOptions: coredns }) =>
            coredns?.enabled !== true && coredns?.configurationValues === undefined,
        because: "the component's coredns add-on",
    },
    {
        option: "createInstanceRole: false",
        isSet: (args) => !args.createInstanceRole,
        because: "the component's instance role",
    },
    {
        option: "createOidcProvider: false",
        isSet: (args) => !args.createOidcProvider,
        because: "the OIDC provider",
    },
];

/**
 * The options of a cluster.
 * @param inputs as the program gave them
 * @throws Error naming every option that the stand-in cannot honour; and the real component's own refusals
 */
export function clusterOptions(inputs: Readonly<Record<string, unknown>>): ClusterOptions {
    const given = Object.keys(inputs).filter((key) => inputs[key] !== undefined);
    const problems = given.filter((key) => !(HONOURED as readonly string[]).includes(key)).map(unsupported);
    const args = inputs as ClusterOptions;
    for (const { option, isSet, because } of REQUIRED) {
        if (!isSet(args))
            problems.push(`eks.Cluster needs "${option}": the sandbox does not stand in for ${because}`);
    }
    if (problems.length > 0) throw new Error(problems.join("\n"));
    if (args.subnetIds !== undefined && (args.publicSubnetIds ?? args.privateSubnetIds) !== undefined) {
        // Sentence: pulumi-eks v4.3.0, nodejs/eks/cluster/cluster.ts, createCore.
        throw new Error(
            "subnetIds, and the use of publicSubnetIds and/or privateSubnetIds are mutually exclusive. Choose a single approach.",
        );
    }
    return args;
}

function unsupported(option: string): string {
    const guess = nearest(option, HONOURED);
    const hint = guess === undefined ? "" : ` (did you mean "${guess}"?)`;
    return `the sandbox does not stand in for the option "${option}" of eks.Cluster${hint}`;
}
