/** Rules of `core-platform:cluster.existing`. */
import { ticketOf } from "../../environments";
import type { ConfigIssue } from "../error";
import { ON_ANY_CLUSTER } from "../parts";
import type { StackSettings } from "../schema";
import type { Rule, Subject } from "./rule";

const EXISTING = "cluster.existing";

function* existingIsEphemeral({ cluster }: StackSettings, { stack }: Subject): Iterable<ConfigIssue> {
    const { existing } = cluster;
    if (existing === undefined || ticketOf(stack) !== undefined) return;
    const problem =
        "may stand in a stack dvlp-<name> alone: an environment whose cluster it replaced would lose everything in AWS";
    const remedy = "Remove it, or make a stack such as dvlp-local for the cluster.";
    yield { key: EXISTING, value: existing, problem, remedy };
}

function* existingDeploys(settings: StackSettings, { onExistingCluster }: Subject): Iterable<ConfigIssue> {
    if (!onExistingCluster) return;
    const { deploys, holders } = settings.parts;
    const allowed = ON_ANY_CLUSTER.join(", ");
    if (deploys.some((part) => !ON_ANY_CLUSTER.includes(part))) {
        const problem = `must be [${allowed}] on a cluster that is there already`;
        yield {
            key: "parts.deploys",
            value: deploys,
            problem,
            remedy: `Write [${allowed}], or remove the key.`,
        };
    }
    if (Object.keys(holders).length > 0) {
        const problem = "must be empty beside cluster.existing: no stack holds that cluster";
        yield { key: "parts.holders", value: holders, problem, remedy: "Remove it." };
    }
}

function* contextFound({ cluster }: StackSettings, { surroundings }: Subject): Iterable<ConfigIssue> {
    const { existing } = cluster;
    if (existing === undefined) return;
    const search = surroundings.findContext(existing.kubeconfig, existing.context);
    if (search.found !== undefined) return;
    if (search.problem !== undefined) {
        yield {
            key: `${EXISTING}.kubeconfig`,
            value: existing.kubeconfig,
            problem: `leads to no kubeconfig: ${search.problem}`,
            remedy: "Write the path of the file that kind or minikube wrote, or start the cluster.",
        };
        return;
    }
    yield {
        key: `${EXISTING}.context`,
        value: existing.context,
        problem: `is no context of ${search.files.join(", ")}`,
        remedy:
            search.contexts.length === 0
                ? "The file has none: start the cluster first."
                : `Write one of ${search.contexts.join(", ")}.`,
    };
}

export const EXISTING_CLUSTER_RULES: readonly Rule[] = [
    {
        name: "existing-is-ephemeral",
        title: "A cluster that is there already is for stacks dvlp-<name> alone.",
        keys: [EXISTING],
        check: existingIsEphemeral,
    },
    {
        name: "existing-deploys",
        title: `On a cluster that is there already a stack deploys ${ON_ANY_CLUSTER.join(", ")} alone, and no stack holds a part.`,
        keys: ["parts.deploys", "parts.holders"],
        check: existingDeploys,
    },
    {
        name: "context-found",
        title: "The context of a cluster that is there already is in its kubeconfig.",
        keys: [`${EXISTING}.kubeconfig`, `${EXISTING}.context`],
        check: contextFound,
    },
];
