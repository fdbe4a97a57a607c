import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Account } from "../../../../sandbox/cloud/account";
import { editObject } from "../../../../sandbox/cli/cloud/edit";
import { createKind, deleteKind, type KindOptions } from "../../../../sandbox/cli/cloud/kind";
import { removeObject } from "../../../../sandbox/cli/cloud/remove";
import { kubeconfigFile } from "../../../../sandbox/cli/place";
import { localClusters } from "../../../../sandbox/local/cluster";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { pretendedPlace, type PretendedPlace } from "../pretended-place";

describe("Local clusters on the command line", () => {
    const folder = temporaryFolder();
    let pretended: PretendedPlace;
    beforeEach(() => (pretended = pretendedPlace(folder())));

    const create = (name: string, options: KindOptions = {}) =>
        outputOf(() => createKind(pretended.place, folder(), name, options), 80);
    const remove = (name: string, options: KindOptions = {}) =>
        outputOf(() => deleteKind(pretended.place, folder(), name, options), 80);
    const local = (): Account => new Account(path.join(pretended.place.cloud, "local"));

    it("makes a cluster and its context in the sandbox's kubeconfig, and says how to go on", async () => {
        const { stdout } = await create("dev");
        assert.match(stdout, /^Cluster dev stands: one node, ready\.\nIts context kind-dev is in\n/);
        assert.match(stdout, /kind delete dev\n$/);
        assert.match(fs.readFileSync(kubeconfigFile(pretended.place), "utf8"), /name: kind-dev/);
    });

    it("answers in JSON", async () => {
        const file = kubeconfigFile(pretended.place);
        assert.deepEqual(JSON.parse((await create("dev", { json: true })).stdout), {
            name: "dev",
            context: "kind-dev",
            server: "https://127.0.0.1:6443",
            kubeconfig: file,
        });
        assert.deepEqual(JSON.parse((await remove("dev", { json: true, dryRun: true })).stdout), {
            name: "dev",
            dryRun: true,
            objects: 0,
            kubeconfig: file,
        });
    });

    it("writes to another kubeconfig where one is named, from where the user stands", async () => {
        await create("dev", { kubeconfig: "mine" });
        assert.ok(fs.existsSync(path.join(folder(), "mine")));
        assert.equal(fs.existsSync(kubeconfigFile(pretended.place)), false);
    });

    it("removes a cluster with what is on it, first only says so", async () => {
        await create("dev");
        local().put({
            type: "kubernetes:core/v1:Namespace",
            id: "apps",
            region: "local.Cluster.dev",
            createdAt: "2026-01-01T00:00:00Z",
            properties: {},
        });
        assert.equal(
            (await remove("dev", { dryRun: true })).stdout,
            "Cluster dev would go, and 1 object on it.\n",
        );
        assert.equal(localClusters(local()).length, 1);
        assert.equal((await remove("dev")).stdout, "Cluster dev is gone, and 1 object on it.\n");
        assert.deepEqual(local().all(), []);
        assert.doesNotMatch(fs.readFileSync(kubeconfigFile(pretended.place), "utf8"), /kind-dev/);
    });

    it("changes nothing on a name that can't be, is there already or is not there", async () => {
        await create("dev");
        await assert.rejects(create("Dev"), /"Dev" is no name for a cluster: write lower case letters/);
        await assert.rejects(create("dev"), /already exist for a cluster with the name "dev"/);
        await assert.rejects(
            remove("dve"),
            /there is no cluster "dve" on this machine; did you mean "dev"\?/,
        );
        await assert.rejects(remove("production"), /"production" on this machine; they are dev$/);
        await remove("dev");
        await assert.rejects(remove("dev"), /there is no cluster "dev" on this machine, nor any other$/);
    });

    it("removes no cluster whose kubeconfig can't be read", async () => {
        await create("dev");
        fs.writeFileSync(path.join(folder(), "text"), "hello");
        await assert.rejects(remove("dev", { kubeconfig: "text" }), /is no kubeconfig/);
        assert.equal(localClusters(local()).length, 1);
    });

    it("points whoever would change or remove a cluster like other objects to the way that there is", async () => {
        await create("dev");
        for (const force of [false, true]) {
            const message = /^dev is a cluster of kind, .*: npm run sandbox:cloud -- kind delete dev$/;
            const removed = removeObject(pretended.place, "dev", { force });
            await assert.rejects(removed, { message });
            const edited = editObject(pretended.place, "dev", [{ path: "name", value: "x" }], { force });
            await assert.rejects(edited, { message });
        }
        assert.equal(localClusters(local())[0].properties.name, "dev");
    });

    it("makes no cluster whose kubeconfig can't be written", async () => {
        fs.writeFileSync(path.join(folder(), "text"), "hello");
        await assert.rejects(create("dev", { kubeconfig: "text" }), /is no kubeconfig/);
        assert.deepEqual(localClusters(local()), []);
    });
});
