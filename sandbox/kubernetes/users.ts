import type { Account, CloudObject } from "../cloud/account";
import { at, strings, text } from "../cloud/values";
import { LOCAL_CLUSTER } from "../local/cluster";
import type { Connection } from "./types";

/** The Kubernetes user that EKS makes of an IAM principal. */
export interface User {
    /** As it stands in refusals, `arn:aws:sts::111122223333:assumed-role/viewer/EKSGetTokenAuth`. */
    name: string;
    policies: Policy[];
}

/** An access policy that is associated with the user's entry. */
export interface Policy {
    /** `AmazonEKSViewPolicy`. */
    name: string;
    /** Where it counts; undefined: in the whole cluster. */
    namespaces: string[] | undefined;
}

const ENTRY = "aws:eks/accessEntry:AccessEntry";
const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";

/**
 * The user behind a connection, as access entries say it now.
 * @returns undefined when no entry names the principal: the cluster does not know it
 */
export function userOf(
    connection: Pick<Connection, "cluster" | "principalArn">,
    account: Account,
): User | undefined {
    const { cluster, principalArn } = connection;
    // Its one user is of the group system:masters, which may do everything.
    if (cluster.type === LOCAL_CLUSTER)
        return {
            name: principalArn,
            policies: [{ name: "AmazonEKSClusterAdminPolicy", namespaces: undefined }],
        };
    const belongs = ({ properties }: CloudObject): boolean =>
        properties.clusterName === cluster.properties.name && properties.principalArn === principalArn;
    const entry = account.list(ENTRY, cluster.region).find(belongs);
    if (entry === undefined) return undefined;
    const policies = account.list(ASSOCIATION, cluster.region).filter(belongs).map(policyOf);
    const name = text(entry.properties.userName) ?? userName(principalArn);
    return { name: name.replace("{{SessionName}}", SESSION), policies };
}

function policyOf({ properties }: CloudObject): Policy {
    const scope = at(properties, "accessScope.type");
    return {
        name: (text(properties.policyArn) ?? "").split("/").at(-1) ?? "",
        namespaces: scope === "namespace" ? strings(at(properties, "accessScope.namespaces")) : undefined,
    };
}

/** The session name of `aws eks get-token`. Source: aws-cli, awscli/customizations/eks/get_token.py. */
const SESSION = "EKSGetTokenAuth";

/**
 * The user name that EKS gives an entry that has none: of a role the ARN of its sessions, without the role's path.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
 */
function userName(principalArn: string): string {
    const match = /^arn:([^:]+):iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(principalArn);
    if (match === null) return principalArn;
    const [, partition, accountId, role] = match;
    return `arn:${partition}:sts::${accountId}:assumed-role/${role}/{{SessionName}}`;
}
