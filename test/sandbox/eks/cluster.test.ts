import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Role } from "@pulumi/aws/iam/role";
import { Cluster } from "../../../sandbox/eks/cluster";
import { record, valueOf, type Registered } from "./recorded-cluster";

const ROLE = "arn:aws:iam::111122223333:role/deployer";
const POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

const options = {
    name: "core",
    version: "1.34",
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    authenticationMode: "API",
    endpointPrivateAccess: true,
    endpointPublicAccess: true,
    publicAccessCidrs: ["203.0.113.0/24"],
    encryptionConfigKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/1",
    enabledClusterLogTypes: ["audit"],
    skipDefaultNodeGroup: true,
    skipDefaultSecurityGroups: true,
    useDefaultVpcCni: true,
    kubeProxyAddonOptions: { enabled: false },
    corednsAddonOptions: { enabled: false },
    createInstanceRole: false,
    createOidcProvider: false,
    deletionProtection: true,
    tags: { owner: "platform" },
    clusterTags: { tier: "core" },
    providerCredentialOpts: { roleArn: ROLE },
};

const serviceRole = (): Role => new Role("given", { assumeRolePolicy: "{}" });

/** @param given makes the inputs while the mocks are in place: a role among them is a resource too */
async function children(given: () => pulumi.Inputs): Promise<{ made: Registered[]; called: string[] }> {
    const { registered, called } = await record(async () => {
        const cluster = new Cluster("cluster", given(), {});
        await valueOf(cluster.state.kubeconfigJson);
    });
    return { made: registered.filter(({ name }) => name !== "given"), called };
}

describe("the stand-in of eks.Cluster", () => {
    it("makes the control plane and a Kubernetes provider, and asks for the partition", async () => {
        const { made, called } = await children(() => ({ ...options, serviceRole: serviceRole() }));
        assert.deepEqual(
            made.map(({ type, name }) => [type, name]),
            [
                ["eks:index:Cluster", "cluster"],
                ["pulumi:providers:kubernetes", "cluster-eks-k8s"],
                ["aws:eks/cluster:Cluster", "cluster-eksCluster"],
            ],
        );
        assert.deepEqual(called, ["aws:index/getPartition:getPartition"]);
    });

    it("gives the control plane the inputs of the real component", async () => {
        const { made } = await children(() => ({ ...options, serviceRole: serviceRole() }));
        assert.deepEqual(withoutUndefined(made[2].inputs), {
            name: "core",
            roleArn: "arn:aws:iam::111122223333:role/made",
            bootstrapSelfManagedAddons: true,
            vpcConfig: {
                subnetIds: ["subnet-1", "subnet-2"],
                endpointPrivateAccess: true,
                endpointPublicAccess: true,
                publicAccessCidrs: ["203.0.113.0/24"],
            },
            version: "1.34",
            enabledClusterLogTypes: ["audit"],
            tags: { Name: "cluster-eksCluster", tier: "core", owner: "platform" },
            encryptionConfig: {
                provider: { keyArn: "arn:aws:kms:eu-central-1:111122223333:key/1" },
                resources: ["secrets"],
            },
            accessConfig: {
                authenticationMode: "API",
                bootstrapClusterCreatorAdminPermissions: true,
            },
            deletionProtection: true,
        });
    });

    it("makes its own role when it is given none", async () => {
        const { made } = await children(() => options);
        assert.deepEqual(
            made.map(({ type, name }) => [type, name]).filter(([type]) => !type.includes("Cluster")),
            [
                ["pulumi:providers:kubernetes", "cluster-eks-k8s"],
                ["eks:index:ServiceRole", "cluster-eksRole"],
                ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "cluster-eksRole-4b490823"],
                ["aws:iam/role:Role", "cluster-eksRole-role"],
            ],
        );
        const role = made.find(({ type }) => type === "aws:iam/role:Role");
        assert.deepEqual(JSON.parse(String(role?.inputs.assumeRolePolicy)).Statement, [
            {
                Action: ["sts:AssumeRole", "sts:TagSession"],
                Effect: "Allow",
                Principal: { Service: ["eks.amazonaws.com"] },
            },
        ]);
    });

    it("makes an entry per principal and an association per policy", async () => {
        const { made } = await children(() => ({
            ...options,
            serviceRole: serviceRole(),
            accessEntries: {
                deployer: {
                    principalArn: ROLE,
                    accessPolicies: { admin: { policyArn: POLICY, accessScope: { type: "cluster" } } },
                },
            },
        }));
        const [entry, association] = made.filter(({ type }) => type.includes("ccess"));
        assert.equal(entry.name, "cluster-deployer");
        assert.deepEqual(withoutUndefined(entry.inputs), { clusterName: "core", principalArn: ROLE });
        assert.equal(association.name, "cluster-deployer-admin");
        assert.deepEqual(association.inputs, {
            clusterName: "core",
            principalArn: ROLE,
            policyArn: POLICY,
            accessScope: { type: "cluster" },
        });
    });

    it("asks for the default VPC when it is given none, even with subnets", async () => {
        const { vpcId: _, ...withoutVpc } = options;
        const { called } = await children(() => ({ ...withoutVpc, serviceRole: serviceRole() }));
        assert.deepEqual(called.sort(), [
            "aws:ec2/getSubnets:getSubnets",
            "aws:ec2/getVpc:getVpc",
            "aws:index/getPartition:getPartition",
        ]);
    });

    it("hands out the outputs of the real component", async () => {
        let state: pulumi.Inputs = {};
        await record(async () => {
            state = new Cluster("cluster", { ...options, serviceRole: serviceRole() }, {}).state;
            await valueOf(state.kubeconfigJson);
        });
        assert.equal(await valueOf(state.clusterSecurityGroupId), "sg-eks");
        assert.equal(await valueOf(state.oidcIssuer), "oidc.eks.eu-central-1.amazonaws.com/id/ABC");
        assert.equal(
            await valueOf(state.oidcProviderUrl),
            "https://oidc.eks.eu-central-1.amazonaws.com/id/ABC",
        );
        const kubeconfig = JSON.parse(await valueOf<string>(state.kubeconfigJson));
        assert.deepEqual(kubeconfig.users[0].user.exec.args, [
            "--region",
            "eu-central-1",
            "eks",
            "get-token",
            "--cluster-name",
            "core",
            "--output",
            "json",
            "--role",
            ROLE,
        ]);
        assert.deepEqual(kubeconfig.clusters[0].cluster, {
            server: "https://ABC.gr7.eu-central-1.eks.amazonaws.com",
            "certificate-authority-data": "Y2VydA==",
        });
    });
});

function withoutUndefined(inputs: Record<string, unknown>): unknown {
    return JSON.parse(JSON.stringify(inputs));
}
