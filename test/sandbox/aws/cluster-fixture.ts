import type { CloudObject } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import type { PretendedCloud } from "../pretended-cloud";

export const REGION = "eu-central-1";
export const ACCOUNT = "111122223333";

/** A trust policy for a service. */
export function trust(service: string, actions: string[] = ["sts:AssumeRole"]): string {
    return document([{ Effect: "Allow", Principal: { Service: service }, Action: actions }]);
}

export function document(statements: object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The trust policy of a role for pods. */
export const PODS = trust("pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]);

/**
 * What a cluster needs, in a pretended cloud: the network is put there as the EC2 fakes leave it, the rest is made.
 * Each method makes one object; give it what differs from the ordinary.
 */
export class ClusterFixture {
    constructor(private readonly cloud: PretendedCloud) {}

    /** Puts an object of EC2 without asking EC2's fake. */
    put(type: string, id: string, properties: Properties, internal?: Properties): void {
        this.cloud.account.put({
            type,
            id,
            region: REGION,
            createdAt: new Date().toISOString(),
            urn: this.cloud.urn(type, id),
            properties,
            ...(internal && { internal }),
        });
    }

    /** Three subnets of one VPC, in three zones, and one subnet of another VPC. */
    network(): void {
        for (const zone of ["a", "b", "c"])
            this.put("aws:ec2/subnet:Subnet", `subnet-${zone}`, {
                vpcId: "vpc-1",
                availabilityZone: REGION + zone,
            });
        this.put("aws:ec2/subnet:Subnet", "subnet-far", { vpcId: "vpc-2", availabilityZone: `${REGION}a` });
    }

    role(name: string, assumeRolePolicy: string): Promise<CloudObject> {
        return this.cloud.create("aws:iam/role:Role", name, { name, assumeRolePolicy });
    }

    attach(role: string, policy: string): Promise<CloudObject> {
        const policyArn = `arn:aws:iam::aws:policy/${policy}`;
        return this.cloud.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", `${role}-${policy}`, {
            role,
            policyArn,
        });
    }

    /** The control plane's role; it may make log groups. */
    async clusterRole(): Promise<CloudObject> {
        const role = await this.role("control-plane", trust("eks.amazonaws.com"));
        await this.attach("control-plane", "AmazonEKSClusterPolicy");
        return role;
    }

    /** Takes the right to make log groups from the control plane's role. */
    denyLogGroups(): Promise<CloudObject> {
        return this.cloud.create("aws:iam/rolePolicy:RolePolicy", "no-log-groups", {
            role: "control-plane",
            policy: document([{ Effect: "Deny", Action: "logs:CreateLogGroup", Resource: "*" }]),
        });
    }

    clusterInputs(different: Properties = {}): Properties {
        return {
            name: "platform",
            version: "1.34",
            roleArn: `arn:aws:iam::${ACCOUNT}:role/control-plane`,
            accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
            bootstrapSelfManagedAddons: false,
            vpcConfig: { subnetIds: ["subnet-a", "subnet-b"], endpointPrivateAccess: true },
            ...different,
        };
    }

    /** A cluster on a network and with a role of its own. */
    async cluster(different: Properties = {}): Promise<CloudObject> {
        this.network();
        await this.clusterRole();
        return this.onlyCluster(different);
    }

    onlyCluster(different: Properties = {}): Promise<CloudObject> {
        return this.cloud.create("aws:eks/cluster:Cluster", "platform", this.clusterInputs(different));
    }

    async nodeRole(
        policies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"],
    ): Promise<void> {
        await this.role("nodes", trust("ec2.amazonaws.com"));
        for (const policy of policies) await this.attach("nodes", policy);
    }

    /** The add-ons without which nodes do not become ready, the CNI with an identity of its own. */
    async addonsBeforeNodes(): Promise<void> {
        const cni = await this.role("cni", PODS);
        await this.addon("vpc-cni", {
            podIdentityAssociations: [{ roleArn: cni.properties.arn, serviceAccount: "aws-node" }],
        });
        await this.addon("kube-proxy");
        await this.addon("eks-pod-identity-agent");
    }

    addon(addonName: string, different: Properties = {}): Promise<CloudObject> {
        return this.cloud.create("aws:eks/addon:Addon", addonName, {
            clusterName: "platform",
            addonName,
            ...different,
        });
    }

    nodeGroupInputs(different: Properties = {}): Properties {
        return {
            clusterName: "platform",
            nodeGroupName: "system",
            nodeRoleArn: `arn:aws:iam::${ACCOUNT}:role/nodes`,
            subnetIds: ["subnet-a", "subnet-b"],
            amiType: "AL2023_ARM_64_STANDARD",
            instanceTypes: ["m7g.large"],
            scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 4 },
            ...different,
        };
    }

    nodeGroup(different: Properties = {}): Promise<CloudObject> {
        return this.cloud.create("aws:eks/nodeGroup:NodeGroup", "system", this.nodeGroupInputs(different));
    }

    /** A cluster whose nodes would become ready. */
    async readyForNodes(different: Properties = {}): Promise<CloudObject> {
        const cluster = await this.cluster(different);
        await this.nodeRole();
        await this.addonsBeforeNodes();
        return cluster;
    }

    async withNodes(): Promise<CloudObject> {
        await this.readyForNodes();
        return this.nodeGroup();
    }

    /** A launch template with two versions; the settings are the newest one's. */
    launchTemplate(settings: Properties = {}): void {
        this.put(
            "aws:ec2/launchTemplate:LaunchTemplate",
            "lt-1",
            { name: "nodes", latestVersion: 2, defaultVersion: 1, ...settings },
            { versions: { "1": {}, "2": settings } },
        );
    }

    ids(type: string): string[] {
        return this.cloud.account.list(type, REGION).map((object) => object.id);
    }

    /** Everything that is left, without the network that was put there. */
    left(): string[] {
        return this.cloud.account
            .all()
            .filter((object) => !["aws:ec2/subnet:Subnet"].includes(object.type))
            .map((object) => `${object.type} ${object.id}`);
    }
}
