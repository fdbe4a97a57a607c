import assert from "node:assert/strict";
import { ticketFrom } from "../../ephemeral/ticket";

describe("ephemeral/ticket", () => {
    it("takes tickets as people write them, in lower case", () => {
        assert.equal(ticketFrom("T-123"), "t-123");
        assert.equal(ticketFrom(" core-42 "), "core-42");
        assert.equal(ticketFrom("a".repeat(20)), "a".repeat(20));
    });

    it("refuses what no stack can be named after, and says what can", () => {
        for (const text of ["", "t_1", "t-", "-t", "a".repeat(21), "t/1", "tícket", "t 1"])
            assert.throws(() => ticketFrom(text), {
                name: "UserError",
                exitCode: 2,
                message: `${JSON.stringify(text)} can't name an ephemeral stack.\nWrite a ticket of letters, digits, and dashes inside, at most 20, as in T-123.`,
            });
    });
});
