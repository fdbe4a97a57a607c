import { ticketOf } from "../environments";
import { CLAIM_TAG, claimFrom, type Claim } from "./claim";
import { claimIn, type Deployment } from "./deployment";
import type { Pulumi } from "../command-line/pulumi";

/** An ephemeral stack that there is, with what is known of it. */
export interface EphemeralStack extends Partial<Claim> {
    stack: string;
    ticket: string;
    /** In its state; 0 when it has none yet, or none any more. */
    resources: number;
    /** When its state was written last, ISO 8601. */
    lastUpdate?: string;
}

/** One line of `pulumi stack ls --json`. */
interface Listed {
    name: string;
    resourceCount?: number;
    lastUpdate?: string;
}

/** The ephemeral stacks of the backend, by name; whoever made them. */
export async function readStacks(pulumi: Pulumi): Promise<EphemeralStack[]> {
    const listed = await pulumi.json<Listed[]>(["stack", "ls", "--json"]);
    // Some backends put their organisation in front.
    const names = listed.map((one) => ({ ...one, name: one.name.split("/").at(-1) ?? "" }));
    const found = names.flatMap(({ name, resourceCount = 0, lastUpdate }) => {
        const ticket = ticketOf(name);
        return ticket === undefined ? [] : [{ stack: name, ticket, resources: resourceCount, lastUpdate }];
    });
    const stacks: EphemeralStack[] = [];
    // One after the other: each of them is a process of 100 MB.
    for (const one of found.sort((a, b) => (a.stack < b.stack ? -1 : 1))) {
        const claim = await readClaim(pulumi, one.stack, one.resources);
        if (claim !== undefined) stacks.push({ ...one, ...claim });
    }
    return stacks;
}

/** @returns undefined when the stack went away since it was listed */
async function readClaim(
    pulumi: Pulumi,
    stack: string,
    resources: number,
): Promise<Partial<Claim> | undefined> {
    const tags = await pulumi.jsonOfStack<Record<string, string>>([
        "stack",
        "tag",
        "ls",
        "-s",
        stack,
        "--json",
    ]);
    if (tags === undefined) return undefined;
    if (tags[CLAIM_TAG] !== undefined || resources === 0) return claimFrom(tags[CLAIM_TAG]);
    const exported = await pulumi.jsonOfStack<{ deployment: Deployment }>(["stack", "export", "-s", stack]);
    return exported === undefined ? undefined : claimIn(exported.deployment);
}
