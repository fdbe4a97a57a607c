import assert from "node:assert/strict";
import { CLAIM_TAG } from "../../ephemeral/claim";
import { settingsIn } from "../../ephemeral/stack-file";
import { up } from "../../ephemeral/up";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";
import { pretendedPlace, type PretendedPlace } from "./pretended-pulumi";

describe("ephemeral/up", () => {
    const folder = temporaryFolder();
    let place: PretendedPlace;
    beforeEach(() => (place = pretendedPlace(folder())));

    const KEEPER = "awskms://alias/core-platform-state?region=eu-central-1";
    const settings = () => settingsIn("x", place.files.read("dvlp-t-1") ?? "");

    it("makes the stack, claims its range, writes its file and runs the update, in this order", async () => {
        assert.equal(await up(place, "t-1", { owner: "team-a" }), 0);
        const claim = JSON.stringify({ cidr: "10.192.0.0/16", expires: "2026-11-24", owner: "team-a" });
        assert.deepEqual(place.pulumi.calls, [
            `stack init dvlp-t-1 --no-select --secrets-provider ${KEEPER}`,
            `stack tag set -s dvlp-t-1 ${CLAIM_TAG} ${claim}`,
            "up -s dvlp-t-1",
        ]);
        const said = place.said.join("\n");
        assert.match(
            said,
            /^dvlp-t-1: a new stack[^]*owner +team-a\n +last day +2026-11-24\n +range +10\.192\.0\.0\/16/,
        );
        assert.match(said, /dvlp-t-1 is up\. Its last day is 2026-11-24[^]*down t-1/);
        assert.ok(said.split("\n").every((line) => line.length <= 80));
    });

    it("keeps what the engine wrote into the file for the stack's secrets", async () => {
        await up(place, "t-1", {});
        await up(place, "t-1", { days: 5 });
        assert.match(place.files.read("dvlp-t-1") ?? "", /^encryptedkey: made-by-init$/m);
        assert.equal(settings().expires, "2026-11-26");
    });

    it("changes nothing the second time", async () => {
        await up(place, "t-1", {});
        const before = place.files.read("dvlp-t-1");
        place.pulumi.calls.length = 0;
        assert.equal(await up(place, "t-1", {}), 0);
        assert.equal(place.files.read("dvlp-t-1"), before);
        assert.deepEqual(
            place.pulumi.calls.map((call) => call.split(" ").slice(0, 2).join(" ")),
            ["stack tag", "up -s"],
        );
    });

    it("leaves a file that somebody else made, and names it", async () => {
        for (const content of [
            "config:\n  core-platform:cluster: { existing: {} }\n",
            "half a file",
            "a: [\n",
        ]) {
            place.files.write("dvlp-t-1", content);
            await assert.rejects(up(place, "t-1", {}), {
                name: "UserError",
                message: /Pulumi\.dvlp-t-1\.yaml is there, and was not made for ticket t-1\. Move it away/,
            });
            assert.equal(place.files.read("dvlp-t-1"), content);
        }
        assert.deepEqual(place.pulumi.calls, []);
    });

    it("goes on where a run was killed, after each of its steps", async () => {
        // The file alone; file and stack; file, stack and claim.
        await up(place, "t-1", {});
        place.pulumi.stacks.clear();
        assert.equal(await up(place, "t-1", {}), 0);
        assert.equal(settings().cidr, "10.192.0.0/16");
        for (const [tags, cidr] of [
            [{}, "10.192.0.0/16"],
            [{ [CLAIM_TAG]: '{"cidr":"10.193.0.0/16"}' }, "10.193.0.0/16"],
        ] as [Record<string, string>, string][]) {
            place.files.remove("dvlp-t-1");
            place.pulumi.stacks.set("dvlp-t-1", { resources: 0, tags });
            assert.equal(await up(place, "t-1", {}), 0);
            assert.equal(settings().cidr, cidr);
        }
    });

    it("brings a stack of another clone up to date with its own configuration", async () => {
        await up(place, "t-1", {});
        const stack = place.pulumi.stacks.get("dvlp-t-1")!;
        stack.history = place.files.read("dvlp-t-1")!.replace("natGateways: single", "natGateways: perZone");
        place.files.remove("dvlp-t-1");
        assert.equal(await up(place, "t-1", {}), 0);
        assert.match(place.files.read("dvlp-t-1") ?? "", /natGateways: perZone/);
    });

    it("gives way to a run that claimed the same range at the same moment", async () => {
        let first = true;
        place.pulumi.meanwhile = () => {
            if (first) place.pulumi.claim("dvlp-t-2", { cidr: "10.192.0.0/16", expires: "2026-11-30" });
            first = false;
        };
        assert.equal(await up(place, "t-1", {}), 0);
        const { cidr } = settings();
        assert.notEqual(cidr, "10.192.0.0/16");
        assert.equal(JSON.parse(place.pulumi.stacks.get("dvlp-t-1")!.tags[CLAIM_TAG]).cidr, cidr);
        assert.match(place.said.join("\n"), /Another run claimed 10\.192\.0\.0\/16 at this very moment/);
    });

    it("never moves a stack that has resources, whoever else claims its range", async () => {
        await up(place, "t-1", {});
        place.pulumi.claim("dvlp-t-2", { cidr: "10.192.0.0/16", expires: "2026-11-30" }, 80);
        assert.equal(await up(place, "t-1", {}), 0);
        assert.equal(settings().cidr, "10.192.0.0/16");
    });

    it("changes nothing on bad input", async () => {
        await assert.rejects(up(place, "t-1", { owner: "a\tb" }), { name: "UserError" });
        place.pulumi.claim("dvlp-t-1", { cidr: "10.192.0.0/16", expires: "2026-11-20" }, 80);
        await assert.rejects(up(place, "t-1", {}), { message: /expired on 2026-11-20/ });
        assert.deepEqual(
            place.pulumi.calls.filter((call) => !call.startsWith("config refresh")),
            [],
        );
        assert.equal(place.files.read("dvlp-t-1"), undefined);
    });

    it("gives up a killed run's lock only where it is told to", async () => {
        await up(place, "t-1", {});
        assert.ok(!place.pulumi.calls.some((call) => call.startsWith("cancel")));
        await up(place, "t-1", { unlock: true });
        assert.deepEqual(place.pulumi.calls.slice(-2), ["cancel -s dvlp-t-1 --yes", "up -s dvlp-t-1"]);
    });

    it("says what to do when the update fails, with the update's exit code", async () => {
        place.pulumi.exitCode = 255;
        assert.equal(await up(place, "t-1", {}), 255);
        assert.match(
            place.said.at(-1)!,
            /is not complete[^]*up t-1\n[^]*down t-1\n[^]*VpcLimitExceeded[^]*--unlock/,
        );
        assert.ok(
            place.said
                .at(-1)!
                .split("\n")
                .every((line) => line.length <= 80),
        );
    });

    it("demands --yes on AWS where nobody is there to agree, before anything is made", async () => {
        place.aws = true;
        await assert.rejects(up(place, "t-1", {}), { name: "UserError", exitCode: 2, message: /add --yes/ });
        assert.deepEqual(place.pulumi.calls, []);
        assert.equal(await up(place, "t-1", { yes: true }), 0);
        assert.equal(place.pulumi.calls.at(-1), "up -s dvlp-t-1 --yes");
        place.interactive = true;
        assert.equal(await up(place, "t-1", {}), 0);
        assert.equal(place.pulumi.calls.at(-1), "up -s dvlp-t-1");
    });
});
