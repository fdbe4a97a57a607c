import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { stringify } from "yaml";
import { awsCommand } from "../../../sandbox/cli/aws-command";
import { temporaryFolder } from "../cloud/temporary-folder";
import { outputOf } from "./output";

const GET_TOKEN = ["--region", "eu-central-1", "eks", "get-token", "--cluster-name", "core-dvlp"];

describe("The aws command of the sandbox", () => {
    const folder = temporaryFolder();

    /** A kubeconfig of a real cluster whose user signs in this way. */
    function kubeconfig(user: object): string {
        const file = path.join(folder(), "kind.yaml");
        const content = {
            "current-context": "kind",
            contexts: [{ name: "kind", context: { cluster: "kind", user: "admin" } }],
            clusters: [
                {
                    name: "kind",
                    cluster: { server: "https://127.0.0.1:1", "certificate-authority-data": "Q0E=" },
                },
            ],
            users: [{ name: "admin", user }],
        };
        fs.writeFileSync(file, stringify(content));
        return file;
    }

    const statusFor = async (user: object): Promise<unknown> => {
        const environment = { SANDBOX_KUBECONFIG: kubeconfig(user) };
        const { stdout, stderr, result } = await outputOf(() => awsCommand(GET_TOKEN, environment));
        assert.deepEqual([stderr, result], ["", 0]);
        const answer = JSON.parse(stdout) as { apiVersion: string; kind: string; status: unknown };
        assert.equal(answer.kind, "ExecCredential");
        assert.equal(answer.apiVersion, "client.authentication.k8s.io/v1beta1");
        return answer.status;
    };

    it("hands out the token of SANDBOX_KUBECONFIG's user", async () => {
        assert.deepEqual(await statusFor({ token: "secret" }), { token: "secret" });
    });

    it("hands out the client certificate of SANDBOX_KUBECONFIG's user, as PEM", async () => {
        const user = {
            "client-certificate-data": Buffer.from("CERTIFICATE").toString("base64"),
            "client-key-data": Buffer.from("KEY").toString("base64"),
        };
        assert.deepEqual(await statusFor(user), {
            clientCertificateData: "CERTIFICATE",
            clientKeyData: "KEY",
        });
    });

    it("has no token without SANDBOX_KUBECONFIG, and says what to do", async () => {
        const { stdout, stderr, result } = await outputOf(() => awsCommand(GET_TOKEN, {}));
        assert.deepEqual([stdout, result], ["", 254]);
        assert.match(stderr, /Set SANDBOX_KUBECONFIG to the kubeconfig of a real one/);
    });

    it("fails with the sentence of a kubeconfig that cannot be used", async () => {
        const environment = { SANDBOX_KUBECONFIG: path.join(folder(), "none.yaml") };
        await assert.rejects(awsCommand(GET_TOKEN, environment), { message: /none\.yaml cannot be read/ });
    });

    it("answers its version, which tools ask for", async () => {
        const { stdout, result } = await outputOf(() => awsCommand(["--version"], {}));
        assert.match(stdout, /^aws-cli\/2\./);
        assert.equal(result, 0);
    });

    it("knows nothing else: there is no AWS", async () => {
        for (const args of [["s3", "ls"], ["eks", "list-clusters"], []]) {
            const { stdout, stderr, result } = await outputOf(() => awsCommand(args, {}));
            assert.deepEqual([stdout, result], ["", 252]);
            assert.match(stderr, /there is no AWS behind/);
        }
    });
});
