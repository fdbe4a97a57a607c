/** Rules about who gets in: roles, accounts and access entries. */
import type { ConfigIssue } from "../error";
import { keyBelow } from "../read-tree";
import type { StackSettings } from "../schema";
import { eachEntry, type Rule } from "./rule";

/** The one access entry that may write on prod: its role is assumed in an emergency, with an alarm. */
export const BREAK_GLASS = "break-glass";

/** Name of the entry that the Cluster component makes for aws.deployerRoleArn (components/cluster/access.ts). */
const DEPLOYER = "deployer";

/** AdminView reads Secrets; Edit allows exec, secret writes and impersonation (AWS, "access policy permissions"). */
const PEOPLE_ON_PROD = "AmazonEKSViewPolicy";

function accountOf(arn: string): string {
    return arn.split(":")[4];
}

function* arnsOfAccount(settings: StackSettings): Iterable<ConfigIssue> {
    const { aws } = settings;
    function* compare(key: string, value: string): Iterable<ConfigIssue> {
        // `aws` stands in ARNs of policies that AWS manages itself.
        if (accountOf(value) === aws.accountId || accountOf(value) === "aws") return;
        const problem = `is of account ${accountOf(value)}, the stack is of ${aws.accountId}`;
        const remedy = "Name one of the stack's own account, or correct aws.accountId.";
        yield { key, value, problem, remedy };
    }
    const roles = { deployerRoleArn: true, permissionsBoundaryArn: true } as const;
    yield* eachEntry(roles, function* (name) {
        const value = aws[name as keyof typeof roles];
        if (value !== undefined) yield* compare(`aws.${name}`, value);
    });
    // Read here alone: a stack without a cluster has roles, too.
    yield* eachEntry(settings.cluster.access, (name, entry) =>
        compare(`${keyBelow("cluster.access", name)}.principalArn`, entry.principalArn),
    );
}

function* principalsOnce({ aws, cluster }: StackSettings): Iterable<ConfigIssue> {
    // The Cluster component makes the deployer's entry itself; EKS takes one entry per principal.
    const seen = new Map<string, string>();
    yield* eachEntry({ deployer: true }, function* () {
        seen.set(aws.deployerRoleArn, "aws.deployerRoleArn");
    });
    yield* eachEntry(cluster.access, function* (name, { principalArn }) {
        const key = `${keyBelow("cluster.access", name)}.principalArn`;
        const before = seen.get(principalArn);
        seen.set(principalArn, before ?? key);
        if (before === undefined) return;
        const problem = `has an access entry already, by ${before}`;
        yield { key, value: principalArn, problem, remedy: "Remove this entry, or name another role." };
    });
}

function* deployerIsTaken({ cluster }: StackSettings): Iterable<ConfigIssue> {
    if (!Object.keys(cluster.access).includes(DEPLOYER)) return;
    const problem =
        "is the name of the deployer's own entry, which the program makes from aws.deployerRoleArn";
    const remedy = "Remove this entry, or name it after those who get in.";
    yield { key: keyBelow("cluster.access", DEPLOYER), value: DEPLOYER, problem, remedy };
}

function prodPeopleView({ cluster }: StackSettings): Iterable<ConfigIssue> {
    return eachEntry(cluster.access, function* (name, { policy }) {
        if (name === BREAK_GLASS || policy === PEOPLE_ON_PROD) return;
        const problem = `must be ${PEOPLE_ON_PROD} in prod: nobody writes there by hand`;
        const remedy = `Write ${PEOPLE_ON_PROD}; only the entry named ${BREAK_GLASS} may hold more.`;
        yield { key: `${keyBelow("cluster.access", name)}.policy`, value: policy, problem, remedy };
    });
}

export const ACCESS_RULES: readonly Rule[] = [
    {
        name: "arns-of-account",
        title: "Every role and policy is of the stack's own account.",
        keys: ["aws.deployerRoleArn", "aws.permissionsBoundaryArn", "cluster.access.<name>.principalArn"],
        check: arnsOfAccount,
    },
    {
        name: "principals-once",
        title: "No role has two access entries, and the deployer's is made by the program.",
        keys: ["cluster.access.<name>.principalArn"],
        check: principalsOnce,
    },
    {
        name: "deployer-is-taken",
        title: `No access entry is named ${DEPLOYER}: the program's own is.`,
        keys: ["cluster.access.<name>"],
        check: deployerIsTaken,
    },
    {
        name: "prod-people-view",
        title: `People hold ${PEOPLE_ON_PROD} on prod and no more, but for the entry named ${BREAK_GLASS}.`,
        keys: ["cluster.access.<name>.policy"],
        environments: ["prod"],
        check: prodPeopleView,
    },
];
