import * as pulumi from "@pulumi/pulumi";
import { isObject, type Properties } from "../../../sandbox/cloud/values";
import { runMocked } from "../../helpers/mocked-engine";

/** A resource as it was registered with the engine. */
export interface Registered {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
}

/** What the pretended cloud would answer, and no more: a call that is not listed here fails the test. */
const OUTPUTS: Record<string, Properties> = {
    "aws:eks/cluster:Cluster": {
        arn: "arn:aws:eks:eu-central-1:111122223333:cluster/core",
        name: "core",
        endpoint: "https://ABC.gr7.eu-central-1.eks.amazonaws.com",
        certificateAuthority: { data: "Y2VydA==" },
        identities: [{ oidcs: [{ issuer: "https://oidc.eks.eu-central-1.amazonaws.com/id/ABC" }] }],
    },
    "aws:iam/role:Role": { arn: "arn:aws:iam::111122223333:role/made", name: "made" },
};

const FUNCTIONS: Record<string, Properties> = {
    "aws:index/getPartition:getPartition": { partition: "aws", dnsSuffix: "amazonaws.com" },
    "aws:ec2/getVpc:getVpc": { id: "vpc-default" },
    "aws:ec2/getSubnets:getSubnets": { ids: ["subnet-default"] },
};

/** The types that the component may register. */
const RESOURCES = [
    ...Object.keys(OUTPUTS),
    "aws:eks/accessEntry:AccessEntry",
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "eks:index:Cluster",
    "eks:index:ServiceRole",
    // The parent that tests of parts of the component give.
    "x:y:Z",
];

/** Runs against Pulumi mocks and lists what was registered, by name, and what was called. */
export async function record(
    program: () => Promise<unknown>,
): Promise<{ registered: Registered[]; called: string[] }> {
    const called: string[] = [];
    const resources = Object.fromEntries(
        RESOURCES.map((type) => [type, (inputs: Properties) => answer(type, inputs)]),
    );
    const functions = Object.fromEntries(
        Object.entries(FUNCTIONS).map(([token, result]) => [
            token,
            () => {
                called.push(token);
                return result;
            },
        ]),
    );
    const { registrations } = await runMocked({ resources, functions }, program);
    return { registered: registrations.map(({ type, name, inputs }) => ({ type, name, inputs })), called };
}

function answer(type: string, inputs: Properties): Properties {
    const vpcConfig = isObject(inputs.vpcConfig) && { ...inputs.vpcConfig, clusterSecurityGroupId: "sg-eks" };
    return { ...OUTPUTS[type], ...(vpcConfig && { vpcConfig }) };
}

/** The value of an output, for assertions. */
export function valueOf<T>(output: pulumi.Input<T>): Promise<T> {
    return new Promise((resolve) => pulumi.output(output).apply((value) => resolve(value as T)));
}
