import * as path from "node:path";
import { PROJECT } from "../../../environments";
import { stackOf } from "../../cloud/account";
import { entries } from "../../cloud/files";
import { accounts } from "../../cloud/location";
import type { Place } from "../place";

/** Where the file backend keeps what belongs to stacks (pulumi/pulumi, pkg/backend/diy/store.go and lock.go). */
export function stateFolders(place: Place): Record<"stacks" | "history" | "backups" | "locks", string> {
    const root = path.join(place.state, ".pulumi");
    return {
        stacks: path.join(root, "stacks", PROJECT),
        history: path.join(root, "history", PROJECT),
        backups: path.join(root, "backups", PROJECT),
        locks: path.join(root, "locks", "organization", PROJECT),
    };
}

/** The stacks that have made something in the cloud, or have a state; sorted. */
export function knownStacks(place: Place): string[] {
    const states = entries(stateFolders(place).stacks)
        .filter((name) => name.endsWith(".json"))
        .map((name) => name.slice(0, -".json".length));
    const makers = accounts(place.cloud).flatMap((account) => account.all().map(stackOf));
    return [...new Set([...makers, ...states])].filter((stack) => stack !== "").sort();
}

/** @throws Error naming the stacks that there are, when the given one is not among them */
export function requireStack(place: Place, stack: string): void {
    const known = knownStacks(place);
    if (known.includes(stack)) return;
    const are = known.length === 0 ? "is none yet" : `are ${known.join(", ")}`;
    throw new Error(
        `there is no stack "${stack}" here; there ${are}. Make it: npm run sandbox -- up -s ${stack}`,
    );
}
