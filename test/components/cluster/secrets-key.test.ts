import * as assert from "node:assert/strict";
import { SecretsKey } from "../../../components/cluster/secrets-key";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, runMocked } from "../../helpers/mocked-engine";

describe("SecretsKey", () => {
    it("rotates, waits as long as KMS lets it before it is gone, and is named after the cluster", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            const clusterRoleArn = "arn:aws:iam::111122223333:role/path/control-plane";
            new SecretsKey("key", {
                physicalName: "core-platform-prod",
                accountId: "111122223333",
                clusterRoleArn,
                protect: true,
            });
        });
        const key = named(registrations, "key-key");
        assert.deepEqual(
            [key.inputs.enableKeyRotation, key.inputs.deletionWindowInDays, key.protect],
            [true, 30, true],
        );
        assert.equal(named(registrations, "key-alias").inputs.name, "alias/core-platform-prod-secrets");
        const use = named(registrations, "key-use").inputs;
        assert.equal(use.role, "control-plane");
        assert.match(String(use.policy), /arn:aws:kms:eu-central-1:111122223333:key\/key-1/);
    });
});
