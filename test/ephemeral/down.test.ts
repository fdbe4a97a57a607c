import assert from "node:assert/strict";
import { down, downExpired } from "../../ephemeral/down";
import { up } from "../../ephemeral/up";
import { UserError } from "../../command-line/user-error";
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

    it("has nothing to do where there is no stack, and leaves a file of its name: it may be another backend's", async () => {
        place.pulumi.stacks.clear();
        place.files.write("dvlp-t-1", "written: by hand\n");
        assert.equal(await down(place, "t-1", {}), 0);
        const file = place.files.pathOf("dvlp-t-1");
        assert.deepEqual(place.said, [
            "There is no ephemeral stack of ticket t-1: nothing to do.",
            `Its file stays; delete it if no stack needs it:\n  ${file}`,
        ]);
        assert.deepEqual(place.pulumi.calls, []);
        assert.equal(place.files.read("dvlp-t-1"), "written: by hand\n");
        place.files.remove("dvlp-t-1");
        assert.equal(await down(place, "t-1", {}), 0);
        assert.deepEqual(place.said.slice(2), [place.said[0]]);
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
        assert.match(
            said,
            /dvlp-t-1: not removed, nothing of it was touched\.[^]*down t-1\n[^]*--unlock[^]*--unreachable/,
        );
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

        /** Two expired stacks. @param trouble what befalls a call of pulumi instead of its answer */
        function expiredWith(trouble: (line: string) => Promise<number> | undefined): void {
            for (const stack of ["dvlp-t-2", "dvlp-t-3"])
                place.pulumi.claim(stack, { expires: "2026-11-20" }, 80);
            const [run, ask] = [place.pulumi.run.bind(place.pulumi), place.pulumi.ask.bind(place.pulumi)];
            place.pulumi.run = (args, environment) => trouble(args.join(" ")) ?? run(args, environment);
            place.pulumi.ask = (args) => trouble(args.join(" "))?.then(String) ?? ask(args);
        }

        for (const [what, step, answer, told] of [
            ["preview fails", "destroy -s dvlp-t-2 --preview-only", 255, "nothing of it was touched"],
            [
                "file can't be restored",
                "config refresh -s dvlp-t-2",
                "no access",
                "nothing of it was touched",
            ],
            ["lock stays", "cancel -s dvlp-t-2 --yes", "no access", "a part of it may be gone"],
            ["removal fails", "destroy -s dvlp-t-2 --skip-preview --yes", 255, "a part of it may be gone"],
            ["state stays", "stack rm -s dvlp-t-2 --yes", "no access", "a part of it may be gone"],
        ] as const)
            it(`goes on with the others when one's ${what}, and fails then`, async () => {
                expiredWith((line) => {
                    if (line !== step) return undefined;
                    return answer === 255 ? Promise.resolve(answer) : Promise.reject(new UserError(answer));
                });
                assert.equal(await downExpired(place, { yes: true, unlock: true }), 1);
                assert.deepEqual([...place.pulumi.stacks.keys()].sort(), ["dvlp-t-1", "dvlp-t-2"]);
                const last = place.said.at(-1)!;
                assert.match(
                    last,
                    /^\ndvlp-t-2: not removed, .*\nThe same command goes on:\n.* down t-2\nA run/,
                );
                assert.ok(last.includes(told), last);
                assert.equal(place.said.includes("no access"), answer !== 255);
            });

        it("asks for those alone that can be removed, and nothing where there are none", async () => {
            Object.assign(place, { interactive: true });
            expiredWith((line) => (/t-2 --preview/.test(line) ? Promise.resolve(255) : undefined));
            assert.equal(await downExpired(place, {}), 1);
            assert.deepEqual(place.asked, ["Remove dvlp-t-3?"]);
            assert.equal(await downExpired(place, {}), 1);
            assert.equal(place.asked.length, 1);
        });

        for (const mode of ["--preview-only", "--skip-preview"])
            it(`begins nothing more when the job is ended during ${mode}`, async () => {
                expiredWith((line) => {
                    if (!line.startsWith("destroy") || !line.includes(mode)) return undefined;
                    place.pulumi.calls.push(line);
                    process.emit("SIGTERM");
                    return Promise.resolve(255);
                });
                const before = process.listenerCount("SIGTERM");
                assert.equal(await downExpired(place, { yes: true }), 1);
                assert.match(place.pulumi.calls.at(-1)!, new RegExp(`dvlp-t-2 ${mode}`));
                assert.match(place.said.at(-1)!, /dvlp-t-3: not removed, nothing of it was touched\./);
                assert.equal(process.listenerCount("SIGTERM"), before);
            });

        it("ends at a bug", async () => {
            expiredWith((line) =>
                /preview-only/.test(line) ? Promise.reject(new TypeError("a bug")) : undefined,
            );
            await assert.rejects(downExpired(place, { yes: true }), TypeError);
        });

        it("has nothing to do where none has expired", async () => {
            assert.equal(await downExpired(place, {}), 0);
            assert.deepEqual(place.said, ["No ephemeral stack has expired."]);
        });
    });
});
