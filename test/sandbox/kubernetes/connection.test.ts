import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { Account, regionInside } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import { createLocalCluster, LOCAL } from "../../../sandbox/local/cluster";
import { addToKubeconfig, contextOf } from "../../../sandbox/local/kubeconfig-file";
import { namespace } from "../../../sandbox/kubernetes/namespace";
import { CERTIFICATE, ENDPOINT, kubeconfig, newCluster } from "./pretended-cluster";

const YAML = `
clusters:
  - name: core
    cluster: { server: "${ENDPOINT}", certificate-authority-data: ${CERTIFICATE} }
contexts:
  - name: other
    context: { cluster: core, user: deployer }
users:
  - name: deployer
    user:
      exec:
        command: /usr/bin/aws
        args: [eks, get-token, --cluster-name, core, "--role=arn:aws:iam::111122223333:role/deployer"]
        env: [{ name: AWS_REGION, value: eu-central-1 }]
`;

async function attempt(provider: Properties): Promise<void> {
    const cloud = newCluster({ provider });
    try {
        await cloud.create(namespace.type, "apps", { metadata: { name: "apps" } });
    } finally {
        cloud.remove();
    }
}

/** A provider for a local cluster beside the one in AWS; the kubeconfig's user is changed by `user`. */
async function attemptLocally(user: (data: Properties) => Properties): Promise<void> {
    const cloud = newCluster();
    try {
        const account = new Account(path.join(path.dirname(cloud.account.folder), LOCAL));
        const cluster = createLocalCluster(account, "dev");
        const file = path.join(cloud.account.folder, "..", "..", "kubeconfig");
        addToKubeconfig(file, cluster);
        const config = parse(fs.readFileSync(file, "utf8")) as { users: { user: Properties }[] };
        config.users[0].user = user(config.users[0].user);
        cloud.configure({ kubeconfig: JSON.stringify(config), context: contextOf("dev") });
        await cloud.create(namespace.type, "apps", { metadata: { name: "apps" } });
        const [made] = account.list(namespace.type, regionInside(cluster));
        assert.equal(made.id, "apps");
    } finally {
        cloud.remove();
    }
}

describe("a local cluster that a kubeconfig means", () => {
    it("is found by its address, and takes its admin's certificate", () => attemptLocally((user) => user));

    it("takes no other certificate, and no token of AWS", async () => {
        const users: Properties[] = [
            { "client-certificate-data": "b3RoZXI=" },
            { exec: { command: "aws" } },
            {},
        ];
        for (const user of users)
            await assert.rejects(
                attemptLocally(() => user),
                /the server has asked for the client to provide credentials$/,
            );
    });
});

describe("the cluster that a kubeconfig means", () => {
    it("is found by its address, its certificate and the token's cluster", () =>
        attempt({ kubeconfig: kubeconfig() }));

    it("is found by a kubeconfig in YAML and a context of the provider", () =>
        attempt({ kubeconfig: YAML, context: "other" }));

    const unreachable: [string, Properties, RegExp][] = [
        ["without a kubeconfig", {}, /no configuration has been provided$/],
        [
            "when it can't be read",
            { kubeconfig: "{" },
            /failed to parse kubeconfig data in `kubernetes:config:kube/,
        ],
        ["when its context is not there", { kubeconfig: YAML }, /context "" does not exist$/],
        [
            "when no cluster answers there",
            { kubeconfig: kubeconfig({ server: "https://DEF.gr7.eu-central-1.eks.amazonaws.com" }) },
            /dial tcp: lookup DEF\.gr7\.eu-central-1\.eks\.amazonaws\.com: no such host$/,
        ],
        [
            "when nobody listens on this machine",
            { kubeconfig: kubeconfig({ server: "https://127.0.0.1:6443" }) },
            /dial tcp 127\.0\.0\.1:6443: connect: connection refused$/,
        ],
        [
            "when the certificate is another one",
            { kubeconfig: kubeconfig({ certificate: "b3RoZXI=" }) },
            /x509: certificate signed by unknown authority$/,
        ],
        [
            "with a token for another cluster",
            { kubeconfig: kubeconfig({ cluster: "other" }) },
            /the server has asked for the client to provide credentials$/,
        ],
        [
            "with a token from another region",
            { kubeconfig: kubeconfig({ region: "eu-west-1" }) },
            /the server has asked for the client to provide credentials$/,
        ],
        [
            "as a role that has no access entry",
            { kubeconfig: kubeconfig({ role: "arn:aws:iam::111122223333:role/stranger" }) },
            /the server has asked for the client to provide credentials$/,
        ],
    ];
    for (const [when, provider, reason] of unreachable) {
        it(`can't be reached ${when}`, async () => {
            await assert.rejects(attempt(provider), (error: Error) => {
                assert.match(error.message, /^configured Kubernetes cluster is unreachable: /);
                assert.match(error.message, reason);
                return true;
            });
        });
    }
});
