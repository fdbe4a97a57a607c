import type { Resource } from "../../../sandbox/critical-path/resources";

/** A resource of a made-up stack; its URN is its logical name. */
export function resource(
    name: string,
    type: string,
    sources: readonly string[] = [],
    changes: Partial<Resource> = {},
): Resource {
    return {
        urn: name,
        type,
        name,
        custom: true,
        inputs: {},
        dependencies: [...sources],
        inputSources: [...sources],
        ...changes,
    };
}

/** A component of a made-up stack. */
export function component(name: string, type: string, changes: Partial<Resource> = {}): Resource {
    return resource(name, type, [], { custom: false, ...changes });
}
