import type { ResourceTyping } from "../plugin/typings";
import { namespace } from "./namespace";
import { objectFake } from "./object";
import { release } from "./release";
import type { KubernetesFake } from "./types";

/** The Kubernetes resource types whose behaviour is their own; what all others do is told by data. */
export const fakes: readonly KubernetesFake[] = [namespace, release];

const others = new Map<string, { fake: KubernetesFake; typing: ResourceTyping }>();

/** The fake of a type token; undefined for what is no kind of an API server: `kubernetes:helm.sh/v3:Chart`. */
export function fakeOfType(type: string): KubernetesFake | undefined {
    return fakes.find((fake) => fake.type === type) ?? anyOther(type)?.fake;
}

/** The fake and the typing of a kind that has none of its own, built in or custom. */
export function anyOther(type: string): { fake: KubernetesFake; typing: ResourceTyping } | undefined {
    if (!/^kubernetes:[^:/]+\/v\d[^:/]*:[A-Z]\w*$/.test(type) || NO_KINDS.test(type)) return undefined;
    let found = others.get(type);
    if (found === undefined) {
        // What else an object has is known once its cluster is: the fake checks it, against the cluster's own schema.
        found = { fake: objectFake(type), typing: { inputs: {}, outputs: OUTPUTS, open: true } };
        others.set(type, found);
    }
    return found;
}

/** Components of the provider, whose tokens look like kinds. */
const NO_KINDS = /^kubernetes:(helm\.sh|yaml|kustomize)\//;

const OUTPUTS = ["apiVersion", "kind", "metadata"];
