import { randomUUID } from "node:crypto";
import { REGIONS } from "../../environments/regions";
import type { Caller } from "../plugin/call";
import type { PropertyChange } from "../plugin/diff";
import type { Package, Refused } from "../plugin/package";
import type { Failure, Typings } from "../plugin/typings";
import { isObject, strings, text, UNKNOWN, type Properties, type Value } from "../cloud/values";
import typings from "../typings/aws.json";
import { personOf, retagged } from "./by-hand";
import { identityOf } from "./caller";
import { fakes, functions } from "./fakes";
import { isGiven } from "./plan/checks";
import { checkTags, tagsAll, withIgnoredTags, withoutIgnoredTags } from "./plan/tags";
import { checkProvider } from "./provider-config";

/** The stand-in for the `aws` provider. */
export const aws: Package = {
    typings: typings as unknown as Typings,
    fakes,
    functions,
    configure,
    prefixes: { "CloudWatch Logs": "logs", EC2: "ec2", EKS: "eks", IAM: "iam", KMS: "kms", STS: "sts" },
    isGlobal: (type) => GLOBAL_SERVICES.some((service) => type.startsWith(`aws:${service}/`)),
    describe,
    prepare: (type, inputs, caller) =>
        taggable(type) ? { ...inputs, tagsAll: tagsAll(inputs.tags, caller) } : inputs,
    checkAll,
    checkProvider,
    shown: withoutIgnoredTags,
    untouched: withIgnoredTags,
    complete: (type, properties, caller) =>
        regional(type) ? { ...properties, region: properties.region ?? caller.region } : properties,
    placed,
    moved,
    byHand: personOf,
    edited: retagged,
};

/** Services whose objects belong to no region. */
const GLOBAL_SERVICES = ["iam", "route53", "cloudfront"];

function configure(inputs: Properties, stack: string): Caller {
    const region = text(inputs.region);
    if (region === undefined || region === UNKNOWN) {
        // Sentence: terraform-provider-aws, internal/conns/config.go.
        throw new Error("invalid AWS Region: a region is required; set aws:region or the provider's region");
    }
    if (!REGIONS.some((known) => known === region)) throw new Error(`invalid AWS Region: ${region}`);
    return {
        stack,
        ...identityOf(inputs, stack),
        partition: "aws",
        region,
        defaultTags: tagsOf(inputs.defaultTags) as Record<string, string>,
        ...ignoredTags(inputs.ignoreTags),
    };
}

function tagsOf(config: Value | undefined): Properties {
    return isObject(config) && isObject(config.tags) ? config.tags : {};
}

function ignoredTags(config: Value | undefined): Pick<Caller, "ignoredTags"> {
    if (!isObject(config)) return {};
    return { ignoredTags: { keys: strings(config.keys), keyPrefixes: strings(config.keyPrefixes) } };
}

/** Where an object lies, or is going to: a region of its own comes before the provider's. */
function placed(properties: Properties, caller: Caller): Caller {
    const region = text(properties.region);
    return region === undefined || region === UNKNOWN ? caller : { ...caller, region };
}

/** Whether resources of a type lie in a region, which is then one of their properties. */
function regional(type: string): boolean {
    return aws.typings.resources[type]?.outputs.includes("region") ?? false;
}

/**
 * A resource stays in the region that its state names; another one, of its own or of its provider, makes it anew there.
 * To name the region in which it is already is no change.
 * Source: terraform-provider-aws, internal/provider/sdkv2/region.go, defaultRegion and forceNewIfRegionChanges.
 */
function moved(
    type: string,
    state: Properties,
    after: Properties,
    caller: Caller,
): Record<string, PropertyChange | undefined> {
    if (!regional(type) || state.region === undefined) return {};
    const isThere = state.region === (after.region ?? caller.region);
    return { region: isThere ? undefined : { kind: "update", replaces: true } };
}

/** What is wrong with a resource whatever its type. */
function checkAll(inputs: Properties): Failure[] {
    const { region } = inputs;
    const isKnown = !isGiven(region) || region === UNKNOWN || REGIONS.some((known) => known === region);
    const failures = isKnown ? [] : [{ property: "region", reason: `invalid AWS Region: ${String(region)}` }];
    return [...failures, ...checkTags(inputs.tagsAll)];
}

/** Whether pulumi-aws merges the provider's default tags into the type's `tagsAll`. */
function taggable(type: string): boolean {
    return aws.typings.resources[type]?.outputs.includes("tagsAll") ?? false;
}

/** The words of the AWS SDK for Go as the provider passes them on. */
function describe(refused: Refused): string {
    return (
        `operation error ${refused.service}: ${refused.operation}, ` +
        // Source: aws-sdk-go-v2 aws/retry/errors.go, MaxAttemptsError.
        (refused.attempts === undefined ? "" : `exceeded maximum number of attempts, ${refused.attempts}, `) +
        `https response error StatusCode: ${refused.status}, RequestID: ${randomUUID()}, ` +
        `api error ${refused.code}: ${refused.sentence}`
    );
}
