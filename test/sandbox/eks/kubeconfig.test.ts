import * as assert from "node:assert/strict";
import { Cluster as ControlPlane } from "@pulumi/aws/eks/cluster";
import { kubeconfig } from "../../../sandbox/eks/kubeconfig";
import { record, valueOf } from "./recorded-cluster";

interface Written {
    users: { user: { exec: { args: string[] } } }[];
}

async function argsOf(credentials: object | undefined, withProfile: boolean): Promise<string[]> {
    let args: string[] = [];
    await record(async () => {
        const cluster = new ControlPlane("c", { roleArn: "role", vpcConfig: { subnetIds: ["subnet-1"] } });
        const written = (await valueOf(kubeconfig(cluster, credentials, withProfile))) as Written;
        args = written.users[0].user.exec.args;
    });
    return args;
}

const PLAIN = ["--region", "eu-central-1", "eks", "get-token", "--cluster-name", "core", "--output", "json"];

describe("the kubeconfig of eks.Cluster", () => {
    it("asks for a token in the cluster's own region", async () => {
        assert.deepEqual(await argsOf(undefined, true), PLAIN);
    });

    it("assumes the role that it is given", async () => {
        assert.deepEqual(await argsOf({ roleArn: "r" }, false), [...PLAIN, "--role", "r"]);
    });

    it("names a profile for the provider, and not for people", async () => {
        const credentials = { profileName: "p" };
        assert.deepEqual(await argsOf(credentials, true), [...PLAIN, "--profile", "p"]);
        assert.deepEqual(await argsOf(credentials, false), PLAIN);
    });
});
