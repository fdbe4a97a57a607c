import * as assert from "node:assert/strict";
import { kubeconfigText } from "../../../components/cluster/kubeconfig";

describe("the kubeconfig", () => {
    const caller = { region: "eu-central-1", deployerRoleArn: "arn:aws:iam::111122223333:role/deployer" };
    const text = kubeconfigText("core-platform-dvlp", "https://cluster.example", "Q0E=", caller);

    it("fetches a token with region and role written out, and holds none", () => {
        const { users } = JSON.parse(text) as {
            users: { user: { exec: { command: string; args: string[] } } }[];
        };
        assert.equal(users[0].user.exec.command, "aws");
        assert.deepEqual(users[0].user.exec.args, [
            ...["eks", "get-token", "--cluster-name", "core-platform-dvlp", "--region", "eu-central-1"],
            ...["--role-arn", "arn:aws:iam::111122223333:role/deployer", "--output", "json"],
        ]);
        assert.deepEqual(Object.keys(users[0].user), ["exec"]);
    });

    it("leads to the cluster under its own name", () => {
        const config = JSON.parse(text) as Record<string, unknown>;
        assert.equal(config["current-context"], "core-platform-dvlp");
        assert.deepEqual(config.clusters, [
            {
                name: "core-platform-dvlp",
                cluster: { server: "https://cluster.example", "certificate-authority-data": "Q0E=" },
            },
        ]);
    });
});
