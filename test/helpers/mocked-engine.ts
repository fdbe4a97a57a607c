import * as pulumi from "@pulumi/pulumi";
import type { Properties } from "../../sandbox/cloud/values";

/** A resource as the program registered it. */
export interface Registration {
    type: string;
    name: string;
    inputs: Properties;
    /** Logical name of the parent; empty for the stack's own children. */
    parent: string;
    /** Logical names of what it waits for. */
    dependencies: string[];
    protect: boolean;
    ignoreChanges: string[];
}

export interface Mocks {
    /** By type token: the outputs beyond the inputs. A type without an entry fails the test. */
    resources: Record<string, (inputs: Properties, name: string) => Properties>;
    /** By function token: the result. A function without an entry fails the test. */
    functions?: Record<string, (inputs: Properties) => Properties>;
}

/** What the SDK keeps to itself and a look at dependencies needs. */
interface RegisterRequest {
    getType(): string;
    getName(): string;
    getParent(): string;
    getDependenciesList(): string[];
    getProtect(): boolean;
    getIgnorechangesList(): string[];
}
interface Monitor {
    registerResource(request: RegisterRequest, callback: unknown): Promise<void>;
}
/** What the SDK keeps to itself of a run. */
interface Store {
    settings: { monitor: Monitor };
    supportsTransforms: boolean;
    callbacks?: { shutdown(): void };
}
/* eslint-disable @typescript-eslint/no-require-imports -- the typed entry points leave these out */
const { waitForRPCs } = require("@pulumi/pulumi/runtime/settings") as { waitForRPCs(): Promise<void> };
const { getStore } = require("@pulumi/pulumi/runtime/state") as { getStore(): Store };

/**
 * Runs a program on Pulumi's mocks. Whatever is not mocked throws.
 * @param program registers resources; what it returns is resolved and returned
 * @returns the registrations in the order of their names, and the program's result
 */
export async function runMocked<T>(
    mocks: Mocks,
    program: () => T,
    options: { preview?: boolean; stack?: string } = {},
): Promise<{ registrations: Registration[]; result: pulumi.Unwrap<T> }> {
    const inputs = new Map<string, Properties>();
    const failures: Error[] = [];
    const fail = (message: string): never => {
        const error = new Error(message);
        failures.push(error);
        throw error;
    };
    await pulumi.runtime.setMocks(
        {
            newResource: (args) => {
                inputs.set(`${args.type} ${args.name}`, args.inputs as Properties);
                const isOurs = args.type.startsWith("core-platform:") || args.type.startsWith("pulumi:");
                if (isOurs && mocks.resources[args.type] === undefined) {
                    return { id: args.custom ? `${args.name}-id` : undefined, state: args.inputs };
                }
                const outputs =
                    mocks.resources[args.type] ?? fail(`${args.type} is not mocked (${args.name})`);
                return {
                    id: `${args.name}-id`,
                    state: { ...args.inputs, ...outputs(args.inputs, args.name) },
                };
            },
            call: (args) =>
                (mocks.functions?.[args.token] ?? fail(`${args.token} is not mocked`))(args.inputs),
        },
        "core-platform",
        options.stack ?? "dvlp",
        options.preview ?? false,
        // The name that every backend of one's own gives to every organization.
        "organization",
    );
    const store = getStore();
    // The mocks claim not to know transforms; the registrations of the program carry them nevertheless.
    store.supportsTransforms = true;
    const requests = recordRequests(store);
    try {
        const value = program();
        const result = await resolved(value);
        await waitForRPCs();
        if (failures.length > 0) throw failures[0];
        return {
            registrations: requests.map((request) => registration(request, inputs)).sort(byName),
            result,
        };
    } finally {
        // A server that is down must not serve the next test.
        store.callbacks?.shutdown();
        store.callbacks = undefined;
    }
}

function recordRequests(store: Store): RegisterRequest[] {
    const requests: RegisterRequest[] = [];
    const monitor = store.settings.monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) => {
        requests.push(request);
        return register(request, callback);
    };
    return requests;
}

function registration(request: RegisterRequest, inputs: Map<string, Properties>): Registration {
    const name = request.getName();
    return {
        type: request.getType(),
        name,
        inputs: inputs.get(`${request.getType()} ${name}`) ?? {},
        parent: nameOf(request.getParent()),
        dependencies: [...new Set(request.getDependenciesList().map(nameOf))].sort(),
        protect: request.getProtect(),
        ignoreChanges: request.getIgnorechangesList(),
    };
}

function nameOf(urn: string): string {
    return urn.includes("::pulumi:pulumi:Stack::") ? "" : (urn.split("::").at(-1) ?? "");
}

function byName(a: Registration, b: Registration): number {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** The value of an output; rejects when the output does. */
async function resolved<T>(value: T): Promise<pulumi.Unwrap<T>> {
    const output = pulumi.output(value) as unknown as { promise(): Promise<pulumi.Unwrap<T>> };
    return output.promise();
}

/** `type name` of each, for exact assertions on what a component makes. */
export function names(registrations: readonly Registration[]): string[] {
    return registrations.map(({ type, name }) => `${type} ${name}`);
}

/** The registration of this logical name. @throws Error when there is none */
export function named(registrations: readonly Registration[], name: string): Registration {
    const found = registrations.find((candidate) => candidate.name === name);
    if (found === undefined)
        throw new Error(`no ${name}; there are ${registrations.map((item) => item.name).join(", ")}`);
    return found;
}
