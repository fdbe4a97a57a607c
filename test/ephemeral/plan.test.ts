import assert from "node:assert/strict";
import * as fs from "node:fs";
import { POOL, slots } from "../../ephemeral/pool";
import { planUp, type Situation } from "../../ephemeral/plan";
import { derivedFile, settingsIn } from "../../ephemeral/stack-file";
import type { EphemeralStack } from "../../ephemeral/stacks";

const DVLP = fs.readFileSync("Pulumi.dvlp.yaml", "utf8");
const RESERVED = ["10.16.0.0/16", "10.32.0.0/16", "10.48.0.0/16", "10.8.0.0/16"];

function situation(changes: Partial<Situation> = {}): Situation {
    return { ticket: "t-1", today: "2026-11-21", dvlp: DVLP, stacks: [], reserved: RESERVED, ...changes };
}

function stack(ticket: string, changes: Partial<EphemeralStack> = {}): EphemeralStack {
    return { ticket, stack: `dvlp-${ticket}`, resources: 80, ...changes };
}

describe("ephemeral/plan", () => {
    it("gives a new stack dvlp's owner, three days and the first range of the pool", () => {
        const plan = planUp(situation());
        assert.deepEqual([plan.stack, plan.exists, plan.settled], ["dvlp-t-1", false, false]);
        const settings = {
            ticket: "t-1",
            owner: "platform-team",
            expires: "2026-11-24",
            cidr: "10.192.0.0/16",
        };
        assert.deepEqual(plan.settings, settings);
        assert.deepEqual(settingsIn("x", plan.file), settings);
        assert.deepEqual(plan.warnings, []);
    });

    it("takes the first range that no stack, environment or connected network holds", () => {
        const stacks = [
            stack("t-2", { cidr: "10.192.0.0/16" }),
            stack("t-3", { cidr: "10.194.0.0/16" }),
            stack("local"),
        ];
        const reserved = [...RESERVED, "10.193.4.0/24"];
        assert.equal(planUp(situation({ stacks, reserved })).settings.cidr, "10.195.0.0/16");
    });

    it("keeps range, owner and day of a stack that is there, wherever they are known from", () => {
        const claim = { owner: "team-a", expires: "2026-11-22", cidr: "10.193.0.0/16" };
        const fromTag = planUp(situation({ stacks: [stack("t-1", claim)] }));
        assert.deepEqual(fromTag.settings, { ticket: "t-1", ...claim });
        assert.ok(fromTag.exists && fromTag.settled);
        const own = derivedFile(DVLP, { ticket: "t-1", ...claim });
        const fromFile = planUp(situation({ own, stacks: [stack("t-1", { resources: 0 })] }));
        assert.deepEqual(fromFile.settings, { ticket: "t-1", ...claim });
        assert.ok(fromFile.exists && !fromFile.settled);
    });

    it("believes the claim more than a file that another clone has overtaken", () => {
        const old = { ticket: "t-1", owner: "a", expires: "2026-11-20", cidr: "10.193.0.0/16" };
        const claim = { owner: "b", expires: "2026-11-25", cidr: "10.194.0.0/16" };
        const plan = planUp(situation({ own: derivedFile(DVLP, old), stacks: [stack("t-1", claim)] }));
        assert.deepEqual(settingsIn("x", plan.file), { ticket: "t-1", ...claim });
    });

    it("sets another owner and day where it is asked to, expired or not", () => {
        const stacks = [stack("t-1", { owner: "a", expires: "2026-11-10", cidr: "10.192.0.0/16" })];
        const { settings } = planUp(situation({ stacks, owner: "b", days: 30 }));
        assert.deepEqual([settings.owner, settings.expires], ["b", "2026-12-21"]);
    });

    it("refuses an expired stack, and says what to do", () => {
        const stacks = [stack("t-1", { owner: "a", expires: "2026-11-20", cidr: "10.192.0.0/16" })];
        assert.throws(() => planUp(situation({ stacks })), {
            name: "UserError",
            message: /expired on 2026-11-20[^]*ephemeral -- down t-1\n[^]*ephemeral -- up t-1 --days 3/,
        });
        const last = [stack("t-1", { owner: "a", expires: "2026-11-21", cidr: "10.192.0.0/16" })];
        assert.equal(planUp(situation({ stacks: last })).settings.expires, "2026-11-21");
    });

    it("gives a range up that somebody else has too, as long as nothing is made in it", () => {
        const other = stack("t-2", { cidr: "10.192.0.0/16" });
        const empty = stack("t-1", { resources: 0, cidr: "10.192.0.0/16" });
        assert.equal(planUp(situation({ stacks: [empty, other] })).settings.cidr, "10.193.0.0/16");
        const full = { ...empty, resources: 5 };
        assert.equal(planUp(situation({ stacks: [full, other] })).settings.cidr, "10.192.0.0/16");
    });

    it("sends two that claimed one range at the same moment to different places", () => {
        const contested = ["10.192.0.0/16"];
        const [one, other] = ["t-1", "t-2"].map(
            (ticket) => planUp(situation({ ticket, contested })).settings.cidr,
        );
        assert.notEqual(one, other);
        for (const cidr of [one, other]) assert.ok(slots().slice(1).includes(cidr), cidr);
    });

    it("says who holds what, and until when, when the pool is used up", () => {
        const stacks = slots().map((cidr, index) =>
            stack(`x-${index}`, { cidr, ...(index === 0 ? { owner: "team-a", expires: "2026-11-20" } : {}) }),
        );
        assert.throws(
            () => planUp(situation({ stacks })),
            ({ name, message }: Error) => {
                assert.equal(name, "UserError");
                const lines = message.split("\n");
                assert.equal(lines[0], `No range of ${POOL} is free for one more stack. It is held by:`);
                assert.match(lines[1], /^ {2}10\.192\.0\.0\/16 +x-0 +2026-11-20 +team-a$/);
                assert.match(lines[2], /^ {2}10\.193\.0\.0\/16 +x-1 +no end +nobody named$/);
                assert.equal(lines.length, 18);
                assert.match(lines[17], /down TICKET, or down --expired\.$/);
                return lines.every((line) => line.length <= 80);
            },
        );
    });

    it("refuses what the configuration can't hold before anything is made, with all its errors", () => {
        assert.throws(() => planUp(situation({ owner: "a\tb" })), {
            name: "UserError",
            message: /The configuration of stack dvlp-t-1 does not hold \(1 error\)[^]*core-platform:owner/,
        });
        const dvlp = DVLP.replace("natGateways: single", "natGateway: single");
        assert.throws(() => planUp(situation({ dvlp })), { message: /Write "natGateways" instead/ });
    });

    it("warns before the account's quota of VPCs is passed", () => {
        const stacks = [2, 3].map((index) => stack(`t-${index}`, { cidr: slots()[index] }));
        assert.deepEqual(planUp(situation({ stacks })).warnings, []);
        const more = [...stacks, stack("t-4", { cidr: slots()[4] }), stack("local")];
        const { warnings } = planUp(situation({ stacks: more }));
        assert.equal(warnings.length, 1);
        assert.match(
            warnings[0],
            /this makes 6 VPCs; AWS allows 5 .*VpcLimitExceeded: see docs\/ephemeral\.md/,
        );
        // Its own is counted once, also when it is there already.
        const again = [...stacks, stack("t-1", { cidr: slots()[0], expires: "2026-11-30" })];
        assert.deepEqual(planUp(situation({ stacks: again })).warnings, []);
    });
});
