import * as struct from "google-protobuf/google/protobuf/struct_pb";
import { isObject, type Properties, type Value } from "../cloud/values";

/** The wire form as plain values; an absent struct is an empty object. */
export function fromStruct(value: struct.Struct | undefined): Properties {
    return (value?.toJavaScript() ?? {}) as Properties;
}

/** Plain values as the wire form. `undefined` is dropped: Struct.fromJavaScript would throw on it. */
export function toStruct(properties: Properties): struct.Struct {
    return struct.Struct.fromJavaScript(
        withoutUndefined(properties) as Parameters<typeof struct.Struct.fromJavaScript>[0],
    );
}

function withoutUndefined(value: Value): Value {
    if (Array.isArray(value)) return value.map(withoutUndefined);
    if (!isObject(value)) return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, item]) => item !== undefined)
            .map(([key, item]) => [key, withoutUndefined(item)]),
    );
}
