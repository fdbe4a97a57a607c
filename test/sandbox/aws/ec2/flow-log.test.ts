import * as assert from "node:assert/strict";
import { flowLog } from "../../../../sandbox/aws/ec2/flow-log";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network } from "../network-fixture";

const { type } = flowLog;

/** Everything that a flow log of a new VPC needs. */
async function ready(cloud: PretendedCloud): Promise<Properties> {
    const network = new Network(cloud);
    const vpc = await network.vpc();
    return { vpcId: vpc.id, trafficType: "ALL", ...network.logDelivery() };
}

describeRefusals(flowLog, {
    "InvalidVpcID.NotFound": async (cloud) =>
        cloud.create(type, "log", { ...(await ready(cloud)), vpcId: missing("vpc") }),
    "InvalidSubnetID.NotFound": async (cloud) => {
        const { vpcId: _, ...rest } = await ready(cloud);
        await cloud.create(type, "log", { ...rest, subnetId: missing("subnet") });
    },
    MissingParameter: async (cloud) => {
        const { iamRoleArn: _, ...rest } = await ready(cloud);
        await cloud.create(type, "log", rest);
    },
    InvalidParameter: async (cloud) => {
        const iamRoleArn = "arn:aws:iam::111122223333:role/nobody";
        await cloud.create(type, "log", { ...(await ready(cloud)), iamRoleArn });
    },
    LogDestinationNotFoundException: async (cloud) => {
        const logDestination = "arn:aws:logs:eu-central-1:111122223333:log-group:nowhere";
        await cloud.create(type, "log", { ...(await ready(cloud)), logDestination });
    },
    FlowLogAlreadyExists: async (cloud) => {
        const inputs = await ready(cloud);
        await cloud.create(type, "log", inputs);
        await cloud.create(type, "log-again", inputs);
    },
});

describe("a pretended flow log", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted", async () => {
        const inputs = await ready(cloud);
        const made = await cloud.create(type, "log", inputs);
        assert.match(made.id, /^fl-0[0-9a-f]{16}$/);
        const found = await cloud.read(made, inputs);
        assert.equal(found?.state.arn, `arn:aws:ec2:eu-central-1:111122223333:vpc-flow-log/${made.id}`);
        assert.deepEqual(found?.inputs, inputs);
        await cloud.delete(made);
        assert.equal(await cloud.read(made, inputs), undefined);
    });

    it("collects for ten minutes and writes version 2 of the format unless told otherwise", async () => {
        const { properties } = await cloud.create(type, "log", await ready(cloud));
        assert.equal(properties.maxAggregationInterval, 600);
        assert.equal(properties.logDestinationType, "cloud-watch-logs");
        assert.match(String(properties.logFormat), /^\$\{version\} \$\{account-id\} .* \$\{log-status\}$/);
    });

    it("takes a log group's ARN with the asterisk at its end", async () => {
        const inputs = await ready(cloud);
        const logDestination = `${String(inputs.logDestination)}:*`;
        await cloud.create(type, "log", { ...inputs, logDestination });
    });

    it("needs a role that the flow log service may assume", async () => {
        const inputs = await ready(cloud);
        const arn = "arn:aws:iam::111122223333:role/other";
        const assumeRolePolicy = JSON.stringify({
            Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" } }],
        });
        network.put("aws:iam/role:Role", "other", { arn, assumeRolePolicy }, "global");
        await assert.rejects(
            cloud.create(type, "log", { ...inputs, iamRoleArn: arn }),
            /Unable to assume given IAM role: 'arn:aws:iam::111122223333:role\/other'/,
        );
    });

    it("may watch a subnet beside one that watches its VPC", async () => {
        const { vpcId, ...rest } = await ready(cloud);
        await cloud.create(type, "log", { vpcId, ...rest });
        const subnet = network.put("aws:ec2/subnet:Subnet", "subnet-1", { vpcId });
        const made = await cloud.create(type, "subnet-log", { ...rest, subnetId: subnet.id });
        assert.equal(made.properties.subnetId, "subnet-1");
    });

    it("is replaced by any change but one of its tags", () => {
        const before = { vpcId: "vpc-1", trafficType: "ALL", maxAggregationInterval: 600 };
        const after = { vpcId: "vpc-2", trafficType: "REJECT", maxAggregationInterval: 60, tags: {} };
        const { changes } = cloud.diff(type, before, after);
        assert.deepEqual(
            Object.entries(changes).map(([name, change]) => [name, change.replaces]),
            [
                ["vpcId", true],
                ["trafficType", true],
                ["maxAggregationInterval", true],
                ["tags", false],
            ],
        );
    });

    it("is refused at preview with nothing to watch, a bad ARN, type or interval", () => {
        const check = (inputs: Properties) => () =>
            cloud.check(type, "log", { vpcId: "vpc-1", trafficType: "ALL", ...inputs });
        assert.throws(() => cloud.check(type, "log", {}), /must be specified/);
        assert.throws(check({ subnetId: "subnet-1" }), /`subnet_id,vpc_id` were specified/);
        assert.throws(check({ trafficType: "SOME" }), /one of \["ACCEPT" "REJECT" "ALL"\], got SOME/);
        assert.throws(check({ maxAggregationInterval: 300 }), /one of \[60 600\], got 300/);
        assert.throws(
            check({ iamRoleArn: "flow-logs" }),
            /iamRoleArn: "iam_role_arn" \(flow-logs\) is an invalid ARN: arn: invalid prefix/,
        );
        assert.throws(check({ logDestination: "arn:aws:logs" }), /not enough sections/);
        assert.throws(check({ logDestinationType: "s3" }), /does not act on "logDestinationType"/);
        assert.doesNotThrow(check({ maxAggregationInterval: "60" }));
    });
});
