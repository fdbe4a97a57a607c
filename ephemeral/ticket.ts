import { ephemeralStackOf, ticketOf } from "../environments";
import { UserError } from "../command-line/user-error";

/**
 * The ticket that a person means, `t-123` for `T-123`: names on AWS and hosts are in lower case.
 * @throws UserError when no stack can be named after it
 */
export function ticketFrom(text: string): string {
    const ticket = text.trim().toLowerCase();
    if (ticketOf(ephemeralStackOf(ticket)) === ticket) return ticket;
    throw new UserError(
        `${JSON.stringify(text)} can't name an ephemeral stack.\n` +
            "Write a ticket of letters, digits, and dashes inside, at most 20, as in T-123.",
        2,
    );
}
