import * as assert from "node:assert/strict";
import { userOf, type User } from "../../../sandbox/kubernetes/users";
import type { PretendedCloud } from "../pretended-cloud";
import { newCluster, REGION, ROLE } from "./pretended-cluster";

function user(cloud: PretendedCloud, principalArn: string): User | undefined {
    const [cluster] = cloud.account.list("aws:eks/cluster:Cluster", REGION);
    return userOf({ cluster, principalArn }, cloud.account);
}

describe("the Kubernetes user of an IAM principal", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster({ policy: "AmazonEKSViewPolicy", namespaces: ["apps"] })));
    afterEach(() => cloud.remove());

    const putEntry = (principalArn: string, more: Record<string, string> = {}): void => {
        const [entry] = cloud.account.list("aws:eks/accessEntry:AccessEntry", REGION);
        const properties = { clusterName: "core", principalArn, ...more };
        cloud.account.put({ ...entry, id: principalArn.replace(/\W/g, "-"), properties });
    };

    it("has the policies of its entry, each with its scope", () => {
        assert.deepEqual(user(cloud, ROLE), {
            name: "arn:aws:sts::111122223333:assumed-role/deployer/EKSGetTokenAuth",
            policies: [{ name: "AmazonEKSViewPolicy", namespaces: ["apps"] }],
        });
    });

    it("is nobody without an entry on this cluster", () => {
        const stranger = "arn:aws:iam::111122223333:role/stranger";
        assert.equal(user(cloud, stranger), undefined);
        putEntry(stranger, { clusterName: "other" });
        assert.equal(user(cloud, stranger), undefined);
    });

    it("carries the name of a role without its path, of a user its ARN, or the entry's", () => {
        const role = "arn:aws:iam::111122223333:role/teams/a/engineer";
        const person = "arn:aws:iam::111122223333:user/somebody";
        putEntry(role);
        putEntry(person);
        assert.match(String(user(cloud, role)?.name), /assumed-role\/engineer\/EKSGetTokenAuth$/);
        assert.equal(user(cloud, person)?.name, person);
        putEntry(person, { userName: "ci:{{SessionName}}" });
        assert.equal(user(cloud, person)?.name, "ci:EKSGetTokenAuth");
    });
});
