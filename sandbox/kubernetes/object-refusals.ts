import type { Refusals } from "../plugin/refusal";
import { ALREADY_THERE, FORBIDDEN, UNREACHABLE } from "./refusals";

const PROVIDER = "pulumi-kubernetes provider/pkg/provider/provider.go";
const AWAIT = "pulumi-kubernetes provider/pkg/await";

/** How the API server, and the provider around it, refuse objects of any kind. */
export const OBJECT_REFUSALS: Refusals = {
    ...FORBIDDEN,
    ...UNREACHABLE,
    NoMatch: {
        sentence:
            'creation of resource "{urn}" with kind {gvk} failed because the Kubernetes API server reported that ' +
            "the apiVersion for this resource does not exist. Verify that any required CRDs have been created: " +
            'no matches for kind "{kind}" in version "{apiVersion}"',
        fromProvider: true,
        source: `${PROVIDER}, Create; https://github.com/kubernetes/apimachinery/blob/v0.35.4/pkg/api/meta/errors.go`,
    },
    NoMatchAnyMore: {
        sentence:
            'update of resource "{urn}" failed because the Kubernetes API server reported that the apiVersion for ' +
            "this resource does not exist. Verify that any required CRDs have been created: " +
            'no matches for kind "{kind}" in version "{apiVersion}"',
        fromProvider: true,
        source: `${PROVIDER}, Update`,
    },
    BadRequest: {
        sentence: '{kind} in version "{version}" cannot be handled as a {kind}: {problem}',
        status: 400,
        source: "https://github.com/kubernetes/apiserver/blob/v0.35.4/pkg/endpoints/handlers/rest.go",
    },
    NoNamespace: {
        sentence: 'namespaces "{namespace}" not found',
        status: 404,
        source: "https://github.com/kubernetes/kubernetes/blob/v1.35.0/plugin/pkg/admission/namespace/lifecycle/admission.go",
    },
    Invalid: {
        sentence: '{subject} "{name}" is invalid: {problems}',
        status: 422,
        source: "https://github.com/kubernetes/apimachinery/blob/v0.35.4/pkg/api/errors/errors.go",
    },
    AlreadyExists: {
        sentence: '{resource} "{name}" already exists' + ALREADY_THERE,
        status: 409,
        source: `${AWAIT}/await.go, Creation`,
    },
    Conflict: {
        sentence:
            'the Kubernetes API server reported that "{id}" failed to fully initialize or become live: server-side ' +
            "apply field conflict detected, see https://www.pulumi.com/registry/packages/kubernetes/how-to-guides/" +
            "managing-resources-with-server-side-apply/#handle-field-conflicts-on-existing-resources for " +
            'troubleshooting help\nThe resource managed by field manager "{manager}" had an apply conflict: {conflicts}',
        fromProvider: true,
        source: `${AWAIT}/await.go, handleSSAErr; ${PROVIDER}, Update`,
    },
    InvalidUpdate: {
        sentence:
            'the Kubernetes API server reported that "{id}" failed to fully initialize or become live: {subject} ' +
            '"{name}" is invalid: {problems}',
        fromProvider: true,
        source: `${PROVIDER}, Update`,
    },
    BadUpdate: {
        sentence:
            'the Kubernetes API server reported that "{id}" failed to fully initialize or become live: {kind} in ' +
            'version "{version}" cannot be handled as a {kind}: {problem}',
        fromProvider: true,
        source: `${PROVIDER}, Update`,
    },
    NotReady: {
        sentence:
            'resource "{urn}" was successfully created, but the Kubernetes API server reported that it failed to ' +
            "fully initialize or become live: '{name}' timed out waiting to be Ready",
        fromProvider: true,
        source: `${PROVIDER}, Create; ${AWAIT}/error.go, timeoutError`,
    },
    NotReadyAgain: {
        sentence:
            'the Kubernetes API server reported that "{id}" failed to fully initialize or become live: ' +
            "'{name}' timed out waiting to be Ready",
        fromProvider: true,
        source: `${PROVIDER}, Update; ${AWAIT}/error.go, timeoutError`,
    },
};
