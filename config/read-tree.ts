/**
 * Reads raw values by a schema, branch by branch, and goes on after an error, so that one run finds them all.
 * (zod's own parse gives no value for a tree with an error in it, and the rules across keys want one.)
 */
import { z } from "zod";
import { nearest } from "../environments/nearest";
import type { ConfigIssue } from "./error";
import { expectations } from "./settings";

/** Thrown to a rule that reads a value that has an error of its own: the rule has nothing to say then. */
export class Unreadable extends Error {
    override readonly name = "Unreadable";

    /** @param raw what the stack file says there */
    constructor(readonly raw: unknown) {
        super("read a value that has an error of its own");
    }
}

/** Stands for a value that could not be read; its error is among the issues. */
export const BROKEN = Symbol("broken");

/** A path below `key`, in the spelling of `pulumi config --path`. */
export function keyBelow(key: string, name: string | number): string {
    if (typeof name === "number") return `${key}[${name}]`;
    if (!/^[\w-]+$/.test(name)) return `${key}[${JSON.stringify(name)}]`;
    return key === "" || key.endsWith(":") ? `${key}${name}` : `${key}.${name}`;
}

/**
 * @param raw what the stack file says, as JSON
 * @param key the path of `raw`, for the issues
 * @param issues errors are added here
 * @returns the coerced and defaulted value; reading a part of it that has an error throws Unreadable
 */
export function readTree(schema: z.ZodType, raw: unknown, key: string, issues: ConfigIssue[]): unknown {
    if (raw === BROKEN) return BROKEN;
    // `addons:` with nothing behind it is null in YAML.
    const given = raw === null ? undefined : raw;
    if (schema instanceof z.ZodDefault) {
        const { innerType, defaultValue } = schema.def;
        return readTree(innerType as z.ZodType, given === undefined ? defaultValue : given, key, issues);
    }
    if (schema instanceof z.ZodOptional) {
        return given === undefined
            ? undefined
            : readTree(schema.def.innerType as z.ZodType, given, key, issues);
    }
    if (schema instanceof z.ZodObject) {
        return given === undefined
            ? readMissing(schema, key, issues)
            : readObject(schema, given, key, issues);
    }
    if (schema instanceof z.ZodRecord) return readRecord(schema, given, key, issues);
    if (schema instanceof z.ZodArray) return readList(schema, given, key, issues);
    return readLeaf(schema, given, key, issues);
}

function readObject(schema: z.ZodObject, raw: unknown, key: string, issues: ConfigIssue[]): unknown {
    const known = Object.keys(schema.shape);
    if (!isGroup(raw)) {
        const problem = `must be a group of keys: ${known.join(", ")}`;
        issues.push({
            key,
            value: raw,
            problem,
            remedy: "Write the keys below it, each on a line of its own.",
        });
        return BROKEN;
    }
    const meant = new Set<string>();
    for (const name of Object.keys(raw).filter((name) => !known.includes(name) && raw[name] !== BROKEN)) {
        const near = nearest(name, known);
        if (near !== undefined) meant.add(near);
        issues.push({
            key: keyBelow(key, name),
            value: raw[name],
            problem: "is not a key that the platform knows",
            remedy:
                near === undefined ? `Remove it; known are ${known.join(", ")}.` : `Write "${near}" instead.`,
        });
    }
    const result = {};
    for (const [name, field] of Object.entries(schema.shape)) {
        // A mistyped key has its error already; that the right one is missing is no second one.
        const typo = raw[name] === undefined && meant.has(name);
        const value = typo ? BROKEN : readTree(field as z.ZodType, raw[name], keyBelow(key, name), issues);
        put(result, name, value, raw[name]);
    }
    return result;
}

/**
 * A group that is not there brings the errors of the keys that it must have, and no more: what a rule says of the
 * defaults of the others is not what is wrong. Where its defaults will do by themselves, it is made of them.
 */
function readMissing(schema: z.ZodObject, key: string, issues: ConfigIssue[]): unknown {
    const before = issues.length;
    const defaults = readObject(schema, {}, key, issues);
    return issues.length > before ? BROKEN : defaults;
}

function readRecord(schema: z.ZodRecord, raw: unknown, key: string, issues: ConfigIssue[]): unknown {
    if (!isGroup(raw)) return refuse(schema, raw, key, issues);
    const result = {};
    for (const [name, value] of Object.entries(raw)) {
        const below = keyBelow(key, name);
        const keyType = schema.keyType as z.ZodType;
        if (!keyType.safeParse(name).success) refuse(keyType, name, below, issues, "has a name that");
        put(result, name, readTree(schema.valueType as z.ZodType, value, below, issues), value);
    }
    return result;
}

function readList(schema: z.ZodArray, raw: unknown, key: string, issues: ConfigIssue[]): unknown {
    if (!Array.isArray(raw)) return refuse(schema, raw, key, issues);
    const result: unknown[] = [];
    const seen = new Set<unknown>();
    for (const [index, item] of raw.entries()) {
        const below = keyBelow(key, index);
        const value = readTree(schema.element as z.ZodType, item, below, issues);
        if (typeof value !== "object" && value !== BROKEN && seen.has(value)) {
            const remedy = "Remove one of the two.";
            issues.push({ key: below, value, problem: "stands in the list already", remedy });
        }
        seen.add(value);
        put(result, index, value, item);
    }
    // Every item has had its turn; what the list itself says, its length, has no path.
    const own = schema.safeParse(raw).error?.issues.some((issue) => issue.path.length === 0);
    return own === true ? refuse(schema, raw, key, issues) : result;
}

function readLeaf(schema: z.ZodType, raw: unknown, key: string, issues: ConfigIssue[]): unknown {
    const parsed = schema.safeParse(raw);
    return parsed.success ? parsed.data : refuse(schema, raw, key, issues);
}

function refuse(schema: z.ZodType, value: unknown, key: string, issues: ConfigIssue[], subject = ""): symbol {
    const expectation = expectations.get(schema);
    if (expectation === undefined) throw new Error(`${key}: its schema says nothing of what it expects`);
    const words = schema instanceof z.ZodEnum ? schema.options.map(String) : [];
    // Of a word of one or two letters every other is near.
    const near = typeof value === "string" && value.length > 2 ? nearest(value, words) : undefined;
    issues.push({
        key,
        value,
        problem: `${subject} must be ${expectation.expects}`.trimStart(),
        remedy: near === undefined ? `Write for example: ${expectation.example}` : `Write "${near}" instead.`,
    });
    return BROKEN;
}

function put(target: object, name: string | number, value: unknown, raw: unknown): void {
    if (value === undefined) return;
    const plain = { value, enumerable: true, writable: true, configurable: true };
    const throwing = {
        enumerable: true,
        get() {
            throw new Unreadable(raw);
        },
    };
    Object.defineProperty(target, name, value === BROKEN ? throwing : plain);
}

/** A copy for an error message: parts with an error of their own stand as in the stack file. */
export function asWritten(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
    for (const name of Object.keys(value)) {
        let part: unknown;
        try {
            part = Reflect.get(value, name);
        } catch (error) {
            if (!(error instanceof Unreadable)) throw error;
            part = error.raw;
        }
        Reflect.set(copy, name, asWritten(part));
    }
    return copy;
}

function isGroup(raw: unknown): raw is Record<string, unknown> {
    return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
