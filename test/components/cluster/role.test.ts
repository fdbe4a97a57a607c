import * as assert from "node:assert/strict";
import { ControlPlaneRole } from "../../../components/cluster/role";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, runMocked } from "../../helpers/mocked-engine";

describe("ControlPlaneRole", () => {
    it("can't make log groups, whatever its managed policy allows", async () => {
        const { registrations } = await runMocked(
            { resources: awsMocks },
            () => void new ControlPlaneRole("cluster-role", {}),
        );
        const policy = JSON.parse(
            String(named(registrations, "cluster-role-no-log-groups").inputs.policy),
        ) as unknown;
        assert.deepEqual(policy, {
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", Action: ["logs:CreateLogGroup"], Resource: ["*"] }],
        });
    });
});
