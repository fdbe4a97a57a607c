import { at, equal, isObject, UNKNOWN, type Properties, type Value } from "../../cloud/values";
import { forbiddenField, invalid, required, type Rule } from "./problem";

/** Bytes of all values of a ConfigMap or a Secret. Source: kubernetes pkg/apis/core/types.go, MaxSecretSize. */
const LIMIT = 1024 * 1024;

const KEY_RULE =
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or " +
    "'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

/** Source: kubernetes pkg/apis/core/validation/validation.go, ValidateConfigMap and ValidateConfigMapUpdate. */
export const configMap: Rule = (object, before) => {
    const [data, binary] = [entries(object.data), entries(object.binaryData)];
    const problems = [...keyProblems("data", data), ...keyProblems("binaryData", binary)];
    for (const [key] of data) {
        if (binary.some(([other]) => other === key))
            problems.push(invalid(`data[${key}]`, key, "duplicate of key present in binaryData"));
    }
    if (size([...data, ...binary]) > LIMIT) problems.push(`: Too long: may not be more than ${LIMIT} bytes`);
    return [...problems, ...frozenProblems(object, before, ["data", "binaryData"])];
};

/** What a Secret of a type has to hold. Source: the same, ValidateSecret. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    "kubernetes.io/dockercfg": [".dockercfg"],
    "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
    "kubernetes.io/ssh-auth": ["ssh-privatekey"],
    "kubernetes.io/tls": ["tls.crt", "tls.key"],
};

/** Source: the same, ValidateSecret and ValidateSecretUpdate. */
export const secret: Rule = (object, before) => {
    const data = entries(object.data);
    const problems = keyProblems("data", data);
    // The limit is of the bytes, not of their base64.
    if (size(data) * 0.75 > LIMIT) problems.push(`data: Too long: may not be more than ${LIMIT} bytes`);
    for (const key of NEEDED[String(object.type)] ?? []) {
        const isOpen = object.data === UNKNOWN || data.some(([other]) => other === key);
        if (!isOpen) problems.push(required(`data[${key}]`));
    }
    const account = "kubernetes.io/service-account.name";
    if (
        object.type === "kubernetes.io/service-account-token" &&
        (at(object, `metadata.annotations["${account}"]`) ?? "") === ""
    )
        problems.push(required(`metadata.annotations[${account}]`));
    return [...problems, ...frozenProblems(object, before, ["data"])];
};

/** Source: kubernetes pkg/apis/storage/validation/validation.go, ValidateStorageClassUpdate. */
export const storageClass: Rule = (object, before) => {
    if (before === undefined) return [];
    const problems = ["parameters", "provisioner", "reclaimPolicy"]
        .filter((key) => !equal(object[key], before[key]))
        .map((key) => forbiddenField(key, `updates to ${key} are forbidden.`));
    const mode = object.volumeBindingMode ?? null;
    if (!equal(mode, before.volumeBindingMode ?? null))
        problems.push(invalid("volumeBindingMode", mode, "field is immutable"));
    return problems;
};

function keyProblems(field: string, data: readonly [string, Value][]): string[] {
    return data.flatMap(([key]) =>
        /^[-._a-zA-Z0-9]+$/.test(key) ? [] : [invalid(`${field}[${key}]`, key, KEY_RULE)],
    );
}

function frozenProblems(object: Properties, before: Properties | undefined, keys: string[]): string[] {
    if (before?.immutable !== true) return [];
    const changed = keys.filter((key) => !equal(object[key], before[key]));
    if (object.immutable !== true) changed.unshift("immutable");
    return changed.map((key) => forbiddenField(key, "field is immutable when `immutable` is set"));
}

function entries(map: Value | undefined): [string, Value][] {
    return isObject(map) ? Object.entries(map) : [];
}

function size(data: readonly [string, Value][]): number {
    return data.reduce((sum, [, value]) => sum + Buffer.byteLength(String(value)), 0);
}
