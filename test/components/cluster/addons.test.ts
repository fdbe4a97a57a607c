import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Addons, BEFORE_NODES, ON_NODES, type AddonVersions } from "../../../components/cluster/addons";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, runMocked, type Registration } from "../../helpers/mocked-engine";

const versions: AddonVersions = {
    "vpc-cni": "v1.21.1-eksbuild.7",
    "kube-proxy": "v1.34.6-eksbuild.2",
    "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
    coredns: "v1.13.2-eksbuild.4",
    "aws-ebs-csi-driver": "v1.57.1-eksbuild.1",
};

async function addons(): Promise<Registration[]> {
    const { registrations } = await runMocked({ resources: awsMocks }, () => {
        const node = new aws.ec2.LaunchTemplate("node");
        new Addons("before", { clusterName: "c", versions, addons: BEFORE_NODES });
        new Addons("on", { clusterName: "c", versions, addons: ON_NODES, after: [node] });
    });
    return registrations;
}

describe("Addons", () => {
    it("installs each at its exact version, and puts back what was changed by hand", async () => {
        const installed = (await addons()).filter(({ type }) => type === "aws:eks/addon:Addon");
        assert.deepEqual(
            Object.fromEntries(installed.map(({ inputs }) => [inputs.addonName, inputs.addonVersion])),
            versions,
        );
        for (const { inputs } of installed) {
            assert.deepEqual(
                [inputs.resolveConflictsOnCreate, inputs.resolveConflictsOnUpdate],
                ["OVERWRITE", "OVERWRITE"],
            );
        }
    });

    it("gives the network and the volume add-on identities of their own, before they start", async () => {
        const registrations = await addons();
        const accounts = { "before-vpc-cni": "aws-node", "on-aws-ebs-csi-driver": "ebs-csi-controller-sa" };
        for (const [addon, serviceAccount] of Object.entries(accounts)) {
            const association = `${addon}-identity-association`;
            assert.equal(named(registrations, association).inputs.serviceAccount, serviceAccount);
            assert.ok(named(registrations, addon).dependencies.includes(association));
        }
    });

    it("lets those that run on nodes wait for nodes, and no others", async () => {
        const waiting = (await addons()).filter(({ dependencies }) => dependencies.includes("node"));
        assert.deepEqual(
            waiting.map(({ name }) => name),
            ["on-aws-ebs-csi-driver", "on-coredns"],
        );
    });
});
