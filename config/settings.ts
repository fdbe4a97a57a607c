/**
 * The kinds of leaf a stack file has. Each kind coerces what the engine hands over (it rewrites numbers and
 * booleans as strings) and says what it expects and an example to write, so that every error has a remedy.
 */
import { z } from "zod";

/** What a person reads when a value does not fit. */
export interface Expectation {
    /** Completes "must be ...". With range and unit. */
    readonly expects: string;
    /** A value that fits, as it stands in a stack file. */
    readonly example: string;
}

/** The expectation of each leaf schema; docs/config.md and the error messages are checked against it. */
export const expectations = z.registry<Expectation>();

/** Stack files carry numbers as strings once the engine has rewritten them. */
function toNumber(raw: unknown): unknown {
    return typeof raw === "string" && /^-?\d+$/.test(raw.trim()) ? Number(raw) : raw;
}

function toBoolean(raw: unknown): unknown {
    return raw === "true" ? true : raw === "false" ? false : raw;
}

/** YAML reads an unquoted 111122223333 or 1.34 as a number; what was meant is text. */
function toText(raw: unknown): unknown {
    return typeof raw === "number" || typeof raw === "boolean" ? String(raw) : raw;
}

/**
 * A whole number within a closed range.
 * @param unit what is counted, for the error message.
 */
export function wholeNumber(range: { min: number; max: number; unit: string; example: number }) {
    const schema = z.preprocess(toNumber, z.int().min(range.min).max(range.max));
    return schema.register(expectations, {
        expects: `a whole number from ${range.min} to ${range.max} (${range.unit})`,
        example: String(range.example),
    });
}

/** One of a list of whole numbers. */
export function numberOf<const T extends readonly number[]>(values: T, unit: string, example: T[number]) {
    const schema = z.preprocess(toNumber, z.literal(values));
    return schema.register(expectations, {
        expects: `one of ${values.join(", ")} (${unit})`,
        example: String(example),
    });
}

/** true or false. */
export function flag(example: boolean) {
    const schema = z.preprocess(toBoolean, z.boolean());
    return schema.register(expectations, { expects: "true or false", example: String(example) });
}

/**
 * One of a list of words.
 * @param expects for a list too long to be read in an error. Default: the words.
 */
export function wordOf<const T extends readonly string[]>(
    values: T,
    example: T[number],
    expects = `one of ${values.join(", ")}`,
) {
    return z.enum(values).register(expectations, { expects, example });
}

/** The form of a text, and how errors tell it. */
export interface TextForm {
    readonly pattern: RegExp;
    readonly expects: string;
    readonly example: string;
}

/** Text of a given form. */
export function text(form: TextForm) {
    const schema = z.preprocess(toText, z.string().regex(form.pattern));
    return schema.register(expectations, { expects: form.expects, example: form.example });
}

/** Text of a given form that stands in front of the colon, where everything is text. */
export function entryName(form: TextForm) {
    const schema = z.string().regex(form.pattern);
    return schema.register(expectations, { expects: form.expects, example: form.example });
}

/**
 * A list in which nothing stands twice (config/read-tree.ts sees to that).
 * @param form.min how many at least; default: an empty list will do.
 */
export function list<T extends z.ZodType>(item: T, form: { of: string; min?: number; example: string }) {
    const min = form.min ?? 0;
    return z
        .array(item)
        .min(min)
        .register(expectations, {
            expects: min === 0 ? `a list of ${form.of}` : `a list of at least ${min} ${form.of}`,
            example: form.example,
        });
}

/** A group of entries that are named by the stack file. */
export function named<K extends z.ZodType<string, string>, V extends z.ZodType>(
    name: K,
    value: V,
    form: { of: string; example: string },
) {
    return z
        .record(name, value)
        .register(expectations, { expects: `${form.of} by name`, example: form.example });
}
