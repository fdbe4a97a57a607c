import * as assert from "node:assert/strict";
import {
    controlPlaneLogGroup,
    ensureLogGroup,
    leaveLastLogs,
    recreatedByEks,
} from "../../../../sandbox/aws/eks/control-plane-logs";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ClusterFixture, REGION } from "../cluster-fixture";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

describe("a control plane's logs", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    let cluster: CloudObject;
    beforeEach(async () => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
        cluster = await fixture.cluster({ enabledClusterLogTypes: ["api"] });
    });
    afterEach(() => cloud.remove());

    const group = (): CloudObject => cloud.account.list(LOG_GROUP, REGION)[0];

    it("go to a group named after the cluster, which stays as it is when it is there", () => {
        assert.equal(group().id, controlPlaneLogGroup("platform"));
        cloud.account.put({ ...group(), properties: { ...group().properties, retentionInDays: 14 } });
        ensureLogGroup(cluster.properties, callIn(cloud));
        assert.equal(group().properties.retentionInDays, 14);
    });

    it("come back while the cluster writes, and when its last ones are still to come", async () => {
        assert.ok(recreatedByEks(group(), callIn(cloud)));
        leaveLastLogs(cluster, callIn(cloud));
        cloud.account.remove(cluster);
        assert.ok(recreatedByEks(group(), callIn(cloud)));
    });

    it("do not come back where the role may not make groups, or where no types are enabled", async () => {
        await fixture.denyLogGroups();
        leaveLastLogs(cluster, callIn(cloud));
        assert.ok(!recreatedByEks(group(), callIn(cloud)));
        const silent = { ...cluster, properties: { ...cluster.properties, enabledClusterLogTypes: [] } };
        leaveLastLogs(silent, callIn(cloud));
        assert.ok(!recreatedByEks(group(), callIn(cloud)));
    });

    it("are no business of other groups", async () => {
        const other = await cloud.create(LOG_GROUP, "other", { name: "/aws/eks/other/cluster" });
        assert.ok(!recreatedByEks(other, callIn(cloud)));
    });
});
