/** Rules of `core-platform:ephemeral`: every stack of a ticket has an end. */
import { ticketOf } from "../../environments";
import { daysAfter, isDay } from "../day";
import type { ConfigIssue } from "../error";
import type { StackSettings } from "../schema";
import type { Rule, Subject } from "./rule";

/** How far away the end may be, days: what is to stay longer belongs into dvlp. */
export const LONGEST_LIFE = 30;

function* stated({ ephemeral }: StackSettings, { stack }: Subject): Iterable<ConfigIssue> {
    const ticket = ticketOf(stack);
    if (ticket !== undefined && ephemeral === undefined) {
        const problem = "is not set: an ephemeral stack says its ticket and when it goes";
        const remedy = `Make the stack by npm run ephemeral -- up ${ticket}, which writes it.`;
        yield { key: "ephemeral", value: undefined, problem, remedy };
    }
    if (ticket === undefined && ephemeral !== undefined) {
        const problem = `is for ephemeral stacks, dvlp-<ticket>: ${stack} stays`;
        yield { key: "ephemeral", value: ephemeral, problem, remedy: "Remove it." };
    }
}

function* ticketOfStack({ ephemeral }: StackSettings, { stack }: Subject): Iterable<ConfigIssue> {
    const ticket = ticketOf(stack);
    if (ephemeral === undefined || ticket === undefined || ephemeral.ticket === ticket) return;
    const problem = "is not the ticket in the stack's name";
    yield { key: "ephemeral.ticket", value: ephemeral.ticket, problem, remedy: `Write ${ticket}.` };
}

function* expiresSoon({ ephemeral }: StackSettings, { stack, today }: Subject): Iterable<ConfigIssue> {
    const ticket = ticketOf(stack);
    if (ephemeral === undefined || ticket === undefined) return;
    const [key, value] = ["ephemeral.expires", ephemeral.expires];
    const last = daysAfter(today, LONGEST_LIFE);
    if (!isDay(value)) {
        yield { key, value, problem: "is no day of the calendar", remedy: `Write for example ${last}.` };
    } else if (value < today) {
        const problem = `is over: today is ${today}, and an expired stack is not updated any more`;
        const remedy =
            `Remove the stack: npm run ephemeral -- down ${ticket}. Or give it more days: ` +
            `npm run ephemeral -- up ${ticket} --days 3.`;
        yield { key, value, problem, remedy };
    } else if (value > last) {
        const problem = `is more than ${LONGEST_LIFE} days away`;
        yield { key, value, problem, remedy: `Write ${last} at the latest.` };
    }
}

function* unprotected({ protect }: StackSettings, { stack }: Subject): Iterable<ConfigIssue> {
    if (ticketOf(stack) === undefined || !protect) return;
    const problem = "must be false on an ephemeral stack: it is made to be removed";
    yield { key: "protect", value: protect, problem, remedy: "Write false." };
}

export const EPHEMERAL_RULES: readonly Rule[] = [
    {
        name: "ephemeral-stated",
        title: "A ticket's stack says its ticket and its last day, and no other stack does.",
        keys: ["ephemeral"],
        check: stated,
    },
    {
        name: "ephemeral-ticket",
        title: "The ticket is the one in the stack's name.",
        keys: ["ephemeral.ticket"],
        check: ticketOfStack,
    },
    {
        name: "ephemeral-expires",
        title: "A ticket's stack is updated up to its last day, which is never more than 30 days away.",
        keys: ["ephemeral.expires"],
        check: expiresSoon,
    },
    {
        name: "ephemeral-unprotected",
        title: "Nothing of a ticket's stack is protected from deletion.",
        keys: ["protect"],
        check: unprotected,
    },
];
