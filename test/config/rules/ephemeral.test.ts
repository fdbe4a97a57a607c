import assert from "node:assert/strict";
import { loadConfig } from "../../../config";
import { EPHEMERAL_RULES } from "../../../config/rules/ephemeral";
import { changed } from "../changed";
import { describeRules } from "./rule-cases";

const STACK = "dvlp-t-123";
const SECTION = { ticket: "t-123", expires: "2026-11-30" };
const DURING = { file: "dvlp", stack: STACK, today: "2026-11-21" } as const;

describe("config/rules/ephemeral", () => {
    describeRules(EPHEMERAL_RULES, {
        "ephemeral-stated": [
            {
                ...DURING,
                refuses: "a ticket's stack that does not say when it goes",
                change: {},
                key: "ephemeral",
                value: undefined as never,
                problem: "is not set: an ephemeral stack says its ticket and when it goes",
                remedy: "Make the stack by npm run ephemeral -- up t-123, which writes it.",
                remedied: { ephemeral: SECTION },
            },
            {
                refuses: "an end of an environment's own stack",
                file: "prod",
                change: { ephemeral: SECTION },
                key: "ephemeral",
                value: SECTION,
                problem: "is for ephemeral stacks, dvlp-<ticket>: prod stays",
                remedy: "Remove it.",
                remedied: { ephemeral: undefined },
            },
        ],
        "ephemeral-ticket": [
            {
                ...DURING,
                refuses: "another ticket than the stack's",
                change: { ephemeral: { ...SECTION, ticket: "t-124" } },
                key: "ephemeral.ticket",
                value: "t-124",
                remedy: "Write t-123.",
                remedied: { ephemeral: SECTION },
            },
        ],
        "ephemeral-expires": [
            {
                ...DURING,
                refuses: "a day that no calendar has",
                change: { ephemeral: { ...SECTION, expires: "2026-11-31" } },
                key: "ephemeral.expires",
                value: "2026-11-31",
                problem: "is no day of the calendar",
                remedy: "Write for example 2026-12-21.",
                remedied: { ephemeral: { ...SECTION, expires: "2026-12-21" } },
            },
            {
                ...DURING,
                refuses: "an expired stack",
                today: "2026-12-01",
                change: { ephemeral: SECTION },
                key: "ephemeral.expires",
                value: "2026-11-30",
                problem: "is over: today is 2026-12-01, and an expired stack is not updated any more",
                remedy:
                    "Remove the stack: npm run ephemeral -- down t-123. Or give it more days: " +
                    "npm run ephemeral -- up t-123 --days 3.",
                remedied: { ephemeral: { ...SECTION, expires: "2026-12-04" } },
            },
            {
                ...DURING,
                refuses: "a stack that is to stay for long",
                change: { ephemeral: { ...SECTION, expires: "2026-12-22" } },
                key: "ephemeral.expires",
                value: "2026-12-22",
                problem: "is more than 30 days away",
                remedy: "Write 2026-12-21 at the latest.",
                remedied: { ephemeral: { ...SECTION, expires: "2026-12-21" } },
            },
        ],
        "ephemeral-unprotected": [
            {
                ...DURING,
                refuses: "a protected one",
                change: { ephemeral: SECTION, protect: true },
                key: "protect",
                value: true,
                remedy: "Write false.",
                remedied: { protect: false },
            },
        ],
    });

    it("updates a stack on its last day", () => {
        const values = changed("dvlp", { ephemeral: SECTION });
        assert.deepEqual(loadConfig(STACK, values, [], "2026-11-30").ephemeral, SECTION);
    });
});
