/** Sorts the engine's flat list of configuration values: ours, the engine's own, and those that nobody reads. */
import { PROJECT } from "../environments";
import { nearest } from "../environments/nearest";
import type { ConfigIssue } from "./error";
import { BROKEN } from "./read-tree";
import { stackSchema } from "./schema";

/** Keys that the engine itself reads (pulumi.com/docs/iac/concepts/config, "Pulumi configuration options"). */
const ENGINE_KEYS = ["pulumi:disable-default-providers", "pulumi:tags"];

/** Keys of provider namespaces, which people know from other programs, and where the same thing stands here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
    "aws:region": "aws.region",
    "aws:allowedAccountIds": "aws.accountId",
    "aws:assumeRole": "aws.deployerRoleArn",
    "aws:assumeRoles": "aws.deployerRoleArn",
    "aws:defaultTags": "owner",
};

/**
 * @param issues errors are added here
 * @returns the values of the namespace, by top-level key; objects are parsed, secrets are BROKEN
 */
export function gatherValues(
    values: Readonly<Record<string, string>>,
    secretKeys: readonly string[],
    issues: ConfigIssue[],
): Record<string, unknown> {
    const gathered: Record<string, unknown> = {};
    for (const [key, text] of Object.entries(values)) {
        const secret = secretKeys.includes(key);
        const value = secret ? "[secret]" : text;
        const name = key.startsWith(`${PROJECT}:`) ? key.slice(PROJECT.length + 1) : undefined;
        if (name === undefined) {
            if (!ENGINE_KEYS.includes(key)) issues.push(foreign(key, value));
        } else if (secret) {
            const problem = "is a secret: this configuration holds none";
            const remedy = "Keep it in AWS Secrets Manager and write its ARN.";
            issues.push({ key, value, problem, remedy });
            gathered[name] = BROKEN;
        } else {
            gathered[name] = parse(text);
        }
    }
    return gathered;
}

/** Objects and lists come as JSON; everything else is text, also what only looks like a number. */
function parse(text: string): unknown {
    if (!/^\s*[[{]/.test(text)) return text;
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

function foreign(key: string, value: string): ConfigIssue {
    const problem = `is not read: only keys of the namespace ${PROJECT} are`;
    const name = key.slice(key.indexOf(":") + 1);
    const place = ELSEWHERE[key] ?? nearest(name, Object.keys(stackSchema.shape));
    const remedy = place === undefined ? "Remove it." : `Remove it; this platform reads ${PROJECT}:${place}.`;
    return { key, value, problem, remedy };
}
