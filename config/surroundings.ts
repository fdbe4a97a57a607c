/** What a configuration is checked against besides itself: the stack files beside its own, and kubeconfigs. */
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { PROJECT } from "../environments";
import { PARTS } from "../environments/parts";
import { kubeconfigContexts, kubeconfigFiles, type ContextSearch } from "./kubeconfig-contexts";
import type { DeclaredParts } from "./parts";

export interface Surroundings {
    /** What the stack file of another stack says of its parts; undefined when there is no such file, or it is no YAML. */
    partsOf(stack: string): DeclaredParts | undefined;
    /** Looks for a context where `cluster.existing.kubeconfig` says, or where kubectl looks. */
    findContext(kubeconfig: string | undefined, context: string): ContextSearch;
}

/**
 * The real surroundings.
 * @param project the folder of Pulumi.yaml and the stack files
 * @param program the folder that relative paths start from: the repository
 * @param environment KUBECONFIG and HOME count
 */
export function surroundingsIn(
    project: string,
    program: string,
    environment: NodeJS.ProcessEnv = process.env,
): Surroundings {
    return {
        partsOf: (stack) => declaredParts(path.join(project, `Pulumi.${stack}.yaml`)),
        findContext: (kubeconfig, context) =>
            kubeconfigContexts(kubeconfigFiles(kubeconfig, program, environment), context),
    };
}

/** Nothing beside the stack's own values: no other stack file, no kubeconfig. */
export const NO_SURROUNDINGS: Surroundings = {
    partsOf: () => undefined,
    findContext: () => ({ files: [], contexts: [] }),
};

/** Lenient, since the other stack has errors of its own: what can't be made out is left out. */
function declaredParts(file: string): DeclaredParts | undefined {
    if (!fs.existsSync(file)) return undefined;
    let content: unknown;
    try {
        content = parse(fs.readFileSync(file, "utf8"));
    } catch {
        return undefined;
    }
    const parts = valueAt(valueAt(content, "config"), `${PROJECT}:parts`);
    const deploys = valueAt(parts, "deploys");
    const holders = valueAt(parts, "holders");
    return {
        deploys: Array.isArray(deploys) ? deploys.map(String) : [...PARTS],
        holders: Object.fromEntries(
            Object.entries(typeof holders === "object" && holders !== null ? holders : {}).map(
                ([part, holder]) => [part, String(holder)],
            ),
        ),
    };
}

function valueAt(value: unknown, key: string): unknown {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
