import * as assert from "node:assert/strict";
import { nodeTrouble } from "../../../../sandbox/aws/eks/node-readiness";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ClusterFixture } from "../cluster-fixture";

describe("nodes", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(() => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
    });
    afterEach(() => cloud.remove());

    function trouble(cluster: CloudObject): string | undefined {
        const role = cloud.account.get("aws:iam/role:Role", "nodes", "global");
        return nodeTrouble(cluster, role!, callIn(cloud));
    }

    it("become ready with the policies of workers and a network", async () => {
        assert.equal(trouble(await fixture.readyForNodes()), undefined);
    });

    for (const missing of ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"]) {
        it(`do not join without ${missing}`, async () => {
            const cluster = await fixture.cluster();
            const policies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"];
            await fixture.nodeRole(policies.filter((policy) => policy !== missing));
            await fixture.addonsBeforeNodes();
            assert.equal(trouble(cluster), "NodeCreationFailure: join");
        });
    }

    for (const missing of ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"]) {
        it(`are unhealthy without ${missing}`, async () => {
            const cluster = await fixture.readyForNodes();
            const id = `platform:${missing}`;
            await cloud.delete(cloud.account.get("aws:eks/addon:Addon", id, "eu-central-1")!);
            assert.equal(trouble(cluster), "NodeCreationFailure: unhealthy");
        });
    }

    it("have the CNI that EKS brings along, if their role has its policy", async () => {
        const cluster = await fixture.cluster({ bootstrapSelfManagedAddons: true });
        await fixture.nodeRole();
        assert.equal(trouble(cluster), "NodeCreationFailure: unhealthy");
        await fixture.attach("nodes", "AmazonEKS_CNI_Policy");
        assert.equal(trouble(cluster), undefined);
    });
});
