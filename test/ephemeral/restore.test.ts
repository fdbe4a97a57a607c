import assert from "node:assert/strict";
import * as fs from "node:fs";
import { ownFile } from "../../ephemeral/restore";
import { derivedFile } from "../../ephemeral/stack-file";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";
import { pretendedPlace } from "./pretended-pulumi";

describe("ephemeral/restore", () => {
    const folder = temporaryFolder();
    const settings = { ticket: "t-1", owner: "team", expires: "2026-11-30", cidr: "10.192.0.0/16" };
    const file = derivedFile(fs.readFileSync("Pulumi.dvlp.yaml", "utf8"), settings);

    it("takes the file that is there", async () => {
        const place = pretendedPlace(folder());
        place.files.write("dvlp-t-1", "config: {}\n");
        assert.equal(await ownFile(place, "dvlp-t-1"), "config: {}\n");
        assert.deepEqual(place.pulumi.calls, []);
    });

    it("brings back what the backend keeps of the last update", async () => {
        const place = pretendedPlace(folder());
        place.pulumi.stacks.set("dvlp-t-1", { resources: 80, tags: {}, history: file });
        assert.equal(await ownFile(place, "dvlp-t-1"), file);
        assert.equal(place.files.read("dvlp-t-1"), file);
    });

    it("has none of a stack that was never updated, nor of one whose last update had no configuration", async () => {
        for (const history of [undefined, "encryptionsalt: x\n"]) {
            const place = pretendedPlace(folder());
            place.pulumi.stacks.set("dvlp-t-1", { resources: 5, tags: {}, history });
            assert.equal(await ownFile(place, "dvlp-t-1"), undefined);
            assert.equal(place.files.read("dvlp-t-1"), undefined);
        }
    });

    it("takes no other failure for that", async () => {
        const place = pretendedPlace(folder());
        await assert.rejects(ownFile(place, "dvlp-t-1"), { message: /no stack named/ });
    });
});
