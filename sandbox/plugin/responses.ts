import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { Properties } from "../cloud/values";
import type { Difference, PropertyChange } from "./diff";
import { toStruct } from "./struct";
import type { Failure } from "./typings";

const { DiffChanges } = proto.DiffResponse;
const { Kind } = proto.PropertyDiff;

/** The answer to a check, of a resource or of a provider. */
export function checkResponse(inputs: Properties, failures: Failure[]): proto.CheckResponse {
    const response = new proto.CheckResponse();
    response.setInputs(toStruct(inputs));
    response.setFailuresList(failures.map(checkFailure));
    return response;
}

/** The answer to the call of a function. */
export function invokeResponse(result: Properties, failures: Failure[]): proto.InvokeResponse {
    const response = new proto.InvokeResponse();
    response.setReturn(toStruct(result));
    response.setFailuresList(failures.map(checkFailure));
    return response;
}

/** The difference of a resource's inputs: every changed path, and the properties that these belong to. */
export function diffResponse({ changes, deleteBeforeReplace }: Difference): proto.DiffResponse {
    const paths = Object.keys(changes);
    const replacing = paths.filter((path) => changes[path].replaces);
    const response = rootsResponse(paths.length > 0, roots(paths), roots(replacing));
    response.setDeletebeforereplace(deleteBeforeReplace);
    response.setHasdetaileddiff(true);
    for (const path of paths) response.getDetaileddiffMap().set(path, propertyDiff(changes[path]));
    return response;
}

/**
 * The difference of a provider's inputs.
 * @param replaces the inputs whose change replaces the provider and everything on it
 */
export function providerDiffResponse(changed: boolean, replaces: string[]): proto.DiffResponse {
    return rootsResponse(changed, replaces, replaces);
}

function rootsResponse(changed: boolean, diffs: string[], replaces: string[]): proto.DiffResponse {
    const response = new proto.DiffResponse();
    response.setChanges(changed ? DiffChanges.DIFF_SOME : DiffChanges.DIFF_NONE);
    response.setDiffsList(diffs);
    response.setReplacesList(replaces);
    return response;
}

function roots(paths: string[]): string[] {
    return [...new Set(paths.map((path) => path.split(/[.[]/)[0]))];
}

function propertyDiff({ kind, replaces }: PropertyChange): proto.PropertyDiff {
    const item = new proto.PropertyDiff();
    item.setKind(
        {
            add: replaces ? Kind.ADD_REPLACE : Kind.ADD,
            delete: replaces ? Kind.DELETE_REPLACE : Kind.DELETE,
            update: replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE,
        }[kind],
    );
    item.setInputdiff(true);
    return item;
}

function checkFailure({ property, reason }: Failure): proto.CheckFailure {
    const item = new proto.CheckFailure();
    item.setProperty(property);
    item.setReason(reason);
    return item;
}
