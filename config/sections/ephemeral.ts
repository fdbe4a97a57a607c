/** `core-platform:ephemeral`: what a ticket's stack has and no other. `npm run ephemeral` writes it. */
import { z } from "zod";
import { text } from "../settings";

export const ephemeralSection = z.strictObject({
    /** The ticket, as in the stack's name; the value of the `ticket` tag. */
    ticket: text({
        pattern: /^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/,
        expects: "a ticket of lower case letters, digits and dashes, 20 at most",
        example: "t-123",
    }),
    /** The stack's last day, in UTC; the value of the `expires` tag. Unquoted, the engine makes a time of it. */
    expires: text({
        pattern: /^\d{4}-\d{2}-\d{2}$/,
        expects: "a day, YYYY-MM-DD, in quotes",
        example: '"2026-11-30"',
    }),
});
