import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { clusterNetwork } from "../../../sandbox/eks/network";
import type { ClusterOptions } from "../../../sandbox/eks/options";
import { record, valueOf } from "./recorded-cluster";

async function network(
    args: ClusterOptions,
): Promise<{ vpcId: string; subnetIds: string[]; called: string[] }> {
    const found = { vpcId: "", subnetIds: [] as string[] };
    const { called } = await record(async () => {
        const made = clusterNetwork(args, new pulumi.ComponentResource("x:y:Z", "parent"));
        found.vpcId = await valueOf(made.vpcId);
        found.subnetIds = await valueOf(made.subnetIds);
    });
    return { ...found, called };
}

describe("the network of eks.Cluster", () => {
    it("is the one that it is given", async () => {
        assert.deepEqual(await network({ vpcId: "vpc-1", subnetIds: ["subnet-1"] }), {
            vpcId: "vpc-1",
            subnetIds: ["subnet-1"],
            called: [],
        });
    });

    it("joins public and private subnets, the public ones first", async () => {
        const split = { publicSubnetIds: ["subnet-p"], privateSubnetIds: ["subnet-q"] };
        assert.deepEqual((await network({ vpcId: "vpc-1", ...split })).subnetIds, ["subnet-p", "subnet-q"]);
    });

    it("is the account's default one when it is given none", async () => {
        assert.deepEqual(await network({}), {
            vpcId: "vpc-default",
            subnetIds: ["subnet-default"],
            called: ["aws:ec2/getVpc:getVpc", "aws:ec2/getSubnets:getSubnets"],
        });
    });
});
