/** `core-platform:aws`: the account, the region and the roles that a stack is deployed with. */
import { z } from "zod";
import { REGIONS } from "../../environments/regions";
import { text, wordOf } from "../settings";

/**
 * An IAM role by ARN. Roles only: people and pipelines assume one, nobody holds keys of an IAM user. Of the
 * partition `aws` only, here and in every other ARN: components write `arn:aws:`.
 */
export function roleArn(example: string) {
    return text({
        pattern: /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
        expects: "the ARN of an IAM role in the partition aws",
        example,
    });
}

export const awsSection = z.strictObject({
    /** The only account this stack may touch: 12 digits, quoted in YAML. */
    accountId: text({
        pattern: /^\d{12}$/,
        expects: "an AWS account id of 12 digits, in quotes",
        example: '"111122223333"',
    }),
    /** The region everything of the stack is in. */
    region: wordOf(REGIONS, "eu-central-1", "a commercial AWS region, listed in environments/regions.ts"),
    /** The role that applies this stack and talks to the cluster. */
    deployerRoleArn: roleArn("arn:aws:iam::111122223333:role/core-platform-deployer"),
    /**
     * The policy that bounds every role the program creates. Default: none.
     * Needed where the deployer may create roles only with a boundary (`iam:PermissionsBoundary`).
     */
    permissionsBoundaryArn: text({
        pattern: /^arn:aws:iam::(\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/,
        expects: "the ARN of an IAM policy in the partition aws",
        example: "arn:aws:iam::111122223333:policy/core-platform-boundary",
    }).optional(),
});
