import { nearest } from "../../../environments/nearest";
import { stackOf, type Account, type CloudObject } from "../../cloud/account";
import { accounts } from "../../cloud/location";
import { at, text } from "../../cloud/values";
import type { Place } from "../place";
import { requireStack } from "./stacks";

/** Options that every command knows. */
export interface Options {
    /** Only what this stack made. */
    stack?: string;
    /** Only types with this in their name. */
    type?: string;
    /** Answer in JSON. */
    json?: boolean;
}

/** An object, the account in which it stands and the stack that made it. */
export interface Found {
    account: Account;
    stack: string;
    object: CloudObject;
}

/**
 * The objects that the options ask for.
 * @throws Error when a stack is named that there is not
 */
export function allObjects(place: Place, { stack, type = "" }: Options): Found[] {
    if (stack !== undefined) requireStack(place, stack);
    const wanted = type.toLowerCase();
    const found = accounts(place.cloud).flatMap((account) =>
        account.all().map((object) => ({ account, stack: stackOf(object), object })),
    );
    return found
        .filter((one) => stack === undefined || one.stack === stack)
        .filter(({ object }) =>
            [object.type, shortType(object.type)].some((name) => name.toLowerCase().includes(wanted)),
        );
}

/**
 * The one object that an id means, a physical id or a logical name.
 * @throws Error when none or several are meant, with what there is
 */
export function oneObject(place: Place, id: string, options: Options): Found {
    const all = allObjects(place, options);
    const found = all.filter(({ object }) => object.id === id);
    const meant = found.length > 0 ? found : all.filter(({ object }) => nameOf(object) === id);
    if (meant.length === 1) return meant[0];
    if (meant.length === 0) {
        const guess = nearest(
            id,
            all.flatMap(({ object }) => [object.id, nameOf(object)]).filter((name) => name !== ""),
        );
        const hint =
            guess === undefined
                ? "npm run sandbox:cloud -- list shows what there is"
                : `did you mean "${guess}"?`;
        throw new Error(`nothing in the cloud has the id or name "${id}"; ${hint}`);
    }
    const list = meant
        .map(({ stack, object }) => `  ${stack}  ${shortType(object.type)}  ${object.id}`)
        .join("\n");
    throw new Error(`"${id}" means several objects; say which by its id, --type or --stack:\n${list}`);
}

/** A found object as it stands now, inside a transaction. @throws Error when it went since it was found */
export function currently({ account, object }: Found): CloudObject {
    const current = account.get(object.type, object.id, object.region);
    if (current === undefined) throw new Error(`${object.id} went away this very moment`);
    return current;
}

/** The logical name of the resource that made the object; of others the name they bear. */
export function nameOf(object: CloudObject): string {
    const { urn, properties } = object;
    return urn?.split("::").at(-1) ?? text(properties.name) ?? text(at(properties, "metadata.name")) ?? "";
}

/** `aws:ec2/vpc:Vpc` -> `ec2:Vpc` */
export function shortType(type: string): string {
    const [, module, name] = type.split(":");
    return `${module.split("/")[0]}:${name}`;
}

export function answerJson(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
