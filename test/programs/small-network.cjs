// A program of three resources, for tests of what happens to single calls: one without a name of its own, one that
// depends on it, one with a name.
const aws = require("@pulumi/aws");

const provider = new aws.Provider("aws", { region: "eu-central-1", allowedAccountIds: ["111122223333"] });
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { provider });
new aws.ec2.InternetGateway("gateway", { vpcId: vpc.id }, { provider });
new aws.cloudwatch.LogGroup("logs", { name: "/small/network" }, { provider, dependsOn: [vpc] });
