import { describeSection } from "./key-cases";

describe("config/sections/aws", () => {
    describeSection("aws", [
        {
            key: "aws.accountId",
            bad: ["12345", "11112222333a", true],
            expects: "an AWS account id of 12 digits, in quotes",
            remedy: 'Write for example: "111122223333"',
            good: [111122223333],
        },
        {
            key: "aws.region",
            bad: ["eu-centrl-1", "frankfurt", "eu-central-9", "eu-central-1a", "us-gov-west-1", "cn-north-1"],
            expects: "a commercial AWS region, listed in environments/regions.ts",
            remedy: 'Write "eu-central-1" instead.',
            good: ["us-west-2", "ap-southeast-6"],
        },
        {
            key: "aws.deployerRoleArn",
            bad: [
                "core-platform-deployer",
                "arn:aws:iam::111122223333:user/deployer",
                "arn:aws:sts::111122223333:assumed-role/deployer/session",
                "arn:aws-us-gov:iam::111122223333:role/ci/deployer",
                "arn:aws-cn:iam::111122223333:role/deployer",
            ],
            expects: "the ARN of an IAM role in the partition aws",
            good: ["arn:aws:iam::111122223333:role/ci/deployer"],
        },
        {
            key: "aws.permissionsBoundaryArn",
            bad: [
                "arn:aws:iam::111122223333:role/boundary",
                7,
                "arn:aws-us-gov:iam::111122223333:policy/boundary",
                "arn:aws-cn:iam::aws:policy/PowerUserAccess",
            ],
            expects: "the ARN of an IAM policy in the partition aws",
            good: ["arn:aws:iam::111122223333:policy/boundary"],
        },
    ]);
});
