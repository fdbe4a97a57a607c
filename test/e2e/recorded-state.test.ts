import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Account, type CloudObject } from "../../sandbox/cloud/account";
import { ROOT, Sandbox, stepsOf } from "../helpers/sandbox";

/** A stack as an earlier commit deployed it: the engine's state, and what stood in the cloud. */
interface Recorded {
    state: { deployment: { resources: Record<string, unknown>[] } };
    objects: CloudObject[];
}

const STACK = "dvlp";
/** That of Pulumi.dvlp.yaml. */
const ACCOUNT_ID = "111122223333";
const FILE = path.join(__dirname, `recorded-${STACK}.json`);

/**
 * What the program means for a stack that runs already. A child that was renamed without an alias, a property that
 * replaces: here it shows, before an environment loses its network.
 */
describe("a stack that an earlier commit deployed", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());

    before(async () => {
        if (process.env.UPDATE_RECORDED === "1") await record();
        const recorded = JSON.parse(fs.readFileSync(FILE, "utf8")) as Recorded;
        const account = new Account(path.join(sandbox.folder, "cloud", ACCOUNT_ID));
        for (const object of recorded.objects) account.put(object);
        const file = path.join(sandbox.folder, "state.json");
        fs.writeFileSync(file, JSON.stringify(recorded.state));
        await sandbox.ok("stack", "import", "-s", STACK, "--file", file);
    });

    it("loses and replaces nothing (npm test -- --update-recorded records it anew)", async () => {
        const steps = (await sandbox.preview(STACK)).filter(({ op }) => !["create", "update"].includes(op));
        assert.deepEqual(stepsOf(steps), []);
    });

    it("would lose its subnet if the program named it otherwise", async () => {
        const state = JSON.parse(await sandbox.ok("stack", "export", "-s", STACK)) as Recorded["state"];
        const renamed = JSON.stringify(state).replaceAll("network-private-a-subnet", "network-old-a-subnet");
        const file = path.join(sandbox.folder, "renamed.json");
        fs.writeFileSync(file, renamed);
        await sandbox.ok("stack", "import", "-s", STACK, "--file", file);
        const steps = stepsOf(await sandbox.preview(STACK));
        assert.ok(steps.includes("delete aws:ec2/subnet:Subnet network-old-a-subnet"), steps.join("\n"));
    });
});

/** Deploys the stack as this commit does, and writes down the result without what tells of this machine. */
async function record(): Promise<void> {
    const source = new Sandbox();
    try {
        await source.ok("up", "-s", STACK, "--skip-preview");
        const state = JSON.parse(await source.ok("stack", "export", "-s", STACK)) as Recorded["state"];
        for (const resource of state.deployment.resources) {
            delete resource.sourcePosition;
            delete resource.stackTrace;
        }
        const objects = (await source.objects(STACK)).map(({ account: _, ...object }) => object);
        const text = JSON.stringify({ state, objects }, null, 1) + "\n";
        assert.ok(!text.includes(ROOT) && !text.includes(source.folder), "the record tells of this machine");
        fs.writeFileSync(FILE, text);
    } finally {
        source.remove();
    }
}
