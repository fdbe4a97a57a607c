import * as assert from "node:assert/strict";
import { ControlPlaneLogs } from "../../../components/cluster/logs";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, runMocked } from "../../helpers/mocked-engine";

describe("ControlPlaneLogs", () => {
    it("makes the one group that EKS writes to, with an end to what it keeps", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            new ControlPlaneLogs("logs", { physicalName: "core-platform-prod", logRetentionDays: 365 });
        });
        const { inputs } = named(registrations, "logs-group");
        assert.deepEqual([inputs.name, inputs.retentionInDays], ["/aws/eks/core-platform-prod/cluster", 365]);
    });
});
