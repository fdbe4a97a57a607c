/** Whether a stack can hold parts for another one, by what it says in its outputs. */
import { platformOf } from "../../environments";
import { NEEDS, type Part } from "../../environments/parts";
import type { ConfigIssue, PlatformConfig } from "../../config";

/** What a stack says of its parts in the output `parts`. */
export interface SaidParts {
    readonly deploys: readonly string[];
    readonly holders: Readonly<Record<string, string>>;
}

/** The outputs of a stack; undefined: it was never deployed. */
export type StackOutputValues = Readonly<Record<string, unknown>> | undefined;

/** Who asks. */
export type Asking = Pick<PlatformConfig, "stack" | "platform" | "parts" | "aws">;

/**
 * What is wrong with a holder, for each part that it is named for.
 * @param holder the stack's name
 */
export function holderFaults(asking: Asking, holder: string, outputs: StackOutputValues): ConfigIssue[] {
    return partsOf(asking, holder).flatMap((part) => {
        const fault = faultOf(asking, holder, part, outputs);
        return fault === undefined
            ? []
            : [{ key: `core-platform:parts.holders.${part}`, value: holder, ...fault }];
    });
}

type Fault = Pick<ConfigIssue, "problem" | "remedy">;

function faultOf(asking: Asking, holder: string, part: Part, outputs: StackOutputValues): Fault | undefined {
    const deployIt = `pulumi up -s ${holder}`;
    if (outputs === undefined || Object.keys(outputs).length === 0) {
        return {
            problem: `was never deployed, and holds the ${part}`,
            remedy: `Deploy it first: ${deployIt}`,
        };
    }
    const said = saidParts(outputs);
    if (said === undefined) {
        const problem = "was deployed before stacks said which parts they deploy";
        return { problem, remedy: `Deploy it anew: ${deployIt}` };
    }
    if (!said.deploys.includes(part)) {
        const problem = `does not deploy the ${part}; it says that it deploys ${said.deploys.join(", ")}`;
        return { problem, remedy: `Name the stack that does, or deploy the ${part} there: ${deployIt}` };
    }
    const back = Object.entries(said.holders).find(([, stack]) => stack === asking.stack);
    if (back !== undefined) {
        const problem = `goes round in a circle: it names this stack as the holder of the ${back[0]}`;
        return { problem, remedy: `Deploy the ${back[0]} in ${holder}, or the ${part} here.` };
    }
    return doubleFault(asking, holder, said) ?? placeFault(asking, outputs);
}

/**
 * The same part of the same platform, or a second platform on one cluster: the second would find its names taken. On a
 * move the holder has to be updated first, and says so then.
 */
function doubleFault(asking: Asking, holder: string, said: SaidParts): Fault | undefined {
    const samePlatform = platformOf(holder) === asking.platform;
    const both = asking.parts.deploys.filter(
        (part) =>
            said.deploys.includes(part) &&
            (samePlatform ||
                NEEDS[part].some((needed) => asking.parts.holders[needed] === holder && sharesNames(part))),
    );
    if (both.length === 0) return undefined;
    return {
        problem: `says that it deploys the ${both.join(", ")} itself, as this stack is about to`,
        remedy: `Move it (docs/parts.md), and update the holder first: pulumi up -s ${holder}`,
    };
}

/** On a cluster there is one platform; in a network there can be several clusters. */
function sharesNames(part: Part): boolean {
    return NEEDS[part].includes("cluster");
}

function placeFault({ aws }: Asking, outputs: NonNullable<StackOutputValues>): Fault | undefined {
    for (const key of ["accountId", "region"] as const) {
        if (aws === undefined || outputs[key] === aws[key]) continue;
        const problem = `is of ${key} ${String(outputs[key])}, this stack is of ${aws[key]}`;
        return { problem, remedy: `Write the same core-platform:aws.${key} in both stack files.` };
    }
    return undefined;
}

/** The parts that a holder is named for. */
function partsOf({ parts }: Asking, holder: string): Part[] {
    return (Object.entries(parts.holders) as [Part, string][])
        .filter(([, stack]) => stack === holder)
        .map(([part]) => part);
}

function saidParts(outputs: NonNullable<StackOutputValues>): SaidParts | undefined {
    const said = outputs.parts as Partial<SaidParts> | undefined;
    if (!Array.isArray(said?.deploys)) return undefined;
    return { deploys: said.deploys.map(String), holders: said.holders ?? {} };
}
