import type { CloudObject } from "../cloud/account";
import type { Properties, Value } from "../cloud/values";
import type { Call } from "./call";
import type { Refusals } from "./refusal";
import type { Replacements } from "./replacement";
import type { Failure } from "./typings";

/** What a create answers: the physical id, and the properties that the service computes. */
export interface Created {
    id: string;
    outputs: Properties;
    /** What only the pretended service has to remember. */
    internal?: Properties;
}

/** The stand-in for one resource type. One file per type; behaviour only: names and kinds come from the typings. */
export interface Fake {
    /** Pulumi type token, `aws:ec2/vpc:Vpc`. */
    readonly type: string;
    /** The service's name in error messages, `EC2`. */
    readonly service: string;
    /** The API operations behind the verbs, `CreateVpc`: they appear in error messages. */
    readonly operations: { create: string; read: string; update?: string; delete: string };
    /** The inputs whose change makes a new object. */
    readonly replaceOn: Replacements;
    /** Set where the provider removes the old object before it makes the new one; say where that is written. */
    readonly deleteBeforeReplace?: true | ((before: Properties, after: Properties) => boolean);
    /** Properties that an update makes unknown until it has run, beyond those it was given; all updates, or by the change. */
    readonly recomputed?: readonly string[] | ((before: Properties, after: Properties) => readonly string[]);
    /** Outputs that are unknown at the preview of a create; left out: all that the inputs and defaults do not name. */
    readonly computed?: readonly string[];
    /**
     * Paths of what the service computes inside objects that the program gives, `vpcConfig.vpcId`: at a preview
     * they are what they were, or unknown.
     */
    readonly computedInside?: readonly string[];
    /** The name that is made from the logical one when the program leaves it out, as pulumi-aws does it. */
    readonly autoName?: { property: string; maxLength: number };
    /** What the service fills in where the program says nothing; known at preview. */
    readonly defaults?: Properties;
    /** How the service refuses; each row has a failing-call test. */
    readonly refusals: Refusals;
    /**
     * Whether two values of a property mean the same to the service: the order of a set, the spaces of a JSON document.
     * Asked for paths whose values differ; the default is that they differ.
     */
    sameValue?(path: string, before: Value, after: Value): boolean;
    /**
     * The inputs as the provider's check returns them, where it does more than fill in `autoName`: names inside
     * objects, resolved versions. Called only when names and kinds of the properties are right.
     * @param olds the inputs of the last check; empty for a new resource and for a replacement
     */
    normalise?(news: Properties, olds: Properties, call: Call): Properties;
    /**
     * The inputs as a refresh finds them, where the provider has a rule of its own.
     * @param inputs the last ones; empty for an import
     */
    refreshed?(inputs: Properties, state: Properties): Properties;
    /** What the provider refuses before it calls the service; unknown values have to be let through. */
    check?(inputs: Properties, call: Call): Failure[];
    /**
     * What the preview of a create shows, where the provider asks the service for a dry run: it may refuse.
     * Left out, or undefined: inputs and defaults are shown, the rest is unknown.
     */
    previewCreate?(inputs: Properties, call: Call): Properties | undefined;
    /** The same for an update; @param state as it was recorded */
    previewUpdate?(inputs: Properties, state: Properties, call: Call): Properties | undefined;
    create(inputs: Properties, call: Call): Created;
    /** @param object as it stands in the cloud, before the change. Left out: every update is taken as it is. */
    update?(inputs: Properties, object: CloudObject, call: Call): Properties;
    /**
     * What becomes of an object that somebody changes by hand, where its type is not described by typings: it may refuse.
     * @param changed its properties with the change in them
     */
    editByHand?(object: CloudObject, changed: Properties, call: Call): Properties;
    /**
     * Called before the object is removed: refuses, or takes with it what the service made along with it.
     * @returns what stands in its place afterwards, where the service keeps it or makes it again
     */
    delete?(object: CloudObject, call: Call): CloudObject | void;
    /** The same for a deletion by hand, where the provider does more, or less, than to call the service once. */
    deleteByHand?(object: CloudObject, call: Call): CloudObject | void;
    /** Inputs that tell the provider what to do and never reach the service: `skipDestroy`. */
    readonly providersOwn?: readonly string[];
}

/** The stand-in for one function, `aws:index/getPartition:getPartition`. */
export interface FakeFunction {
    readonly token: string;
    readonly refusals?: Refusals;
    readonly service: string;
    readonly operation: string;
    invoke(inputs: Properties, call: Call): Properties;
}
