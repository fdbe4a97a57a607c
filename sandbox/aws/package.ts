import { randomUUID } from "node:crypto";
import { REGIONS } from "../../environments/regions";
import { principalOf } from "../cloud/principal";
import type { Caller } from "../plugin/call";
import type { PropertyChange } from "../plugin/diff";
import type { Package, Refused } from "../plugin/package";
import type { Typings } from "../plugin/typings";
import { isObject, strings, text, UNKNOWN, type Properties } from "../cloud/values";
import typings from "../typings/aws.json";
import { personOf, retagged } from "./by-hand";
import { accountIdOf } from "./format/account-id";
import { fakes, functions } from "./fakes";
import { checkTags, tagsAll } from "./plan/tags";

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
    checkAll: (inputs) => checkTags(inputs.tagsAll),
    complete: (type, properties, caller) =>
        regional(type) ? { ...properties, region: properties.region ?? caller.region } : properties,
    placed: (state, caller) => ({ ...caller, region: text(state.region) ?? caller.region }),
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
    const accountId = accountIdOf(stack, strings(inputs.allowedAccountIds));
    const tags =
        isObject(inputs.defaultTags) && isObject(inputs.defaultTags.tags) ? inputs.defaultTags.tags : {};
    const principal = principalOf(accountId);
    return {
        stack,
        accountId,
        principal,
        partition: "aws",
        region,
        defaultTags: tags as Record<string, string>,
    };
}

/** Whether resources of a type lie in a region, which is then one of their properties. */
function regional(type: string): boolean {
    return aws.typings.resources[type]?.outputs.includes("region") ?? false;
}

/**
 * A resource stays in the region that its state names; a provider for another one makes it anew there.
 * Source: terraform-provider-aws, internal/provider/sdkv2/region.go, forceNewIfRegionChanges.
 */
function moved(type: string, state: Properties, caller: Caller): Record<string, PropertyChange> {
    const stays = !regional(type) || state.region === undefined || state.region === caller.region;
    return stays ? {} : { region: { kind: "update", replaces: true } };
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
