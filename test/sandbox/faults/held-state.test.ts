import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { holdState, releaseState } from "../../../sandbox/faults/held-state";
import { temporaryFolder } from "../cloud/temporary-folder";

describe("states that are held back", () => {
    const folder = temporaryFolder();
    const stacks = (): string => path.join(folder(), "state", ".pulumi", "stacks", "core-platform");
    const write = (): void => {
        fs.mkdirSync(stacks(), { recursive: true });
        fs.writeFileSync(path.join(stacks(), "dvlp.json"), "{}");
    };

    it("can't be written, and come back as they were", () => {
        fs.mkdirSync(stacks(), { recursive: true });
        fs.writeFileSync(path.join(stacks(), "dvlp.json"), "{}");
        holdState(folder());
        holdState(folder());
        assert.throws(write, { code: "EEXIST" });
        releaseState(folder());
        assert.equal(fs.readFileSync(path.join(stacks(), "dvlp.json"), "utf8"), "{}");
    });

    it("need not be there, nor be held, to be given back", () => {
        holdState(folder());
        releaseState(folder());
        assert.deepEqual(fs.readdirSync(folder()), []);
        write();
        releaseState(folder());
        assert.deepEqual(fs.readdirSync(stacks()), ["dvlp.json"]);
    });
});
