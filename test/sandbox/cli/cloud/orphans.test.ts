import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { listOrphans } from "../../../../sandbox/cli/cloud/orphans";
import { stateFolders } from "../../../../sandbox/cli/cloud/stacks";
import type { Place } from "../../../../sandbox/cli/place";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { pretendedPlace, putObject } from "../pretended-place";

describe("the orphans of the pretended clouds", () => {
    const folder = temporaryFolder();
    let place: Place;

    /** Writes a state that holds these VPCs. @param more what else it says of each */
    function state(stack: string, ids: string[], more: { pendingReplacement?: boolean } = {}): void {
        const { stacks } = stateFolders(place);
        const resources = [{ type: "core-platform:network:Network" }].concat(
            ids.map((id) => ({ type: "aws:ec2/vpc:Vpc", id, ...more })),
        );
        fs.mkdirSync(stacks, { recursive: true });
        fs.writeFileSync(
            path.join(stacks, `${stack}.json`),
            JSON.stringify({ checkpoint: { latest: { resources } } }),
        );
    }

    beforeEach(() => {
        ({ place } = pretendedPlace(folder()));
        for (const id of ["vpc-1", "vpc-2"]) putObject(place, "dvlp", { id });
        putObject(place, "dvlp", { id: "made-along", urn: undefined });
    });

    it("are what resources made and no state holds", async () => {
        state("dvlp", ["vpc-1"]);
        const { stdout } = await outputOf(() => listOrphans(place, {}));
        assert.equal(
            stdout,
            "ec2:Vpc  vpc-2\n    urn:pulumi:dvlp::core-platform::aws:ec2/vpc:Vpc::core-vpc-2\n1 object\n",
        );
    });

    it("may have been moved to another stack's state", async () => {
        state("dvlp", ["vpc-1"]);
        state("dvlp-network", ["vpc-2"]);
        const { stdout } = await outputOf(() => listOrphans(place, { stack: "dvlp" }));
        assert.equal(stdout, "Every object is in its stack's state.\n");
    });

    it("are not in the state of another platform, which may have an object of the same id", async () => {
        state("dvlp", ["vpc-1"]);
        for (const other of ["pprd", "dvlp-t1"]) state(other, ["vpc-2"]);
        const { stdout } = await outputOf(() => listOrphans(place, {}));
        assert.match(stdout, /^ec2:Vpc {2}vpc-2\n.*\n1 object\n$/);
    });

    it("are not held by a resource whose object was deleted and that waits for its replacement", async () => {
        state("dvlp", ["vpc-1"]);
        state("dvlp-network", ["vpc-2"], { pendingReplacement: true });
        const { stdout } = await outputOf(() => listOrphans(place, {}));
        assert.match(stdout, /^ec2:Vpc {2}vpc-2\n.*\n1 object\n$/);
    });

    it("are all where there is no state, and JSON for programs", async () => {
        const { stdout } = await outputOf(() => listOrphans(place, { json: true }));
        const ids = (JSON.parse(stdout) as { id: string; stack: string }[]).map(({ id, stack }) => [
            id,
            stack,
        ]);
        assert.deepEqual(ids, [
            ["vpc-1", "dvlp"],
            ["vpc-2", "dvlp"],
        ]);
    });
});
