/** Rules about what must not be deleted. */
import type { ConfigIssue } from "../error";
import type { StackSettings } from "../schema";
import type { Rule } from "./rule";

function* prodProtected({ protect }: StackSettings): Iterable<ConfigIssue> {
    if (protect) return;
    const problem = "must be true in prod: its VPC, cluster and keys can't be made again";
    yield { key: "protect", value: protect, problem, remedy: "Write true." };
}

export const PROTECTION_RULES: readonly Rule[] = [
    {
        name: "prod-protected",
        title: "Prod is protected from deletion.",
        keys: ["protect"],
        environments: ["prod"],
        check: prodProtected,
    },
];
