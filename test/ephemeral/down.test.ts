import assert from "node:assert/strict";
import { down, downExpired } from "../../ephemeral/down";
import { up } from "../../ephemeral/up";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";
import { pretendedPlace, type PretendedPlace } from "./pretended-pulumi";

describe("ephemeral/down", () => {
    const folder = temporaryFolder();
    let place: PretendedPlace;
    beforeEach(async () => {
        place = pretendedPlace(folder());
        await up(place, "t-1", {});
        place.pulumi.calls.length = 0;
        place.said.length = 0;
    });

    it("shows what goes, then removes resources, stack and file", async () => {
        assert.equal(await down(place, "t-1", { yes: true }), 0);
        assert.deepEqual(place.pulumi.calls, [
            "destroy -s dvlp-t-1 --preview-only",
            "destroy -s dvlp-t-1 --skip-preview --yes",
            "stack rm -s dvlp-t-1 --yes",
        ]);
        assert.equal(place.files.read("dvlp-t-1"), undefined);
        assert.deepEqual([...place.pulumi.stacks], []);
        assert.deepEqual(place.asked, []);
    });

    it("asks where somebody is there, after the preview, and takes no for an answer", async () => {
        Object.assign(place, { interactive: true, answer: false });
        assert.equal(await down(place, "t-1", {}), 1);
        assert.deepEqual(place.asked, ["Remove dvlp-t-1?"]);
        assert.deepEqual(place.pulumi.calls, ["destroy -s dvlp-t-1 --preview-only"]);
        assert.deepEqual(place.said, ["Nothing was removed."]);
        place.answer = true;
        assert.equal(await down(place, "t-1", {}), 0);
        assert.equal(place.pulumi.stacks.size, 0);
    });

    it("demands --yes where nobody is there", async () => {
        await assert.rejects(down(place, "t-1", {}), {
            name: "UserError",
            exitCode: 2,
            message: /add --yes/,
        });
        assert.deepEqual(place.pulumi.calls, []);
    });

    it("has nothing to do where the stack is gone, and clears its file away", async () => {
        place.pulumi.stacks.clear();
        assert.equal(await down(place, "t-1", {}), 0);
        assert.deepEqual(place.said, ["There is no ephemeral stack of ticket t-1: nothing to do."]);
        assert.equal(place.files.read("dvlp-t-1"), undefined);
        assert.deepEqual(place.pulumi.calls, []);
    });

    it("removes a stack that never got a resource", async () => {
        place.pulumi.stacks.set("dvlp-t-1", { resources: 0, tags: {} });
        assert.equal(await down(place, "t-1", { yes: true }), 0);
        assert.deepEqual(place.pulumi.calls, ["stack rm -s dvlp-t-1 --yes"]);
    });

    it("removes a stack of another clone: its file comes back first", async () => {
        place.files.remove("dvlp-t-1");
        assert.equal(await down(place, "t-1", { yes: true }), 0);
        assert.equal(place.pulumi.calls[0], "config refresh -s dvlp-t-1");
        assert.equal(place.files.read("dvlp-t-1"), undefined);
    });

    it("keeps stack and file when something stays, and says how to go on", async () => {
        place.pulumi.exitCode = 255;
        assert.equal(await down(place, "t-1", { yes: true }), 1);
        assert.deepEqual(place.pulumi.calls, ["destroy -s dvlp-t-1 --preview-only"]);
        assert.notEqual(place.files.read("dvlp-t-1"), undefined);
        const said = place.said.at(-1)!;
        assert.match(said, /dvlp-t-1: not removed[^]*down t-1\n[^]*--unlock[^]*--unreachable/);
        assert.ok(said.split("\n").every((line) => line.length <= 80));
    });

    it("gives up a lock, and what ran on a lost cluster, only where it is told to", async () => {
        assert.deepEqual(place.pulumi.variables, {});
        assert.equal(await down(place, "t-1", { yes: true, unlock: true, unreachable: true }), 0);
        assert.equal(place.pulumi.calls[1], "cancel -s dvlp-t-1 --yes");
        assert.deepEqual(place.pulumi.variables, { PULUMI_K8S_DELETE_UNREACHABLE: "true" });
    });

    it("says what a killed run may have made without the state knowing", async () => {
        const urn = "urn:pulumi:dvlp-t-1::core-platform::aws:ec2/vpc:Vpc::network-vpc";
        const pending_operations = [{ type: "creating", resource: { urn } }];
        place.pulumi.stacks.get("dvlp-t-1")!.exported = { pending_operations };
        assert.equal(await down(place, "t-1", { yes: true, unlock: true }), 0);
        assert.match(
            place.said.join("\n"),
            /killed[^]*\n {2}Vpc network-vpc\n[^]*sandbox:cloud -- list -s dvlp-t-1\n/,
        );
        Object.assign(place, { aws: true });
        place.pulumi.claim("dvlp-t-1", {}, 3);
        place.pulumi.stacks.get("dvlp-t-1")!.exported = { pending_operations };
        assert.equal(await down(place, "t-1", { yes: true }), 0);
        assert.match(place.said.join("\n"), /--tag-filters Key=stack,Values=dvlp-t-1\n/);
    });

    describe("--expired", () => {
        it("removes all whose last day is over, and no other", async () => {
            place.pulumi.claim("dvlp-t-2", { cidr: "10.193.0.0/16", expires: "2026-11-20" }, 80);
            place.pulumi.claim("dvlp-t-3", { cidr: "10.194.0.0/16", expires: "2026-11-21" }, 80);
            place.pulumi.claim("dvlp-t-4", { cidr: "10.195.0.0/16", expires: "2026-10-01" });
            place.pulumi.claim("dvlp-local", {}, 4);
            Object.assign(place, { interactive: true });
            assert.equal(await downExpired(place, {}), 0);
            assert.deepEqual(place.asked, ["Remove dvlp-t-2, dvlp-t-4?"]);
            assert.match(place.said[0], /^TICKET[^]*t-2[^]*2026-11-20 over[^]*t-4/);
            assert.deepEqual([...place.pulumi.stacks.keys()].sort(), ["dvlp-local", "dvlp-t-1", "dvlp-t-3"]);
        });

        it("goes on with the others when one stays, and fails then", async () => {
            place.pulumi.claim("dvlp-t-2", { expires: "2026-11-20" }, 80);
            place.pulumi.claim("dvlp-t-3", { expires: "2026-11-20" }, 80);
            const run = place.pulumi.run.bind(place.pulumi);
            place.pulumi.run = (args, environment) =>
                args.includes("dvlp-t-2") && args.includes("--skip-preview")
                    ? Promise.resolve(255)
                    : run(args, environment);
            assert.equal(await downExpired(place, { yes: true }), 1);
            assert.deepEqual([...place.pulumi.stacks.keys()].sort(), ["dvlp-t-1", "dvlp-t-2"]);
            assert.match(place.said.at(-1)!, /dvlp-t-2: not removed/);
        });

        it("has nothing to do where none has expired", async () => {
            assert.equal(await downExpired(place, {}), 0);
            assert.deepEqual(place.said, ["No ephemeral stack has expired."]);
        });
    });
});
