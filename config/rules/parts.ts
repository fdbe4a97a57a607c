/** Rules of `core-platform:parts`: every part that is needed comes from one stack, and no stack waits for itself. */
import { environmentOf, platformOf, satelliteName, satelliteOf } from "../../environments";
import { foundationsOf, NEEDS, PARTS, type Part } from "../../environments/parts";
import type { ConfigIssue } from "../error";
import { circleFrom, circleText } from "../parts";
import type { StackSettings } from "../schema";
import type { Rule, Subject } from "./rule";

const DEPLOYS = "parts.deploys";
const HOLDERS = "parts.holders";

function deployed(settings: StackSettings): readonly Part[] {
    return settings.parts.deploys;
}

function holdersOf({ parts }: StackSettings): [Part, string][] {
    return PARTS.flatMap((part): [Part, string][] => {
        const holder = parts.holders[part];
        return holder === undefined ? [] : [[part, holder]];
    });
}

/** Parts that something here is built on and that are not deployed here. */
function missing(settings: StackSettings, below: (part: Part) => readonly Part[]): Part[] {
    const here = deployed(settings);
    return PARTS.filter((part) => !here.includes(part) && here.some((each) => below(each).includes(part)));
}

function* neededPartsHeld(settings: StackSettings, subject: Subject): Iterable<ConfigIssue> {
    const { stack, environment, onExistingCluster } = subject;
    // It takes the place of the cluster part, and of all that this is built on.
    if (onExistingCluster) return;
    const here = deployed(settings);
    for (const part of missing(settings, (each) => NEEDS[each])) {
        if (settings.parts.holders[part] !== undefined) continue;
        const by = here.filter((each) => NEEDS[each].includes(part)).join(" and ");
        const example = stack === environment ? satelliteName({ environment, part }) : environment;
        yield {
            key: `${HOLDERS}.${part}`,
            value: undefined,
            problem: `must name the stack that deploys the ${part}, on which ${by} is built`,
            remedy: `Write for example "${example}", or add ${part} to ${DEPLOYS}.`,
        };
    }
}

function* holdersNeeded(settings: StackSettings): Iterable<ConfigIssue> {
    const wanted = missing(settings, foundationsOf);
    for (const [part, value] of holdersOf(settings)) {
        if (wanted.includes(part)) continue;
        const here = deployed(settings).includes(part);
        yield {
            key: `${HOLDERS}.${part}`,
            value,
            problem: here
                ? `names a holder of the ${part}, which this stack deploys itself`
                : `names a holder of the ${part}, on which nothing here is built`,
            remedy: here ? `Remove it, or take ${part} out of ${DEPLOYS}.` : "Remove it.",
        };
    }
}

function* holdersAreOthers(settings: StackSettings, { stack }: Subject): Iterable<ConfigIssue> {
    for (const [part, value] of holdersOf(settings)) {
        if (value !== stack) continue;
        const remedy = `Name the stack that deploys the ${part}, or add ${part} to ${DEPLOYS}.`;
        yield { key: `${HOLDERS}.${part}`, value, problem: "is this stack itself", remedy };
    }
}

function* holdersOfEnvironment(
    settings: StackSettings,
    { stack, environment }: Subject,
): Iterable<ConfigIssue> {
    const own = platformOf(stack);
    const platforms = own === environment ? [own] : [own, environment];
    for (const [part, value] of holdersOf(settings)) {
        const other = environmentOf(value);
        if (other === environment && platforms.includes(platformOf(value))) continue;
        const problem =
            other === undefined
                ? "is claimed by no environment"
                : other === environment
                  ? "is an ephemeral stack: another platform must not depend on it"
                  : `is a stack of ${other}, this one is of ${environment}`;
        const remedy = `Take ${environment}, or a satellite such as ${satelliteName({ environment, part })}.`;
        yield { key: `${HOLDERS}.${part}`, value, problem, remedy };
    }
}

function* holdersAcyclic(settings: StackSettings, { stack, surroundings }: Subject): Iterable<ConfigIssue> {
    for (const [part, value] of holdersOf(settings)) {
        // Its own rule names it.
        if (value === stack) continue;
        const circle = circleFrom(stack, value, (other) => surroundings.partsOf(other));
        if (circle === undefined) continue;
        yield {
            key: `${HOLDERS}.${part}`,
            value,
            problem: `goes round in a circle: ${circleText(circle)}; none of them could be deployed first`,
            remedy: `Deploy the ${part} in this stack, or let one of the others do without it.`,
        };
    }
}

function* holdersDeploy(settings: StackSettings, { surroundings }: Subject): Iterable<ConfigIssue> {
    for (const [part, value] of holdersOf(settings)) {
        const other = surroundings.partsOf(value);
        if (other === undefined || other.deploys.includes(part)) continue;
        yield {
            key: `${HOLDERS}.${part}`,
            value,
            problem: `does not deploy the ${part}; Pulumi.${value}.yaml says ${other.deploys.join(", ")}`,
            remedy: `Name the stack that does, or add ${part} to parts.deploys of ${value}.`,
        };
    }
}

function* partsOnce(settings: StackSettings, { stack, surroundings }: Subject): Iterable<ConfigIssue> {
    for (const other of familyOf(stack)) {
        const theirs = surroundings.partsOf(other)?.deploys ?? [];
        const both = deployed(settings).filter((part) => theirs.includes(part));
        if (both.length === 0) continue;
        yield {
            key: DEPLOYS,
            value: deployed(settings),
            problem: `holds ${both.join(", ")}, which Pulumi.${other}.yaml deploys as well`,
            remedy: `Take it out of one of the two stack files; docs/parts.md says how a part moves.`,
        };
    }
}

/** The other stacks that may deploy parts of the same platform. */
function familyOf(stack: string): string[] {
    const environment = satelliteOf(stack)?.environment ?? environmentOf(stack);
    if (environment === undefined || platformOf(stack) !== environment) return [];
    return [environment, ...PARTS.map((part) => satelliteName({ environment, part }))].filter(
        (other) => other !== stack,
    );
}

function* satelliteDeploysItsPart(settings: StackSettings, { stack }: Subject): Iterable<ConfigIssue> {
    const satellite = satelliteOf(stack);
    if (satellite === undefined || deployed(settings).includes(satellite.part)) return;
    yield {
        key: DEPLOYS,
        value: deployed(settings),
        problem: `must hold ${satellite.part} in a stack called ${stack}`,
        remedy: `Add ${satellite.part}, or name the stack after a part that it deploys.`,
    };
}

export const PARTS_RULES: readonly Rule[] = [
    {
        name: "needed-parts-held",
        title: "A part that another is built on is deployed by the same stack, or held by one that is named.",
        keys: PARTS.map((part) => `${HOLDERS}.${part}`),
        check: neededPartsHeld,
    },
    {
        name: "holders-needed",
        title: "A holder is named for a part only that something here is built on and that is not deployed here.",
        keys: PARTS.map((part) => `${HOLDERS}.${part}`),
        check: holdersNeeded,
    },
    {
        name: "holders-are-others",
        title: "No stack holds a part for itself.",
        keys: PARTS.map((part) => `${HOLDERS}.${part}`),
        check: holdersAreOthers,
    },
    {
        name: "holders-of-environment",
        title: "A holder is a stack of the same platform; an ephemeral stack may build on dvlp's.",
        keys: PARTS.map((part) => `${HOLDERS}.${part}`),
        check: holdersOfEnvironment,
    },
    {
        name: "holders-acyclic",
        title: "No stack waits for itself by way of its holders, as far as their stack files tell.",
        keys: PARTS.map((part) => `${HOLDERS}.${part}`),
        check: holdersAcyclic,
    },
    {
        name: "holders-deploy",
        title: "A holder deploys the part that it is named for, as far as its stack file tells.",
        keys: PARTS.map((part) => `${HOLDERS}.${part}`),
        check: holdersDeploy,
    },
    {
        name: "parts-once",
        title: "No part of a platform is deployed by two stacks, as far as their stack files tell.",
        keys: [DEPLOYS],
        check: partsOnce,
    },
    {
        name: "satellite-deploys-its-part",
        title: "A satellite deploys the part that it is named for.",
        keys: [DEPLOYS],
        check: satelliteDeploysItsPart,
    },
];
