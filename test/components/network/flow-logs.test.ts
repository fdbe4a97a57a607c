import * as assert from "node:assert/strict";
import { FlowLogs } from "../../../components/network/flow-logs";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, runMocked } from "../../helpers/mocked-engine";

describe("FlowLogs", () => {
    it("record accepted and refused traffic by a role that may write to one group and make none", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            new FlowLogs("logs", { physicalName: "p", vpcId: "vpc-1", retentionDays: 30 });
        });
        assert.equal(named(registrations, "logs-log").inputs.trafficType, "ALL");
        const policy = JSON.parse(String(named(registrations, "logs-write").inputs.policy)) as {
            Statement: { Action: string[]; Resource: string[] }[];
        };
        const group = "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/vpc/p/flow-logs";
        assert.deepEqual(policy.Statement[0].Resource, [group, `${group}:*`]);
        assert.ok(!policy.Statement[0].Action.includes("logs:CreateLogGroup"));
    });
});
