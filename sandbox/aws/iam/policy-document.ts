import { equal, isObject, text, type Properties, type Value } from "../../cloud/values";
import { fits } from "../../cloud/wildcards";

/** One statement of a policy document, with every "one or many" as many. */
export interface Statement {
    effect: "Allow" | "Deny";
    /** Action patterns, `logs:Create*`; those of NotAction are in `notActions`. */
    actions: string[];
    notActions: string[];
    /** By kind: `Service`, `AWS`, `Federated`. */
    principals: Record<string, string[]>;
    resources: string[];
    conditions: Properties;
}

/** Where a document stands: it decides whether statements name principals or resources. */
export type Place = "trust" | "identity" | "resource";

/** A policy document that is not one; the message is IAM's sentence. */
export class MalformedPolicy extends Error {}

/**
 * Reads a policy document as IAM does.
 * Sentences: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html and the errors that
 * CreateRole, PutRolePolicy and CreateKey were seen to answer.
 * @throws MalformedPolicy
 */
export function readPolicy(document: string, place: Place): Statement[] {
    const content = parse(document);
    if (content.Version !== undefined && !VERSIONS.includes(text(content.Version) ?? ""))
        throw new MalformedPolicy("The policy is invalid: unsupported Version.");
    const statements = many(content.Statement);
    if (statements.length === 0) throw new MalformedPolicy("Syntax errors in policy.");
    return statements.map((statement) => readStatement(statement, place));
}

const VERSIONS = ["2012-10-17", "2008-10-17"];

const ELEMENTS = [
    ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
    ...["Resource", "NotResource", "Condition"],
];

function parse(document: string): Properties {
    let content: Value;
    try {
        content = JSON.parse(document) as Value;
    } catch {
        throw new MalformedPolicy("This policy contains invalid Json");
    }
    if (!isObject(content)) throw new MalformedPolicy("Syntax errors in policy.");
    const unknown = Object.keys(content).filter((key) => !["Version", "Id", "Statement"].includes(key));
    if (unknown.length > 0) throw new MalformedPolicy("Syntax errors in policy.");
    return content;
}

function readStatement(statement: Value, place: Place): Statement {
    if (!isObject(statement)) throw new MalformedPolicy("Syntax errors in policy.");
    if (Object.keys(statement).some((key) => !ELEMENTS.includes(key)))
        throw new MalformedPolicy("Syntax errors in policy.");
    const effect = text(statement.Effect);
    if (effect !== "Allow" && effect !== "Deny") throw new MalformedPolicy("Syntax errors in policy.");
    const actions = patterns(statement.Action);
    const notActions = patterns(statement.NotAction);
    const principal = statement.Principal ?? statement.NotPrincipal;
    const resources = patterns(statement.Resource ?? statement.NotResource);
    if (actions.length + notActions.length === 0)
        throw new MalformedPolicy("Policy statement must contain actions.");
    for (const action of [...actions, ...notActions]) {
        if (action !== "*" && !/^[\w-]+:[\w*?-]+$/.test(action))
            throw new MalformedPolicy(
                "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
            );
    }
    if (place === "identity" && principal !== undefined)
        throw new MalformedPolicy("Policy document should not specify a principal.");
    if (place !== "identity" && principal === undefined)
        throw new MalformedPolicy("Missing required field Principal");
    if (place === "trust" && resources.length > 0) throw new MalformedPolicy("Has prohibited field Resource");
    if (place !== "trust" && resources.length === 0)
        throw new MalformedPolicy("Policy statement must contain resources.");
    const conditions = isObject(statement.Condition) ? statement.Condition : {};
    return { effect, actions, notActions, principals: principals(principal), resources, conditions };
}

/** `"*"` stands for every AWS principal, `{ Service: "x" }` for one service. */
function principals(principal: Value | undefined): Record<string, string[]> {
    if (typeof principal === "string") return { AWS: [principal] };
    if (!isObject(principal)) return {};
    return Object.fromEntries(Object.entries(principal).map(([kind, names]) => [kind, patterns(names)]));
}

function many(value: Value | undefined): Value[] {
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
}

function patterns(value: Value | undefined): string[] {
    return many(value).filter((item) => typeof item === "string");
}

/** Whether a statement speaks of an action. Actions have no upper and lower case. */
export function covers(statement: Statement, action: string): boolean {
    const named = statement.actions.some((pattern) => matches(pattern, action));
    const excepted = statement.notActions.some((pattern) => matches(pattern, action));
    return named || (statement.notActions.length > 0 && !excepted);
}

/** Whether a text fits an IAM pattern, whatever the case. */
export function matches(pattern: string, value: string): boolean {
    return fits(pattern.toLowerCase(), value.toLowerCase());
}

/** Whether a role's trust policy lets a service take each of the actions. A malformed one lets nobody. */
export function trusts(document: string, service: string, actions: readonly string[]): boolean {
    let statements: Statement[];
    try {
        statements = readPolicy(document, "trust");
    } catch (error) {
        if (error instanceof MalformedPolicy) return false;
        throw error;
    }
    const forService = statements.filter((statement) => statement.principals.Service?.includes(service));
    return actions.every((action) => {
        const effects = forService.filter((statement) => covers(statement, action));
        return effects.length > 0 && effects.every((statement) => statement.effect === "Allow");
    });
}

/** Whether two documents say the same: order, spaces and "one or many" do not count. */
export function sameDocument(before: Value, after: Value): boolean {
    try {
        return equal(
            canonical(JSON.parse(String(before)) as Value),
            canonical(JSON.parse(String(after)) as Value),
        );
    } catch {
        return false;
    }
}

/** One item for a list of one, lists in order of their text. */
function canonical(value: Value): Value {
    if (Array.isArray(value)) {
        const items = value.map(canonical);
        if (items.length === 1) return items[0];
        return items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
    if (!isObject(value)) return value;
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, canonical(value[key])]));
}
