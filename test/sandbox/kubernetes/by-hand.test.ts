import assert from "node:assert/strict";
import * as path from "node:path";
import { Account, regionInside, type CloudObject } from "../../../sandbox/cloud/account";
import { personOf } from "../../../sandbox/kubernetes/by-hand";
import { isUnreachable } from "../../../sandbox/kubernetes/connection";
import { ADMIN, createLocalCluster, LOCAL } from "../../../sandbox/local/cluster";
import { temporaryFolder } from "../cloud/temporary-folder";

const NAMESPACE: CloudObject = {
    type: "kubernetes:core/v1:Namespace",
    id: "apps",
    region: "eu-central-1.Cluster.core",
    createdAt: "2026-01-01T00:00:00Z",
    stack: "dvlp",
    properties: {},
};

describe("Somebody who changes a cluster by hand", () => {
    const folder = temporaryFolder();

    it("is connected to the cluster that the object is on", () => {
        const account = new Account(path.join(folder(), "111122223333"));
        const cluster = { ...NAMESPACE, type: "aws:eks/cluster:Cluster", id: "core", region: "eu-central-1" };
        account.put(cluster);
        const { connection, region, accountId } = personOf(account, NAMESPACE);
        assert.ok(!isUnreachable(connection));
        assert.deepEqual(
            [connection.cluster.id, region, accountId],
            ["core", NAMESPACE.region, "111122223333"],
        );
    });

    it("is the admin of a cluster of kind, whether it stands or is gone", () => {
        const account = new Account(path.join(folder(), LOCAL));
        const cluster = createLocalCluster(account, "dev");
        const object = { ...NAMESPACE, region: regionInside(cluster) };
        const { connection, principal } = personOf(account, object);
        assert.ok(!isUnreachable(connection));
        assert.deepEqual([principal, connection.principalArn], [ADMIN, ADMIN]);
        account.remove(cluster);
        assert.equal(personOf(account, object).principal, ADMIN);
    });

    it("reaches nothing where the cluster is gone", () => {
        const account = new Account(path.join(folder(), "111122223333"));
        assert.ok(isUnreachable(personOf(account, NAMESPACE).connection));
    });
});
