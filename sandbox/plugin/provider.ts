import { Account, stackOfUrn, type CloudObject } from "../cloud/account";
import { accountFolder } from "../cloud/location";
import { UNKNOWN, type Properties } from "../cloud/values";
import { latencyScale } from "../latency/durations";
import { withAutoName } from "./autoname";
import { Call, type Caller, type Subject } from "./call";
import { difference, type Difference } from "./diff";
import type { Fake } from "./fake";
import type { Intent, Package } from "./package";
import { NotReadyError } from "./refusal";
import { Service } from "./service";
import { bare, initialState, refreshedInputs, updatedState, withComputedInside } from "./state";
import { checkAgainst, unknownProperty, type Failure, type ResourceTyping } from "./typings";
import { Waiting } from "./waiting";

/** The resource and function verbs of the provider protocol over a package's fakes, without the wire. */
export class Provider {
    private caller: Caller | undefined;
    private account: Account | undefined;
    private readonly fakes: Map<string, Fake>;

    private readonly service: Service;
    private readonly waiting = new Waiting(latencyScale(process.env));

    constructor(private readonly pkg: Package) {
        this.fakes = new Map(pkg.fakes.map((fake) => [fake.type, fake]));
        this.service = new Service(pkg, this.waiting);
    }

    /** Ends what is being waited for: the engine was told to stop. */
    cancel(): void {
        this.waiting.cancel();
    }

    /** @param urn of the provider resource; it names the stack */
    configure(urn: string, inputs: Properties): void {
        this.caller = this.pkg.configure(inputs, stackOfUrn(urn));
        this.account = new Account(accountFolder(this.caller.accountId));
    }

    check(urn: string, olds: Properties, news: Properties): { inputs: Properties; failures: Failure[] } {
        const fake = this.fakeOf(urn);
        const typing = this.typingOf(fake.type);
        const mistyped = typing.open ? [] : checkAgainst(typing.inputs, news);
        // What follows may rely on names and kinds.
        if (mistyped.length > 0) return { inputs: news, failures: mistyped };
        const named = withAutoName(fake, nameOf(urn), olds, news);
        let inputs = this.pkg.prepare?.(fake.type, named.inputs, this.configured()) ?? named.inputs;
        const failures = [...named.failures];
        const call = this.call(fake, urn, fake.operations.create, inputs);
        if (failures.length === 0) inputs = fake.normalise?.(inputs, olds, call) ?? inputs;
        failures.push(...(this.pkg.checkAll?.(inputs) ?? []));
        if (failures.length === 0 && fake.check !== undefined) {
            failures.push(...fake.check(inputs, call));
        }
        return { inputs, failures };
    }

    /** @param state as it was recorded; it tells where the object lies */
    diff(urn: string, before: Properties, after: Properties, state: Properties = {}): Difference {
        const fake = this.fakeOf(urn);
        const moved = this.pkg.moved?.(fake.type, state, after, this.configured()) ?? {};
        const found = difference(fake, before, after);
        const changes = Object.entries({ ...found.changes, ...moved }).flatMap(([path, change]) =>
            change === undefined ? [] : [[path, change] as const],
        );
        return { ...found, changes: Object.fromEntries(changes) };
    }

    /** What a create is going to show: inputs and defaults are known, the rest is not. */
    previewCreate(urn: string, inputs: Properties): Properties {
        const fake = this.fakeOf(urn);
        const call = this.call(fake, urn, fake.operations.create);
        const tried = fake.previewCreate?.(bare(inputs), call);
        if (tried !== undefined) return tried;
        const properties = this.complete(fake, initialState(fake, inputs));
        for (const name of fake.computed ?? this.typingOf(fake.type).outputs) {
            if (!(name in properties)) properties[name] = UNKNOWN;
        }
        return withComputedInside(fake, properties, {});
    }

    async create(urn: string, inputs: Properties): Promise<CloudObject> {
        const fake = this.fakeOf(urn);
        const call = this.call(fake, urn, fake.operations.create, inputs);
        const intent = { verb: "create", inputs } as const;
        const object = await this.service.call(call, intent, () => {
            this.authorize(call, intent);
            const created = fake.create(bare(inputs), call);
            const made: CloudObject = {
                type: fake.type,
                id: created.id,
                region: call.regionOf(fake.type),
                createdAt: new Date().toISOString(),
                urn,
                stack: call.caller.stack,
                properties: this.complete(fake, { ...initialState(fake, inputs), ...created.outputs }),
                ...(created.internal && { internal: created.internal }),
            };
            this.open().put(made);
            return made;
        });
        const answer = { ...object, properties: this.shown(object.properties) };
        failUnready(call, answer);
        return answer;
    }

    previewUpdate(urn: string, state: Properties, before: Properties, after: Properties): Properties {
        const fake = this.fakeOf(urn);
        const call = this.call(fake, urn, fake.operations.update ?? fake.operations.create, state);
        const tried = fake.previewUpdate?.(bare(after), state, call);
        if (tried !== undefined) return tried;
        const next = this.complete(fake, updatedState(fake, state, before, after));
        const properties = withComputedInside(fake, next, state);
        const { recomputed = [] } = fake;
        const names = typeof recomputed === "function" ? recomputed(before, after) : recomputed;
        for (const name of names) properties[name] = UNKNOWN;
        return properties;
    }

    async update(
        id: string,
        urn: string,
        before: Properties,
        after: Properties,
        state: Properties = {},
    ): Promise<Properties> {
        const fake = this.fakeOf(urn);
        const operation = fake.operations.update ?? fake.operations.create;
        const call = this.call(fake, urn, operation, state);
        const intent = { verb: "update", id, inputs: after } as const;
        const updated = await this.service.call(call, intent, () => {
            this.authorize(call, intent);
            const object = call.find(fake.type, id);
            if (object === undefined)
                throw new Error(`${fake.type} '${id}' is gone; run a refresh to forget it`);
            const outputs = fake.update?.(bare(after), object, call) ?? {};
            const properties = { ...updatedState(fake, object.properties, before, after), ...outputs };
            // Read again: the update may have written what only the service knows.
            const current = call.find(fake.type, id) ?? object;
            // The note of its maker follows a resource that was renamed, or moved to another stack.
            const maker = { urn, stack: call.caller.stack };
            const kept = this.pkg.untouched?.(properties, object.properties, call.caller) ?? properties;
            const changed = { ...current, ...maker, properties: this.complete(fake, kept) };
            this.open().put(changed);
            return changed;
        });
        const answer = { ...updated, properties: this.shown(updated.properties) };
        failUnready(call, answer);
        return answer.properties;
    }

    /** @returns undefined when the object is gone */
    async read(
        id: string,
        urn: string,
        inputs: Properties,
        recorded: Properties = {},
    ): Promise<{ inputs: Properties; state: Properties } | undefined> {
        const fake = this.fakeOf(urn);
        const typing = this.typingOf(fake.type);
        const call = this.call(fake, urn, fake.operations.read, recorded);
        const intent = { verb: "read", id } as const;
        return this.service.call(call, intent, () => {
            if (this.authorize(call, intent) === "gone") return undefined;
            const object = call.find(fake.type, id);
            if (object === undefined) return undefined;
            const state = this.shown(object.properties);
            const found = fake.refreshed?.(inputs, state) ?? refreshedInputs(typing, inputs, state);
            return { inputs: found, state };
        });
    }

    async delete(id: string, urn: string, state: Properties = {}): Promise<void> {
        const fake = this.fakeOf(urn);
        const call = this.call(fake, urn, fake.operations.delete, state);
        const intent = { verb: "delete", id } as const;
        await this.service.call(call, intent, () => {
            if (this.authorize(call, intent) === "gone") return;
            const object = call.find(fake.type, id);
            // Gone already: the real providers take that for a success too.
            if (object === undefined) return;
            const left = fake.delete?.(object, call);
            this.open().remove(object);
            if (left) this.open().put(left);
        });
    }

    async invoke(token: string, args: Properties): Promise<{ result: Properties; failures: Failure[] }> {
        const known = this.pkg.functions.find((candidate) => candidate.token === token);
        const typing = this.pkg.typings.functions[token];
        if (known === undefined || typing === undefined) {
            const names = this.pkg.functions.map((candidate) => candidate.token);
            throw new Error(unknownOf("function", token, names));
        }
        const failures = checkAgainst(typing.inputs, args);
        if (failures.length > 0) return { result: {}, failures };
        const subject = { ...this.subject(known), type: token, urn: "", refusals: known.refusals ?? {} };
        const call = new Call(this.open(), this.configured(), { ...subject, operation: known.operation });
        const intent = { verb: "invoke", inputs: args } as const;
        const result = await this.service.call(call, intent, () => {
            this.authorize(call, intent);
            return known.invoke(args, call);
        });
        return { result, failures };
    }

    /** @param state of the object that the call is about; for one that is not there yet, its inputs */
    private call(fake: Fake, urn: string, operation: string, state: Properties = {}): Call {
        const subject = { ...this.subject(fake), type: fake.type, urn, refusals: fake.refusals, operation };
        const caller = this.configured();
        return new Call(this.open(), this.pkg.placed?.(state, caller) ?? caller, subject);
    }

    private subject(fake: { service: string }): Pick<Subject, "service" | "describe" | "isGlobal"> {
        return {
            service: fake.service,
            describe: (refused) => this.pkg.describe({ ...refused, service: fake.service }),
            isGlobal: (type) => this.pkg.isGlobal(type),
        };
    }

    private authorize(call: Call, intent: Intent): "gone" | void {
        return this.pkg.authorize?.(call, intent);
    }

    private complete(fake: Fake, properties: Properties): Properties {
        return this.pkg.complete?.(fake.type, properties, this.configured()) ?? properties;
    }

    private shown(properties: Properties): Properties {
        return this.pkg.shown?.(properties, this.configured()) ?? properties;
    }

    private fakeOf(urn: string): Fake {
        const type = urn.split("::")[2].split("$").at(-1) ?? "";
        const fake = this.fakes.get(type) ?? this.pkg.anyOther?.(type)?.fake;
        if (fake === undefined) throw new Error(unknownOf("resource type", type, [...this.fakes.keys()]));
        return fake;
    }

    private typingOf(type: string): ResourceTyping {
        const typing = this.pkg.typings.resources[type] ?? this.pkg.anyOther?.(type)?.typing;
        if (typing === undefined) throw new Error(`no typings for ${type}; run npm run sandbox:typings`);
        return typing;
    }

    private configured(): Caller {
        if (this.caller === undefined) throw new Error("the provider was used before it was configured");
        return this.caller;
    }

    private open(): Account {
        if (this.account === undefined) throw new Error("the provider was used before it was configured");
        return this.account;
    }
}

/** Reports an object that is stored but did not get ready. */
function failUnready(call: Call, object: CloudObject): void {
    if (call.unready === undefined) return;
    const { code, message } = call.unready;
    throw new NotReadyError(object.id, object.properties, code, message);
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? "";
}

function unknownOf(what: string, name: string, known: string[]): string {
    const hint = unknownProperty(name, known).replace(`unknown property "${name}"`, "");
    return `the sandbox does not know the ${what} "${name}"${hint}`;
}
