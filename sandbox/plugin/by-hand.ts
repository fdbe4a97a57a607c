import type { Account, CloudObject } from "../cloud/account";
import { at, pathKeys, type Properties } from "../cloud/values";
import { Call } from "./call";
import type { Fake } from "./fake";
import { onRecord } from "./on-record";
import type { Package } from "./package";
import { isWithin, replaces, replacingPaths } from "./replacement";
import { refreshedInputs } from "./state";
import { checkAgainst, unknownProperty, type ResourceTyping } from "./typings";

/**
 * What people do to objects behind the engine's back, with a console or a command line: calls of the same service,
 * with the same rules, without the provider in between. Inside a transaction of the account.
 */
export class ByHand {
    constructor(
        private readonly pkg: Package,
        private readonly account: Account,
    ) {}

    /**
     * Deletes an object, and with it what the service takes along.
     * @throws RefusedError with the service's sentence, Error where the service lets nobody delete it
     */
    delete(object: CloudObject): void {
        const fake = this.fakeOf(object);
        const call = this.call(fake, object, fake.operations.delete);
        const remove = fake.deleteByHand ?? fake.delete;
        onRecord(this.pkg, call, { verb: "delete", id: object.id }, () => {
            const left = remove?.(withoutProvidersOwn(fake, object), call);
            this.account.remove(object);
            if (left) this.account.put(left);
        });
    }

    /**
     * Changes an object.
     * @param changed its properties with the change in them
     * @param paths what changes, `vpcConfig.subnetIds[0]`
     * @throws RefusedError with the service's sentence, Error where nobody can change that
     */
    edit(object: CloudObject, changed: Properties, paths: readonly string[]): CloudObject {
        const fake = this.fakeOf(object);
        if (fake.editByHand !== undefined) return this.editAs(fake, fake.editByHand, object, changed);
        const typing = this.pkg.typings.resources[fake.type];
        for (const path of paths) refuseFixed(fake, typing, object.properties, changed, path);
        const inputs = withoutZeros(refreshedInputs(typing, {}, changed));
        const call = this.call(fake, object, fake.operations.update ?? fake.operations.create);
        for (const { property, reason } of fake.check?.(inputs, call) ?? [])
            if (paths.some((path) => rootOf(path) === rootOf(property)))
                throw new Error(`${property}: ${reason}`);
        const intent = { verb: "update", id: object.id, inputs } as const;
        const outputs = onRecord(this.pkg, call, intent, () => fake.update?.(inputs, object, call) ?? {});
        const current = call.find(fake.type, object.id) ?? object;
        const roots = paths.map(rootOf);
        const properties = { ...without(current.properties, roots), ...pick(changed, roots), ...outputs };
        const edited = {
            ...current,
            properties: this.pkg.edited?.(properties, object.properties) ?? properties,
        };
        this.account.put(edited);
        return edited;
    }

    /** A change of a type that has a rule of its own. */
    private editAs(
        fake: Fake,
        rule: NonNullable<Fake["editByHand"]>,
        object: CloudObject,
        changed: Properties,
    ): CloudObject {
        const call = this.call(fake, object, fake.operations.update ?? fake.operations.create);
        const intent = { verb: "update", id: object.id, inputs: changed } as const;
        const edited = {
            ...object,
            properties: onRecord(this.pkg, call, intent, () => rule(object, changed, call)),
        };
        this.account.put(edited);
        return edited;
    }

    /** The type token's stand-in. @throws Error for what only comes and goes with something else */
    private fakeOf(object: CloudObject): Fake {
        const { type } = object;
        const fake = this.pkg.fakes.find((known) => known.type === type) ?? this.pkg.anyOther?.(type)?.fake;
        if (fake !== undefined) return fake;
        throw new Error(
            `${object.id} is the service's own: it comes and goes with what it belongs to. ` +
                "--force does it all the same",
        );
    }

    private call(fake: Fake, object: CloudObject, operation: string): Call {
        const { type, service, refusals } = fake;
        return new Call(this.account, this.pkg.byHand(this.account, object), {
            type,
            // No resource asks for this.
            urn: "",
            service,
            operation,
            refusals,
            describe: (refused) => this.pkg.describe({ ...refused, service }),
            isGlobal: (type) => this.pkg.isGlobal(type),
        });
    }
}

/** A setting that only the provider reads says nothing to the service. */
function withoutProvidersOwn(fake: Fake, object: CloudObject): CloudObject {
    return { ...object, properties: without(object.properties, fake.providersOwn ?? []) };
}

function refuseFixed(
    fake: Fake,
    typing: ResourceTyping,
    before: Properties,
    after: Properties,
    path: string,
): void {
    const root = rootOf(path);
    const type = fake.type.split(":").at(-1);
    if (!Object.hasOwn(typing.inputs, root)) {
        if (!Object.hasOwn(before, root)) throw new Error(unknownProperty(root, Object.keys(typing.inputs)));
        throw new Error(`${path}: the service itself says what that is; nobody can set it. --force does`);
    }
    if (fake.providersOwn?.includes(root))
        throw new Error(`${path}: only the provider reads that, the service knows nothing of it`);
    const wrong = checkAgainst(
        { [root]: { ...typing.inputs[root], required: false } },
        { [root]: after[root] },
    );
    const here = wrong.find(({ property }) => isWithin(property, path) || isWithin(path, property));
    if (here !== undefined) throw new Error(`${here.property}: ${here.reason}`);
    if (replaces(replacingPaths(fake.replaceOn, before, after), path, [at(before, path), at(after, path)]))
        throw new Error(
            `${path}: a ${type} keeps what it was made with; the provider would make a new one. --force changes it`,
        );
}

function rootOf(path: string): string {
    return pathKeys(path)[0];
}

/** What a service shows of a setting that nobody has made: such a zero or empty text is no request for one. */
function withoutZeros(inputs: Properties): Properties {
    return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== 0 && value !== ""));
}

function pick(properties: Properties, names: readonly string[]): Properties {
    return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

function without(properties: Properties, names: readonly string[]): Properties {
    return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}
