import assert from "node:assert/strict";
import { allObjects } from "../../../../sandbox/cli/cloud/objects";
import { removeObject } from "../../../../sandbox/cli/cloud/remove";
import type { Place } from "../../../../sandbox/cli/place";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { pretendedPlace, putObject } from "../pretended-place";

describe("Removing an object by hand", () => {
    const folder = temporaryFolder();
    let place: Place;

    beforeEach(() => {
        place = pretendedPlace(folder()).place;
        for (const stack of ["dvlp", "pprd"])
            for (const id of ["vpc-1", "vpc-2"]) putObject(place, stack, { id });
    });

    const left = (): string[] => allObjects(place, {}).map(({ stack, object }) => `${stack} ${object.id}`);

    it("takes this one away, and says how the engine finds out", async () => {
        const { stdout } = await outputOf(() => removeObject(place, "core-vpc-1", { stack: "pprd" }));
        assert.match(stdout, /^vpc-1 \(core-vpc-1\) is gone from account pprd\.\n.*refresh -s pprd\n$/);
        assert.deepEqual(left(), ["dvlp vpc-1", "dvlp vpc-2", "pprd vpc-2"]);
    });

    it("takes along by force what a service placed for it, and nothing of another's", async () => {
        for (const [id, maker] of [
            ["eni-1", "vpc-1"],
            ["eni-2", "vpc-2"],
        ])
            putObject(place, "pprd", { id, internal: { maker } });
        await outputOf(() => removeObject(place, "vpc-1", { stack: "pprd", force: true }));
        assert.deepEqual(left(), ["dvlp vpc-1", "dvlp vpc-2", "pprd eni-2", "pprd vpc-2"]);
    });

    it("answers what it took in JSON", async () => {
        const { stdout } = await outputOf(() => removeObject(place, "vpc-2", { stack: "dvlp", json: true }));
        const answer = JSON.parse(stdout) as { stack: string; removed: { id: string } };
        assert.deepEqual([answer.stack, answer.removed.id], ["dvlp", "vpc-2"]);
    });

    it("heeds the service's rules, and says what went with the object", async () => {
        const inside = { vpcId: "vpc-1" };
        const type = "aws:ec2/subnet:Subnet";
        putObject(place, "dvlp", { id: "subnet-1", type, properties: inside });
        const acl = { id: "acl-1", type: "aws:ec2/networkAcl:NetworkAcl", urn: undefined };
        putObject(place, "dvlp", { ...acl, properties: inside });
        const remove = (id: string, force = false): Promise<{ stdout: string }> =>
            outputOf(() => removeObject(place, id, { stack: "dvlp", force }));
        await assert.rejects(remove("vpc-1"), { message: /DependencyViolation: The vpc 'vpc-1' has dep/ });
        await assert.rejects(remove("acl-1"), { message: /^acl-1 is the service's own/ });
        await remove("subnet-1");
        const { stdout } = await remove("vpc-1");
        assert.match(stdout, /^vpc-1 .*\n  with it went aws:ec2\/networkAcl:NetworkAcl acl-1\n/);
        assert.deepEqual(left(), ["dvlp vpc-2", "pprd vpc-1", "pprd vpc-2"]);
    });

    it("takes away by force whatever depends on it, and leaves that behind", async () => {
        const type = "aws:ec2/subnet:Subnet";
        putObject(place, "dvlp", { id: "subnet-1", type, properties: { vpcId: "vpc-1" } });
        await outputOf(() => removeObject(place, "vpc-1", { stack: "dvlp", force: true }));
        assert.deepEqual(left(), ["dvlp subnet-1", "dvlp vpc-2", "pprd vpc-1", "pprd vpc-2"]);
    });

    it("removes nothing when several are meant, or none", async () => {
        await assert.rejects(removeObject(place, "vpc-1", {}), { message: /means several objects/ });
        await assert.rejects(removeObject(place, "vpc-9", {}), { message: /did you mean "vpc-1"\?/ });
        assert.equal(left().length, 4);
    });
});
