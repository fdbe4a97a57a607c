import * as assert from "node:assert/strict";
import { Account } from "../../../sandbox/cloud/account";
import { CLUSTER_NAME, createLocalCluster, isAdminOf, localClusters } from "../../../sandbox/local/cluster";
import { temporaryFolder } from "../cloud/temporary-folder";

describe("A pretended cluster on this machine", () => {
    const folder = temporaryFolder();

    it("has a server, an authority, a certificate for its admin and one ready node", () => {
        const account = new Account(folder());
        const { properties } = createLocalCluster(account, "dev");
        assert.equal(properties.endpoint, "https://127.0.0.1:6443");
        assert.deepEqual(properties.nodes, [{ name: "dev-control-plane", ready: true }]);
        const decoded = Buffer.from(String(properties.clientCertificateData), "base64").toString();
        assert.match(decoded, /^-----BEGIN CERTIFICATE-----\n/);
        assert.deepEqual(
            localClusters(account).map(({ id }) => id),
            ["dev"],
        );
    });

    it("takes the first port that is free, and a name once", () => {
        const account = new Account(folder());
        const endpoints = ["a", "b", "c"].map(
            (name) => createLocalCluster(account, name).properties.endpoint,
        );
        assert.deepEqual(
            endpoints,
            [6443, 6444, 6445].map((port) => `https://127.0.0.1:${port}`),
        );
        const [, b] = localClusters(account);
        account.remove(b);
        assert.equal(createLocalCluster(account, "d").properties.endpoint, "https://127.0.0.1:6444");
        assert.throws(
            () => createLocalCluster(account, "a"),
            /already exist for a cluster with the name "a"/,
        );
    });

    it("knows its own admin from another cluster's", () => {
        const account = new Account(folder());
        const [one, two] = ["one", "two"].map((name) => createLocalCluster(account, name));
        const user = { "client-certificate-data": one.properties.clientCertificateData };
        assert.deepEqual(
            [isAdminOf(one, user), isAdminOf(two, user), isAdminOf(one, {})],
            [true, false, false],
        );
    });

    it("has a name as kind allows it", () => {
        for (const name of ["dev", "a.b-1", "x".repeat(50)]) assert.match(name, CLUSTER_NAME);
        for (const name of ["Dev", "a_b", "", "x".repeat(51), "a/b"]) assert.doesNotMatch(name, CLUSTER_NAME);
    });
});
