import assert from "node:assert/strict";
import { isExpired, listed, table } from "../../ephemeral/list";

const TODAY = "2026-11-21";
const NOW = new Date("2026-11-21T12:00:00Z");
const LONG = {
    stack: `dvlp-${"t".repeat(20)}`,
    ticket: "t".repeat(20),
    owner: "The Team With The Very Long Name",
    expires: "2026-11-20",
    cidr: "10.207.0.0/16",
    resources: 80,
    lastUpdate: "2026-11-19T11:00:00Z",
};
const SHORT = { stack: "dvlp-t-1", ticket: "t-1", resources: 0 };

describe("ephemeral/list", () => {
    it("shows a line for each stack, what is not known as a dash", () => {
        const stacks = [
            { ...LONG, ticket: "t-2", owner: "team", expires: TODAY, lastUpdate: "2026-11-21T09:30:00Z" },
        ];
        assert.equal(
            table([...stacks, SHORT], TODAY, NOW),
            [
                "TICKET  OWNER  LAST DAY    RANGE          RESOURCES  UPDATED",
                "t-2     team   2026-11-21  10.207.0.0/16  80         2h",
                "t-1     -      -           -              0          -",
            ].join("\n"),
        );
    });

    it("stays on 80 columns: the owner is cut", () => {
        const [head, line] = table([LONG], TODAY, NOW).split("\n");
        assert.ok(head.length <= 80 && line.length <= 80, line);
        assert.match(line, /^t{20} {2}The .*… {2}2026-11-20 over {2}10\.207\.0\.0\/16 {2}80 +2d$/);
    });

    it("takes a stack for expired the day after its last", () => {
        assert.ok(!isExpired({ ...SHORT, expires: TODAY }, TODAY));
        assert.ok(isExpired({ ...SHORT, expires: "2026-11-20" }, TODAY));
        assert.ok(!isExpired(SHORT, TODAY));
    });

    it("answers programs with every key, null where nothing is known", () => {
        assert.deepEqual(listed([LONG, SHORT], TODAY), [
            {
                ticket: LONG.ticket,
                stack: LONG.stack,
                owner: LONG.owner,
                expires: "2026-11-20",
                expired: true,
                cidr: "10.207.0.0/16",
                resources: 80,
                lastUpdate: "2026-11-19T11:00:00Z",
            },
            {
                ticket: "t-1",
                stack: "dvlp-t-1",
                owner: null,
                expires: null,
                expired: false,
                cidr: null,
                resources: 0,
                lastUpdate: null,
            },
        ]);
    });

    it("says how long ago the last update was", () => {
        const ago = (lastUpdate: string) =>
            table([{ ...SHORT, lastUpdate }], TODAY, NOW)
                .split(/\s+/)
                .at(-1);
        assert.equal(ago("2026-11-21T11:55:30Z"), "4m");
        assert.equal(ago("2026-11-21T10:59:00Z"), "1h");
        assert.equal(ago("2026-11-20T12:00:00Z"), "1d");
        assert.equal(ago("2026-11-21T12:00:05Z"), "0m"); // clocks differ
    });
});
