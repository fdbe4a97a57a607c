import { describeSection } from "./key-cases";

describe("config/sections/ephemeral", () => {
    describeSection(
        "ephemeral",
        [
            {
                key: "ephemeral.ticket",
                bad: ["T-123", "t_1", "t-", "", "a".repeat(21)],
                expects: "a ticket of lower case letters, digits and dashes, 20 at most",
            },
            {
                key: "ephemeral.expires",
                // The second is what the engine makes of an unquoted day.
                bad: ["30.11.2026", "2026-11-30 00:00:00 +0000 UTC", "2026-11-3", 20261130],
                expects: "a day, YYYY-MM-DD, in quotes",
                good: ["2026-11-21", "2026-12-21"],
            },
        ],
        {
            stack: "dvlp-t-123",
            changes: { ephemeral: { ticket: "t-123", expires: "2026-11-30" } },
            today: "2026-11-21",
        },
    );
});
