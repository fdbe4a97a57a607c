import * as assert from "node:assert/strict";
import { Cluster, type ClusterArgs } from "../../../components/cluster/cluster";
import { kubernetesProvider } from "../../../components/cluster/connection";
import type { Properties } from "../../../sandbox/cloud/values";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, names, runMocked, type Registration } from "../../helpers/mocked-engine";

const args: ClusterArgs = {
    physicalName: "core-platform-dvlp",
    region: "eu-central-1",
    accountId: "111122223333",
    version: "1.34",
    generation: 1,
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    endpoint: {
        private: true,
        privateAccessCidrs: ["10.8.0.0/16"],
        public: true,
        publicAccessCidrs: ["203.0.113.0/24"],
    },
    logTypes: ["api", "audit"],
    logRetentionDays: 14,
    deployerRoleArn: "arn:aws:iam::111122223333:role/deployer",
    access: {
        engineers: {
            principalArn: "arn:aws:iam::111122223333:role/engineers",
            policy: "AmazonEKSViewPolicy",
        },
    },
    addons: {
        "vpc-cni": "v1.21.1-eksbuild.7",
        "kube-proxy": "v1.34.6-eksbuild.2",
        "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
        coredns: "v1.13.2-eksbuild.4",
        "aws-ebs-csi-driver": "v1.57.1-eksbuild.1",
    },
    nodeGroups: {
        system: {
            instanceTypes: ["m7g.large"],
            amiType: "AL2023_ARM_64_STANDARD",
            capacityType: "ON_DEMAND",
            minSize: 2,
            maxSize: 4,
            desiredSize: 2,
            diskSizeGiB: 50,
            labels: {},
            taints: [],
        },
    },
    tags: { owner: "platform-team" },
    protect: false,
};

/** EKS makes a security group for the control plane's interfaces. */
const resources: typeof awsMocks = {
    ...awsMocks,
    "eks:index:Cluster": (inputs, name) => {
        const outputs = awsMocks["eks:index:Cluster"](inputs, name);
        const eksCluster = outputs.eksCluster as Properties;
        return { ...outputs, eksCluster: { ...eksCluster, vpcConfig: { clusterSecurityGroupId: "sg-eks" } } };
    },
};

/** @param running the version that a cluster of this name runs already */
async function cluster(changes: Partial<ClusterArgs> = {}, running?: string): Promise<Registration[]> {
    const functions = {
        "aws:eks/getClusters:getClusters": () => ({
            names: running === undefined ? [] : ["core-platform-dvlp"],
        }),
        "aws:eks/getCluster:getCluster": () => ({ version: running ?? "" }),
    };
    const { registrations } = await runMocked(
        { resources, functions },
        () => void kubernetesProvider(new Cluster("cluster", { ...args, ...changes })),
    );
    return registrations;
}

describe("Cluster", () => {
    it("makes exactly these resources, the provider on it included, for one node group and one guest", async () => {
        assert.deepEqual(names(await cluster()), [
            "core-platform:cluster:Cluster cluster",
            "core-platform:cluster:ClusterAccess cluster-access",
            "aws:eks/accessEntry:AccessEntry cluster-access-deployer",
            "aws:eks/accessPolicyAssociation:AccessPolicyAssociation cluster-access-deployer-policy",
            "aws:eks/accessEntry:AccessEntry cluster-access-engineers",
            "aws:eks/accessPolicyAssociation:AccessPolicyAssociation cluster-access-engineers-policy",
            "core-platform:cluster:Addons cluster-addons",
            "aws:eks/addon:Addon cluster-addons-eks-pod-identity-agent",
            "aws:eks/addon:Addon cluster-addons-kube-proxy",
            "aws:eks/addon:Addon cluster-addons-vpc-cni",
            "core-platform:workload-identity:WorkloadIdentity cluster-addons-vpc-cni-identity",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-addons-vpc-cni-identity-AmazonEKS_CNI_Policy",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation cluster-addons-vpc-cni-identity-association",
            "aws:iam/role:Role cluster-addons-vpc-cni-identity-role",
            "eks:index:Cluster cluster-eks",
            "core-platform:cluster:EndpointAccess cluster-endpoint-access",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule cluster-endpoint-access-10.8.0.0-16",
            "pulumi:providers:kubernetes cluster-kubernetes",
            "core-platform:cluster:ControlPlaneLogs cluster-logs",
            "aws:cloudwatch/logGroup:LogGroup cluster-logs-group",
            "core-platform:cluster:Addons cluster-node-addons",
            "aws:eks/addon:Addon cluster-node-addons-aws-ebs-csi-driver",
            "core-platform:workload-identity:WorkloadIdentity cluster-node-addons-aws-ebs-csi-driver-identity",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-node-addons-aws-ebs-csi-driver-identity-AmazonEBSCSIDriverPolicy",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation cluster-node-addons-aws-ebs-csi-driver-identity-association",
            "aws:iam/role:Role cluster-node-addons-aws-ebs-csi-driver-identity-role",
            "aws:eks/addon:Addon cluster-node-addons-coredns",
            "core-platform:cluster:NodeRole cluster-node-role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-node-role-AmazonEC2ContainerRegistryPullOnly",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-node-role-AmazonEKSWorkerNodePolicy",
            "aws:iam/role:Role cluster-node-role-role",
            "core-platform:cluster:ControlPlaneRole cluster-role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-role-AmazonEKSClusterPolicy",
            "aws:iam/rolePolicy:RolePolicy cluster-role-no-log-groups",
            "aws:iam/role:Role cluster-role-role",
            "core-platform:cluster:SecretsKey cluster-secrets",
            "aws:kms/alias:Alias cluster-secrets-alias",
            "aws:kms/key:Key cluster-secrets-key",
            "aws:iam/rolePolicy:RolePolicy cluster-secrets-use",
            "core-platform:cluster:NodeGroup cluster-system",
            "aws:eks/nodeGroup:NodeGroup cluster-system-nodes",
            "aws:ec2/launchTemplate:LaunchTemplate cluster-system-template",
        ]);
    });

    it("asks EKS for access entries alone, a customer key and the configured endpoints", async () => {
        const { inputs } = named(await cluster(), "cluster-eks");
        assert.equal(inputs.authenticationMode, "API");
        assert.equal(inputs.encryptionConfigKeyArn, "arn:aws:kms:eu-central-1:111122223333:key/key-1");
        assert.deepEqual(
            [inputs.endpointPrivateAccess, inputs.endpointPublicAccess, inputs.publicAccessCidrs],
            [true, true, ["203.0.113.0/24"]],
        );
        assert.deepEqual(inputs.subnetIds, args.subnetIds);
        assert.equal(inputs.kubernetesServiceIpAddressRange, "172.20.0.0/16");
    });

    it("puts the control plane's interfaces where they are asked for, and the nodes where they have a way out", async () => {
        const controlPlaneSubnetIds = ["subnet-3", "subnet-4"];
        const registrations = await cluster({ controlPlaneSubnetIds });
        assert.deepEqual(named(registrations, "cluster-eks").inputs.subnetIds, controlPlaneSubnetIds);
        assert.deepEqual(named(registrations, "cluster-system-nodes").inputs.subnetIds, args.subnetIds);
    });

    it("leaves out public ranges where the public endpoint is off: EKS refuses them", async () => {
        const endpoint = { ...args.endpoint, public: false, publicAccessCidrs: [] };
        assert.equal(named(await cluster({ endpoint }), "cluster-eks").inputs.publicAccessCidrs, undefined);
    });

    it("makes role, key and log group before the control plane", async () => {
        const { dependencies } = named(await cluster(), "cluster-eks");
        for (const needed of [
            "cluster-role-no-log-groups",
            "cluster-role-AmazonEKSClusterPolicy",
            "cluster-secrets-key",
            "cluster-logs-group",
        ]) {
            assert.ok(
                dependencies.includes(needed),
                `${needed} is not waited for: ${dependencies.join(", ")}`,
            );
        }
    });

    it("makes the add-ons that nodes need before nodes, and those that need nodes after", async () => {
        const registrations = await cluster();
        const nodes = named(registrations, "cluster-system-nodes").dependencies;
        for (const addon of ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"])
            assert.ok(nodes.includes(`cluster-addons-${addon}`), addon);
        for (const addon of ["coredns", "aws-ebs-csi-driver"]) {
            assert.ok(!nodes.includes(`cluster-node-addons-${addon}`), addon);
            assert.ok(
                named(registrations, `cluster-node-addons-${addon}`).dependencies.includes(
                    "cluster-system-nodes",
                ),
                addon,
            );
        }
    });

    it("lets the configured networks in by the security group that EKS made", async () => {
        const { inputs } = named(await cluster(), "cluster-endpoint-access-10.8.0.0-16");
        assert.deepEqual([inputs.securityGroupId, inputs.cidrIpv4], ["sg-eks", "10.8.0.0/16"]);
    });

    it("lets Kubernetes wait for the deployer's access and way in, nodes and add-ons", async () => {
        const { dependencies } = named(await cluster(), "cluster-kubernetes");
        for (const needed of [
            "cluster-access-deployer-policy",
            "cluster-endpoint-access-10.8.0.0-16",
            "cluster-system-nodes",
            "cluster-node-addons-coredns",
        ]) {
            assert.ok(
                dependencies.includes(needed),
                `${needed} is not waited for: ${dependencies.join(", ")}`,
            );
        }
    });

    it("identifies the cluster by name and generation, known at preview", async () => {
        assert.equal(
            named(await cluster(), "cluster-kubernetes").inputs.clusterIdentifier,
            "core-platform-dvlp-1",
        );
        assert.equal(
            named(await cluster({ generation: 2 }), "cluster-kubernetes").inputs.clusterIdentifier,
            "core-platform-dvlp-2",
        );
    });

    it("protects the control plane and the key, and turns deletion protection on, only where asked", async () => {
        const guarded = (await cluster({ protect: true }))
            .filter(({ protect }) => protect)
            .map(({ name }) => name);
        assert.deepEqual(guarded, ["cluster-eks", "cluster-secrets-key"]);
        assert.equal(named(await cluster({ protect: true }), "cluster-eks").inputs.deletionProtection, true);
        assert.ok((await cluster()).every(({ protect }) => !protect));
    });

    it("goes up by one minor version", async () => {
        assert.equal(named(await cluster({ version: "1.35" }, "1.34"), "cluster-eks").inputs.version, "1.35");
    });

    it("bounds every role it makes", async () => {
        const boundary = "arn:aws:iam::111122223333:policy/boundary";
        const roles = (await cluster({ permissionsBoundaryArn: boundary })).filter(
            ({ type }) => type === "aws:iam/role:Role",
        );
        assert.equal(roles.length, 4);
        for (const role of roles) assert.equal(role.inputs.permissionsBoundary, boundary, role.name);
    });
});
