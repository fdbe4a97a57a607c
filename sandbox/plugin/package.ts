import type { Account, CloudObject } from "../cloud/account";
import type { Properties } from "../cloud/values";
import type { Call, Caller } from "./call";
import type { PropertyChange } from "./diff";
import type { Fake, FakeFunction } from "./fake";
import type { Failure, ResourceTyping, Typings } from "./typings";

/** A provider package's stand-in: its fakes, and what all of them share. */
export interface Package {
    readonly typings: Typings;
    readonly fakes: readonly Fake[];
    readonly functions: readonly FakeFunction[];
    /** The fake of a type that the list does not hold, with its typings: types that are told by data, not by name. */
    anyOther?(type: string): { fake: Fake; typing: ResourceTyping } | undefined;
    /**
     * Reads the provider's configuration.
     * @param inputs as the program gave them, JSON texts parsed
     * @param stack the stack of the provider's URN
     * @throws Error with the real provider's sentence, when the configuration cannot work
     */
    configure(inputs: Properties, stack: string): Caller;
    /** The prefixes of services in policies and in CloudTrail, `EC2` -> `ec2`; left out where it is not AWS's. */
    readonly prefixes?: Readonly<Record<string, string>>;
    /** Whether objects of a type belong to the account rather than to a region of it. */
    isGlobal(type: string): boolean;
    /** A refusal in the real provider's words. */
    describe(refused: Refused): string;
    /** What every resource gets at check: merged tags, for instance. */
    prepare?(type: string, inputs: Properties, caller: Caller): Properties;
    /** What is wrong with the prepared inputs, whatever the type: tags beyond AWS's limits, for instance. */
    checkAll?(inputs: Properties): Failure[];
    /** What every resource shows besides its own properties: its region, for instance. */
    complete?(type: string, properties: Properties, caller: Caller): Properties;
    /**
     * Refuses calls that the caller may not make.
     * @returns "gone" when a read or a delete is to take the object as gone without looking
     */
    /** The caller where an object lies: its state may name another region than the provider. */
    placed?(state: Properties, caller: Caller): Caller;
    /**
     * How a resource differs for what the provider was told rather than the resource: another region.
     * @param after the new inputs
     * @returns changes by property; undefined for one that is none
     */
    moved?(
        type: string,
        state: Properties,
        after: Properties,
        caller: Caller,
    ): Record<string, PropertyChange | undefined>;
    /** What the provider shows of what it reads: not the tags that it ignores, for instance. */
    shown?(properties: Properties, caller: Caller): Properties;
    /** What an update leaves as it was, whatever the inputs: tags that the provider ignores, for instance. */
    untouched?(properties: Properties, before: Properties, caller: Caller): Properties;
    authorize?(call: Call, intent: Intent): "gone" | void;
    /** The caller of a change by hand: a person of the account, where the object lies. */
    byHand(account: Account, object: CloudObject): Caller;
    /** What follows from a change by hand, whatever the type: merged tags. @param before the change */
    edited?(properties: Properties, before: Properties): Properties;
    /** What is wrong with a provider configuration, at preview. */
    checkProvider?(inputs: Properties): Failure[];
    /** The provider inputs whose change replaces the provider and everything on it. */
    providerReplacements?(before: Properties, after: Properties): string[];
}

/** What a call is about to do. */
export interface Intent {
    verb: "create" | "read" | "update" | "delete" | "invoke";
    /** The physical id; absent for a create and for functions. */
    id?: string;
    /** The inputs of a create or an update, the arguments of a function. */
    inputs?: Properties;
}

/** What a package needs to word a refusal. */
export interface Refused {
    /** The URN of the resource; empty for functions. */
    urn: string;
    service: string;
    operation: string;
    code: string;
    status: number;
    sentence: string;
    /** How often the provider tried before it gave up; left out where it did not try again. */
    attempts?: number;
}
