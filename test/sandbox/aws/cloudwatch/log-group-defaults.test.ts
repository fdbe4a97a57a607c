import * as assert from "node:assert/strict";
import { unmanagedLogGroup } from "../../../../sandbox/aws/cloudwatch/log-group-defaults";
import { ACCOUNT, REGION } from "../cluster-fixture";

describe("a log group that a service makes for itself", () => {
    it("keeps everything for ever and carries nobody's tags", () => {
        const caller = {
            stack: "dvlp",
            accountId: ACCOUNT,
            principal: `arn:aws:iam::${ACCOUNT}:role/sandbox`,
            partition: "aws",
            region: REGION,
            defaultTags: { owner: "platform" },
        };
        const group = unmanagedLogGroup("/aws/eks/a/cluster", caller);
        assert.equal(group.retentionInDays, 0);
        assert.deepEqual(group.tagsAll, {});
        assert.equal(group.arn, `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/eks/a/cluster`);
    });
});
