import { isDay } from "../config/day";
import type { EphemeralSettings } from "./stack-file";

/**
 * The stack tag that tells every clone what an ephemeral stack holds. It lies with the state, so it is there before the
 * first resource is, and whatever clone made the stack; the stack's file is not.
 */
export const CLAIM_TAG = "core-platform:ephemeral";

export type Claim = Omit<EphemeralSettings, "ticket">;

/** As one tag, so that it is written at once or not at all. */
export function claimText({ owner, expires, cidr }: Claim): string {
    return JSON.stringify({ cidr, expires, owner });
}

/** @returns what of the claim can be read; another hand may have written the tag */
export function claimFrom(text: string | undefined): Partial<Claim> {
    const value = parsed(text ?? "");
    if (typeof value !== "object" || value === null) return {};
    const { cidr, expires, owner } = value as Record<string, unknown>;
    return {
        cidr: typeof cidr === "string" ? cidr : undefined,
        expires: lastDay(expires),
        owner: typeof owner === "string" ? owner : undefined,
    };
}

/**
 * The last day that somebody wrote. Texts are compared as days, and by them stacks are removed: what is no day, such as
 * `1.12.2026`, is nothing that a stack could be too old for.
 */
export function lastDay(value: unknown): string | undefined {
    return typeof value === "string" && isDay(value) ? value : undefined;
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
