/**
 * What a stack file is made of, by the parts that it deploys: the sections that it must have, and those that would have
 * no effect. Found out before anything else is read, from raw values, so that one wrong word in `parts` does not ask
 * for sections that nobody wanted.
 */
import { z } from "zod";
import { PROJECT } from "../environments";
import { PARTS, type Part } from "../environments/parts";
import type { ConfigIssue } from "./error";
import { ON_ANY_CLUSTER, partOfSection } from "./parts";
import { keyBelow } from "./read-tree";
import { existingClusterSection, stackSchema } from "./schema";

export interface Shape {
    /** Whether `cluster.existing` is there, right or wrong. */
    readonly onExistingCluster: boolean;
    /** Sections that the stack has no use for. */
    readonly unused: readonly string[];
    /** What is left: the schema to read by. */
    readonly schema: z.ZodObject;
    /** The values to read: the given ones without the unused sections. */
    readonly values: Readonly<Record<string, unknown>>;
}

/** @param values the raw values, by top-level key */
export function shapeOf(values: Readonly<Record<string, unknown>>): Shape {
    const onExistingCluster = isGroup(values.cluster) && "existing" in values.cluster;
    const given = isGroup(values.parts) ? values.parts : {};
    const deploys = given.deploys ?? (onExistingCluster ? ON_ANY_CLUSTER : PARTS);
    const unused = Object.keys(stackSchema.shape).filter((section) =>
        onExistingCluster ? isOfCloud(section) : isOfOtherPart(section, deploys),
    );
    const masks = Object.fromEntries(unused.map((section) => [section, true]));
    const schema = stackSchema.omit(masks as { network: true });
    const defaults = onExistingCluster ? { parts: { ...given, deploys } } : {};
    const used = Object.fromEntries(Object.entries(values).filter(([section]) => !unused.includes(section)));
    return {
        onExistingCluster,
        unused,
        schema: onExistingCluster ? schema.extend({ cluster: existingClusterSection }) : schema,
        values: {
            ...used,
            ...(isGroup(values.parts ?? {}) && defaults),
            ...(onExistingCluster && { cluster: { existing: (values.cluster as Group).existing } }),
        },
    };
}

/** Errors for sections that are given and have no effect, and for keys beside `cluster.existing`. */
export function unusedSections(
    values: Readonly<Record<string, unknown>>,
    { unused, onExistingCluster }: Shape,
): ConfigIssue[] {
    const sections = unused
        .filter((section) => values[section] !== undefined && values[section] !== null)
        .map((section) => ({
            key: `${PROJECT}:${section}`,
            value: values[section],
            ...(onExistingCluster ? BESIDE_EXISTING : notDeployed(section)),
        }));
    if (!onExistingCluster) return sections;
    const beside = Object.entries(values.cluster as Group)
        .filter(([name]) => name !== "existing")
        .map(([name, value]) => ({ key: keyBelow(`${PROJECT}:cluster`, name), value, ...BESIDE_EXISTING }));
    return [...sections, ...beside];
}

const BESIDE_EXISTING = {
    problem: "has no effect beside cluster.existing: nothing is made in AWS",
    remedy: "Remove it, or remove cluster.existing to make a cluster.",
} as const;

function notDeployed(section: string): Pick<ConfigIssue, "problem" | "remedy"> {
    const part = partOfSection(section);
    return {
        problem: `has no effect here: this stack does not deploy the ${part}`,
        remedy: `Remove it, or add ${part} to parts.deploys.`,
    };
}

/** Sections about things in AWS, whatever the part. */
const OF_CLOUD = ["protect", "ephemeral", "aws"];

/** Whether a section is of no use on a cluster that is there already. */
function isOfCloud(section: string): boolean {
    const part = partOfSection(section);
    return (
        OF_CLOUD.includes(section) ||
        (part !== undefined && part !== "cluster" && !ON_ANY_CLUSTER.includes(part))
    );
}

/** Where `deploys` can't be read, every section may be meant. */
function isOfOtherPart(section: string, deploys: unknown): boolean {
    const part = partOfSection(section);
    return part !== undefined && isListOfParts(deploys) && !deploys.includes(part);
}

function isListOfParts(deploys: unknown): deploys is readonly Part[] {
    return Array.isArray(deploys) && deploys.length > 0 && deploys.every((part) => PARTS.includes(part));
}

type Group = Readonly<Record<string, unknown>>;

function isGroup(raw: unknown): raw is Group {
    return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
