import { loadConfig } from "../../../config";
import { ACCESS_RULES } from "../../../config/rules/access";
import { changed } from "../changed";
import type { Json } from "../stack-files";
import { describeRules, type RuleCase } from "./rule-cases";

const DVLP = "111122223333";
const FOREIGN = "444455556666";

function role(account: string, name: string): string {
    return `arn:aws:iam::${account}:role/${name}`;
}

function foreign(key: string, value: string, remedied: Json | undefined): RuleCase {
    return {
        refuses: `another account's ARN in ${key}`,
        file: "dvlp",
        change: { [key]: value },
        key,
        value,
        problem: `is of account ${FOREIGN}, the stack is of ${DVLP}`,
        remedy: "Name one of the stack's own account, or correct aws.accountId.",
        remedied: { [key]: remedied },
    };
}

const ENGINEERS = "cluster.access.engineers.principalArn";

describe("config/rules/access", () => {
    describeRules(ACCESS_RULES, {
        "arns-of-account": [
            foreign("aws.deployerRoleArn", role(FOREIGN, "deployer"), role(DVLP, "deployer")),
            foreign("aws.permissionsBoundaryArn", `arn:aws:iam::${FOREIGN}:policy/boundary`, undefined),
            foreign(ENGINEERS, role(FOREIGN, "engineer"), role(DVLP, "engineer")),
        ],
        "principals-once": [
            {
                refuses: "a second entry for the deployer",
                file: "dvlp",
                change: { [ENGINEERS]: role(DVLP, "core-platform-deployer") },
                key: ENGINEERS,
                value: role(DVLP, "core-platform-deployer"),
                problem: "has an access entry already, by aws.deployerRoleArn",
                remedy: "Remove this entry, or name another role.",
                remedied: { [ENGINEERS]: role(DVLP, "engineer") },
            },
            {
                refuses: "two entries for one role",
                file: "dvlp",
                change: { [ENGINEERS]: role(DVLP, "core-platform-break-glass") },
                key: ENGINEERS,
                value: role(DVLP, "core-platform-break-glass"),
                problem: "has an access entry already, by cluster.access.break-glass.principalArn",
                remedy: "Remove this entry, or name another role.",
                remedied: { "cluster.access.engineers": undefined },
            },
        ],
        "deployer-is-taken": [
            {
                refuses: "an entry with the name of the deployer's own",
                file: "dvlp",
                change: {
                    "cluster.access.deployer": {
                        principalArn: role(DVLP, "pipeline"),
                        policy: "AmazonEKSViewPolicy",
                    },
                },
                key: "cluster.access.deployer",
                value: "deployer",
                problem:
                    "is the name of the deployer's own entry, which the program makes from aws.deployerRoleArn",
                remedy: "Remove this entry, or name it after those who get in.",
                remedied: { "cluster.access.deployer": undefined },
            },
        ],
        "prod-people-view": [
            {
                refuses: "people who may edit on prod",
                file: "prod",
                change: { "cluster.access.engineers.policy": "AmazonEKSEditPolicy" },
                key: "cluster.access.engineers.policy",
                value: "AmazonEKSEditPolicy",
                remedy: "Write AmazonEKSViewPolicy; only the entry named break-glass may hold more.",
                remedied: { "cluster.access.engineers.policy": "AmazonEKSViewPolicy" },
            },
        ],
    });

    it("lets a policy that AWS manages be the boundary", () => {
        const boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
        loadConfig("dvlp", changed("dvlp", { "aws.permissionsBoundaryArn": boundary }));
    });

    it("lets engineers write on dvlp and pprd", () => {
        for (const stack of ["dvlp", "pprd"]) {
            loadConfig(
                stack,
                changed(stack, { "cluster.access.engineers.policy": "AmazonEKSClusterAdminPolicy" }),
            );
        }
    });
});
