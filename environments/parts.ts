/** The parts that a platform is deployed in: one stack deploys them all, or several stacks share them. */

/**
 * The parts, in the order of deployment. A new one is a word here and a line in NEEDS, its sections of the stack file
 * in config/parts.ts, what it tells other stacks in outputs.ts and how they read it in
 * components/held-parts/held-parts.ts, its code in index.ts, and a line in .gitignore.
 */
export const PARTS = ["network", "cluster", "platform"] as const;

/** `network`: the VPC. `cluster`: EKS and its nodes. `platform`: what runs on the cluster. */
export type Part = (typeof PARTS)[number];

/** What a part is built on. */
export const NEEDS: Readonly<Record<Part, readonly Part[]>> = {
    network: [],
    cluster: ["network"],
    platform: ["cluster"],
};

/** Everything that a part is built on, also by way of others, in the order of deployment. */
export function foundationsOf(part: Part): Part[] {
    const below = NEEDS[part].flatMap((needed) => [...foundationsOf(needed), needed]);
    return PARTS.filter((each) => below.includes(each));
}
