import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { activeCluster, parseKubeconfig, tokenRequest } from "../../../sandbox/kubernetes/kubeconfig";
import { CERTIFICATE, ENDPOINT, kubeconfig, REGION, ROLE } from "./pretended-cluster";

const TWO = JSON.stringify({
    clusters: ["a", "b"].map((name) => ({ name, cluster: { server: `https://${name}` } })),
    contexts: ["a", "b"].map((name) => ({ name, context: { cluster: name, user: name } })),
    "current-context": "a",
    users: [{ name: "a", user: { token: "t" } }],
});

const withArgs = (args: string[], more: object = {}): string =>
    JSON.stringify({
        contexts: [{ name: "a", context: { cluster: "a", user: "a" } }],
        "current-context": "a",
        users: [
            { name: "a", user: { exec: { command: "aws", args: ["eks", "get-token", ...args], ...more } } },
        ],
    });

describe("a kubeconfig", () => {
    it("is read as JSON, as YAML and from a file", () => {
        const stanza = { server: ENDPOINT, "certificate-authority-data": CERTIFICATE };
        assert.deepEqual(activeCluster(parseKubeconfig(kubeconfig()), {}), stanza);
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-kubeconfig-"));
        try {
            const file = path.join(folder, "config");
            fs.writeFileSync(file, kubeconfig());
            assert.deepEqual(activeCluster(parseKubeconfig(file), {}), stanza);
        } finally {
            fs.rmSync(folder, { recursive: true });
        }
        const yaml = "clusters: [{ name: a, cluster: { server: x } }]\ncontexts: []\n";
        assert.deepEqual(parseKubeconfig(yaml).clusters.get("a"), { server: "x" });
    });

    it("that is none is an error", () => {
        assert.throws(() => parseKubeconfig("{"));
        assert.throws(() => parseKubeconfig("just words"), /couldn't get version\/kind/);
    });

    it("means the cluster of its current context, unless the provider names another", () => {
        const config = parseKubeconfig(TWO);
        assert.deepEqual(activeCluster(config, {}), { server: "https://a" });
        assert.deepEqual(activeCluster(config, { context: "b" }), { server: "https://b" });
        assert.deepEqual(activeCluster(config, { cluster: "b" }), { server: "https://b" });
        assert.equal(activeCluster(config, { context: "c" }), undefined);
    });

    it("says for which cluster and as whom a token is asked for", () => {
        assert.deepEqual(tokenRequest(parseKubeconfig(kubeconfig()), {}), {
            clusterName: "core",
            region: REGION,
            roleArn: ROLE,
        });
    });

    it("may write arguments in the other ways that the aws command takes", () => {
        const request = (args: string[], more?: object): unknown =>
            tokenRequest(parseKubeconfig(withArgs(args, more)), {});
        assert.deepEqual(request(["--cluster-name=core", "--role", ROLE]), {
            clusterName: "core",
            region: undefined,
            roleArn: ROLE,
        });
        const env = [{ name: "AWS_REGION", value: REGION }];
        assert.deepEqual(request([], { env }), {
            clusterName: undefined,
            region: REGION,
            roleArn: undefined,
        });
    });

    it("without the aws command asks for no token", () => {
        assert.equal(tokenRequest(parseKubeconfig(TWO), {}), undefined);
    });
});
