import * as assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
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
