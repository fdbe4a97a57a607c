import { randomBytes } from "node:crypto";
import { at, hasUnknown, isObject, text, type Properties, type Value } from "../cloud/values";
import type { Call } from "../plugin/call";
import type { Failure } from "../plugin/typings";
import { resolvedVersion } from "./charts";
import { callerOf } from "./connection";

/** Seconds that Helm waits for what it installs. Source: helm_release.go, defaultTimeoutSeconds. */
const DEFAULT_TIMEOUT = 300;

/** Inputs that the provider itself takes no notice of. Source: helm_release.go, type Release and Check. */
const DROPPED = ["compat", "manifest", "resourceNames"];

/**
 * A release's inputs as the provider's check returns them: a name, the namespace, the timeout, the exact version;
 * what is false, empty or zero is left out, as Go leaves it out.
 * Source: pulumi-kubernetes provider/pkg/provider/helm_release.go, Check.
 */
export function normalised(news: Properties, olds: Properties, call: Call): Properties {
    const inputs: Properties = { ...news };
    for (const key of DROPPED) delete inputs[key];
    inputs.name = (news.name || olds.name) ?? `${call.name}-${randomBytes(4).toString("hex")}`;
    if ((news.namespace ?? "") === "") inputs.namespace = callerOf(call).namespace;
    if (news.skipAwait !== true && news.timeout === undefined) inputs.timeout = DEFAULT_TIMEOUT;
    const kept = Object.entries(inputs).filter(([key, value]) => key === "maxHistory" || !isZero(value));
    const result = Object.fromEntries(kept);
    // A range is resolved as soon as everything is known: then a new chart version shows as a change.
    if (!hasUnknown(news)) {
        const version = versionOf(result);
        if (typeof version === "string") result.version = version;
    }
    return result;
}

/** What the provider refuses at preview: a chart that it can't find; and what the stand-in doesn't have. */
export function releaseFailures(inputs: Properties): Failure[] {
    const failures: Failure[] = [];
    const version = hasUnknown(inputs) ? "" : versionOf(inputs);
    if (typeof version !== "string") {
        const reason = `${version.message}; check the chart name and repository configuration.`;
        failures.push({ property: "chart", reason });
    }
    for (const property of ["valueYamlFiles", "postrender", "verify"]) {
        if (inputs[property] !== undefined) {
            const reason = `the sandbox does not stand in for "${property}" of a Helm release`;
            failures.push({ property, reason });
        }
    }
    return failures;
}

function versionOf(inputs: Properties): string | Error {
    const chart = (text(inputs.chart) ?? "").trim();
    const repository = repositoryOf(inputs);
    const given = (text(inputs.version) ?? "").trim();
    const isElsewhere = /^https?:\/\//.test(repository) || chart.startsWith("oci://");
    if (!isElsewhere) {
        return new Error(
            `the sandbox reads neither charts from folders nor configured repositories: give "${chart}" a ` +
                "repositoryOpts.repo, or a chart that begins with oci://",
        );
    }
    try {
        return resolvedVersion(repository, chart, given === "" && inputs.devel === true ? ">0.0.0-0" : given);
    } catch (error) {
        return error as Error;
    }
}

/** The repository's address; empty when there is none. */
export function repositoryOf(inputs: Properties): string {
    return text(at(inputs, "repositoryOpts.repo")) ?? "";
}

function isZero(value: Value | undefined): boolean {
    if (value === undefined || value === null || value === false || value === "" || value === 0) return true;
    if (Array.isArray(value)) return value.length === 0;
    return isObject(value) && Object.keys(value).length === 0;
}
