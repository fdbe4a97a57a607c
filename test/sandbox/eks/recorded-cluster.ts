import * as pulumi from "@pulumi/pulumi";

/** A resource as it was registered with the engine. */
export interface Registered {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
}

/** What the pretended cloud would answer, and no more: a call that is not listed here fails the test. */
const OUTPUTS: Record<string, Record<string, unknown>> = {
    "aws:eks/cluster:Cluster": {
        arn: "arn:aws:eks:eu-central-1:111122223333:cluster/core",
        name: "core",
        endpoint: "https://ABC.gr7.eu-central-1.eks.amazonaws.com",
        certificateAuthority: { data: "Y2VydA==" },
        identities: [{ oidcs: [{ issuer: "https://oidc.eks.eu-central-1.amazonaws.com/id/ABC" }] }],
    },
    "aws:iam/role:Role": { arn: "arn:aws:iam::111122223333:role/made", name: "made" },
};

const FUNCTIONS: Record<string, Record<string, unknown>> = {
    "aws:index/getPartition:getPartition": { partition: "aws", dnsSuffix: "amazonaws.com" },
    "aws:ec2/getVpc:getVpc": { id: "vpc-default" },
    "aws:ec2/getSubnets:getSubnets": { ids: ["subnet-default"] },
};

/** Runs against Pulumi mocks and lists what was registered, by name: outputs come in any order; and what was called. */
export async function record(
    program: () => Promise<unknown>,
): Promise<{ registered: Registered[]; called: string[] }> {
    const registered: Registered[] = [];
    const called: string[] = [];
    await pulumi.runtime.setMocks({
        newResource: ({ type, name, inputs }) => {
            registered.push({ type, name, inputs });
            const vpcConfig = { ...inputs.vpcConfig, clusterSecurityGroupId: "sg-eks" };
            const state = { ...inputs, ...OUTPUTS[type], ...(inputs.vpcConfig && { vpcConfig }) };
            return { id: `${name}-id`, state };
        },
        call: ({ token }) => {
            called.push(token);
            const result = FUNCTIONS[token];
            if (result === undefined) throw new Error(`${token} was called`);
            return result;
        },
    });
    await program();
    await pulumi.runtime.disconnect();
    registered.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { registered, called };
}

/** The value of an output, for assertions. */
export function valueOf<T>(output: pulumi.Input<T>): Promise<T> {
    return new Promise((resolve) => pulumi.output(output).apply((value) => resolve(value as T)));
}
