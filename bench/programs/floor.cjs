/**
 * The floor: the least program that registers what a stack registers. It has no code of its own, loads nothing but
 * the SDK, and is plain JavaScript, so that neither a compiler nor a provider's package is started for it. It reads
 * the graph that bench/graph.ts recorded and makes the same types, names, parents, providers, inputs and dependencies;
 * a value that came from another resource comes from it here too.
 *
 * SANDBOX_DIR holds graph.json, BENCH_VERSIONS the providers' versions by package, as JSON.
 */
const fs = require("node:fs");
const path = require("node:path");
const pulumi = require("@pulumi/pulumi");

const { resources } = JSON.parse(fs.readFileSync(path.join(process.env.SANDBOX_DIR, "graph.json"), "utf8"));
const versions = JSON.parse(process.env.BENCH_VERSIONS);
const recorded = new Map(resources.map((resource) => [resource.urn, resource]));
const made = new Map();
const children = new Map();

for (const resource of resources.filter(({ parentIsRemote }) => !parentIsRemote)) {
    made.set(resource.urn, register(resource));
}

function register({
    type,
    name,
    kind,
    parent,
    provider,
    inputs,
    propertyDependencies,
    dependsOn,
    protect,
    outputs,
}) {
    const options = {
        parent: made.get(parent),
        provider: made.get(provider),
        dependsOn: dependsOn.map((urn) => holder(urn)).filter((resource) => resource !== undefined),
        protect,
    };
    const given = Object.fromEntries(
        Object.entries(inputs).map(([key, value]) => [
            key,
            connected(value, propertyDependencies[key] ?? []),
        ]),
    );
    // Outputs are resolved for the properties that are named here, as the provider packages do it.
    const named = Object.fromEntries(Object.keys(outputs).map((path) => [path.split(".")[0], undefined]));
    delete named.id;
    if (kind === "component") return new pulumi.ComponentResource(type, name, {}, options);
    if (kind === "provider") {
        const pkg = type.split(":").at(-1);
        return new pulumi.ProviderResource(pkg, name, given, { ...options, version: versions[pkg] });
    }
    const version = versions[type.split(":")[0]];
    if (kind === "remote") {
        const providers = [...made.values()].filter(
            (resource) => resource instanceof pulumi.ProviderResource,
        );
        const transforms = [asRecorded];
        return new pulumi.ComponentResource(
            type,
            name,
            { ...named, ...given },
            { ...options, version, providers, transforms },
            true,
        );
    }
    return new pulumi.CustomResource(type, name, { ...named, ...given }, { ...options, version });
}

/** What stands for a resource here: a remote component for its children. */
function holder(urn) {
    return made.get(urn) ?? made.get(recorded.get(urn)?.parent);
}

/** The platform's transforms on a remote component's children, by their outcome. */
function asRecorded({ type, name, props, opts }) {
    const child = resources.find((one) => one.parentIsRemote && one.type === type && one.name === name);
    if (child === undefined) return undefined;
    const fixed = Object.entries(child.inputs).filter(
        ([key]) => (child.propertyDependencies[key] ?? []).length === 0,
    );
    return { props: { ...props, ...Object.fromEntries(fixed) }, opts };
}

/** An input as it is, or with what came from other resources taken from them. */
function connected(value, dependencies) {
    const sources = dependencies.filter((urn) => recorded.has(urn) && holder(urn) !== undefined);
    if (sources.length === 0) return value;
    return pulumi.all(sources.map((urn) => identifiers(urn))).apply((found) => {
        const pairs = found.flatMap((current, index) => {
            const { outputs } = recorded.get(sources[index]);
            return Object.entries(outputs).map(([path, before]) => [before, at(current, path)]);
        });
        pairs.sort(([a], [b]) => b.length - a.length);
        return replaced(
            value,
            pairs.filter(([before, now]) => typeof now === "string" && now !== before),
        );
    });
}

/** What the cloud says of a resource now; unknown at a preview from nothing. */
function identifiers(urn) {
    const { outputs, parentIsRemote, kind } = recorded.get(urn);
    const resource = holder(urn);
    if (kind === "component") return resource.urn.apply(() => ({}));
    if (kind === "remote") return resource.urn.apply(() => ({}));
    if (parentIsRemote) return childOfRemote(resource, urn);
    const properties = Object.fromEntries(
        Object.keys(outputs).map((path) => [path.split(".")[0], resource[path.split(".")[0]]]),
    );
    return pulumi.output(properties);
}

/** A child of a remote component is no object here: the engine is asked for it, as the SDK itself does. */
function childOfRemote(component, urn) {
    if (!children.has(urn)) {
        const request = component.urn.apply(() => urn);
        const answer = pulumi.runtime.invokeOutput(
            "pulumi:pulumi:getResource",
            { urn: request },
            {},
            { dependsOn: [component] },
        );
        children.set(
            urn,
            answer.apply(({ id, state }) => ({ ...state, id })),
        );
    }
    return children.get(urn);
}

function at(value, path) {
    return path.split(".").reduce((inner, key) => inner?.[key], value);
}

function replaced(value, pairs) {
    if (typeof value === "string")
        return pairs.reduce((text, [before, now]) => text.replaceAll(before, now), value);
    if (Array.isArray(value)) return value.map((item) => replaced(item, pairs));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, pairs)]));
}
