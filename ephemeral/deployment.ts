import { TAG_KEYS } from "../environments";
import { lastDay, type Claim } from "./claim";

/** The parts of `pulumi stack export` that are read here. */
export interface Deployment {
    resources?: { type: string; inputs?: Record<string, unknown> }[];
    /** What was under way when the engine was killed. */
    pending_operations?: { type: string; resource: { urn: string } }[];
}

/**
 * What was being made when the engine was killed, as `Vpc network-vpc`: it may exist, and the state does not know its id.
 */
export function pendingCreates({ pending_operations: pending = [] }: Deployment): string[] {
    return pending
        .filter(({ type }) => type === "creating")
        .map(({ resource }) => {
            const [, , types, name] = resource.urn.split("::");
            return `${types.split(":").at(-1)} ${name}`;
        });
}

/**
 * What a stack without a claim holds, read from its resources: one that was made by hand, without `npm run ephemeral`.
 */
export function claimIn({ resources = [] }: Deployment): Partial<Claim> {
    const vpc = resources.find(({ type }) => type === "aws:ec2/vpc:Vpc");
    const cidr = vpc?.inputs?.cidrBlock;
    const tags = resources
        .filter(({ type }) => type === "pulumi:providers:aws")
        .map(({ inputs }) => defaultTags(inputs?.defaultTags))
        .find((found) => found[TAG_KEYS.expires] !== undefined);
    return {
        cidr: typeof cidr === "string" ? cidr : undefined,
        expires: lastDay(tags?.[TAG_KEYS.expires]),
        owner: tags?.[TAG_KEYS.owner],
    };
}

/** A provider's configuration is JSON within JSON. */
function defaultTags(value: unknown): Record<string, string> {
    if (typeof value !== "string") return {};
    const { tags } = JSON.parse(value) as { tags?: Record<string, string> };
    return tags ?? {};
}
