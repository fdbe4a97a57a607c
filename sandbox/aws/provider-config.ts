import { at, objects, type Properties } from "../cloud/values";
import type { Failure } from "../plugin/typings";
import { arnText, lengthBetween, notPretended } from "./plan/checks";
import { planRule } from "./plan/rule";

/**
 * What is wrong with the provider's configuration, at preview. Credentials, proxies, retries and the `skip*` flags are
 * taken and mean nothing here: there is nothing to sign, and nothing to reach.
 */
export function checkProvider(inputs: Properties): Failure[] {
    const roles = objects(inputs.assumeRoles).map((_, index) => `assumeRoles[${index}]`);
    return [
        ...[...roles, "assumeRoleWithWebIdentity"].flatMap((path) => checkRole(inputs, path)),
        ...notPretended(
            inputs,
            IGNORED.filter((name) => !isOff(inputs[name])),
        ),
    ];
}

/** What would take calls elsewhere, or have them judged by what the sandbox does not have. */
const IGNORED = ["endpoints", "tagPolicyCompliance"];

function isOff(value: Properties[string] | undefined): boolean {
    return value === "disabled" || (Array.isArray(value) && value.length === 0);
}

/** Source: terraform-provider-aws, internal/provider/sdkv2/provider.go and validate.go. */
function checkRole(inputs: Properties, path: string): Failure[] {
    if ((at(inputs, path) ?? undefined) === undefined) return [];
    const failures = [
        ...arnText(inputs, `${path}.roleArn`),
        ...lengthBetween(inputs, `${path}.sessionName`, 2, 64),
        ...planRule(inputs, `${path}.duration`, isDuration, DURATION),
    ];
    if (failures.length > 0) return failures;
    return planRule(
        inputs,
        `${path}.roleArn`,
        (arn) => arn === "" || /^arn:aws:iam::\d{12}:role\/.+$/.test(arn),
        "names no role of an account: STS assumes arn:aws:iam::<account id>:role/<name>",
    );
}

const DURATION = "must be between 15 minutes (15m) and 12 hours (12h), inclusive";

/** A duration as Go writes it, `1h30m`; units below a second would say nothing here. */
function isDuration(text: string): boolean {
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)];
    if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return false;
    const minutes = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (MINUTES[unit] ?? 0), 0);
    return minutes >= 15 && minutes <= 12 * 60;
}

const MINUTES: Readonly<Record<string, number>> = { h: 60, m: 1, s: 1 / 60 };
