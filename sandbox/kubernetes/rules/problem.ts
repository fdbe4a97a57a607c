import type { Properties, Value } from "../../cloud/values";

/**
 * What an API server finds wrong with an object of one kind beyond what its schema says.
 * @param before the object as it stands; absent when it is new
 */
export type Rule = (object: Properties, before?: Properties) => string[];

/** Source of the wording: k8s.io/apimachinery pkg/util/validation/field/errors.go, ErrorBody. */
export function invalid(field: string, value: Value, problem: string): string {
    return `${field}: Invalid value: ${JSON.stringify(value)}: ${problem}`;
}

export function required(field: string, detail = ""): string {
    return `${field}: Required value${detail === "" ? "" : `: ${detail}`}`;
}

export function notSupported(field: string, value: Value, supported: readonly string[]): string {
    const values = supported.map((item) => JSON.stringify(item)).join(", ");
    return `${field}: Unsupported value: ${JSON.stringify(value)}: supported values: ${values}`;
}

export function forbiddenField(field: string, detail: string): string {
    return `${field}: Forbidden: ${detail}`;
}

export function duplicate(field: string, value: Value): string {
    return `${field}: Duplicate value: ${JSON.stringify(value)}`;
}
