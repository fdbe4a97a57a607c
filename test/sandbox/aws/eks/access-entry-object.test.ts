import * as assert from "node:assert/strict";
import {
    accessEntryOutputs,
    PRINCIPAL,
    putAccessEntry,
} from "../../../../sandbox/aws/eks/access-entry-object";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ACCOUNT, REGION } from "../cluster-fixture";

const ENTRY = "aws:eks/accessEntry:AccessEntry";

describe("an access entry as an object", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("is for roles and users of any account, and for nothing else", () => {
        assert.ok(PRINCIPAL.test(`arn:aws:iam::${ACCOUNT}:role/teams/people`));
        assert.ok(PRINCIPAL.test(`arn:aws:iam::${ACCOUNT}:user/someone`));
        assert.ok(!PRINCIPAL.test(`arn:aws:iam::${ACCOUNT}:group/people`));
        assert.ok(!PRINCIPAL.test(`arn:aws:iam::${ACCOUNT}:root`));
    });

    it("names a user by his ARN", () => {
        const principalArn = `arn:aws:iam::${ACCOUNT}:user/someone`;
        const outputs = accessEntryOutputs({ clusterName: "platform", principalArn }, callIn(cloud));
        assert.equal(outputs.userName, principalArn);
    });

    it("stays as it is when EKS would make it again", () => {
        const entry = { clusterName: "platform", principalArn: `arn:aws:iam::${ACCOUNT}:role/nodes` };
        putAccessEntry({ ...entry, type: "EC2_LINUX" }, callIn(cloud));
        putAccessEntry({ ...entry, type: "EC2_WINDOWS" }, callIn(cloud));
        const [made] = cloud.account.list(ENTRY, REGION);
        assert.equal(made.properties.type, "EC2_LINUX");
    });
});
