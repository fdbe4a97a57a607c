import type { ServiceAnswer } from "../cloud/types";

/** An answer of a service that is no success. */
export interface Answer extends ServiceAnswer {
    /** Where code and sentence come from. */
    source: string;
}

/**
 * What services say to a call that a fault strikes, by their name in the SDK for Go. Services have words of their
 * own for the same thing; those not named here speak as most of the newer ones do.
 */
export interface Words {
    throttled: Answer;
    /** Left out for clusters: who may do what there stands in their access entries. */
    denied?: Answer;
    expired: Answer;
}

const COMMON = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonErrors.html";
const EC2 = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";
const IAM = "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html";
const EKS = "https://docs.aws.amazon.com/eks/latest/APIReference/CommonErrors.html";
const EXPIRED_EKS = "https://github.com/hashicorp/terraform-provider-aws/issues/32809";
const EXPIRED_STS = "https://github.com/hashicorp/terraform-provider-aws/issues/15618";
const DENIED_EC2 = "https://github.com/kubernetes-sigs/karpenter/issues/2813";
const DENIED = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html";

const NOT_AUTHORIZED =
    "User: {user} is not authorized to perform: {action} because no identity-based policy allows the {action} action";

const NEWER: Words = {
    throttled: { code: "ThrottlingException", status: 429, sentence: "Rate exceeded", source: EKS },
    denied: { code: "AccessDeniedException", status: 403, sentence: NOT_AUTHORIZED, source: DENIED },
    expired: {
        code: "ExpiredTokenException",
        status: 403,
        sentence: "The security token included in the request is expired",
        source: EXPIRED_EKS,
    },
};

const QUERY: Words = {
    throttled: { code: "Throttling", status: 400, sentence: "Rate exceeded", source: IAM },
    denied: { code: "AccessDenied", status: 403, sentence: NOT_AUTHORIZED, source: DENIED },
    expired: {
        code: "ExpiredToken",
        status: 403,
        sentence: "The security token included in the request is expired",
        source: EXPIRED_STS,
    },
};

/** The words of client-go where a cluster is called. */
const CLUSTER: Words = {
    throttled: {
        code: "TooManyRequests",
        status: 429,
        sentence: "the server has received too many requests and has asked us to try again later",
        source: "k8s.io/apimachinery pkg/api/errors/errors.go, NewGenericServerResponse",
    },
    expired: {
        code: "Unauthorized",
        status: 401,
        sentence: "getting credentials: exec: executable aws failed with exit code 255",
        source: "k8s.io/client-go plugin/pkg/client/auth/exec/exec.go",
    },
};

const BY_SERVICE: Record<string, Words> = {
    EC2: {
        throttled: {
            code: "RequestLimitExceeded",
            status: 503,
            sentence: "Request limit exceeded.",
            source: EC2,
        },
        denied: {
            code: "UnauthorizedOperation",
            status: 403,
            sentence: `You are not authorized to perform this operation. ${NOT_AUTHORIZED}`,
            source: DENIED_EC2,
        },
        expired: { code: "RequestExpired", status: 400, sentence: "Request has expired.", source: COMMON },
    },
    IAM: QUERY,
    STS: QUERY,
    Kubernetes: CLUSTER,
    Helm: CLUSTER,
};

/** What a service says. */
export function wordsOf(service: string): Words {
    return BY_SERVICE[service] ?? NEWER;
}
