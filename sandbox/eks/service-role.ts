import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";

export interface ServiceRoleArgs {
    /** Who may assume it, `eks.amazonaws.com`. */
    service: string;
    description: string;
    /** Names of AWS's managed policies. */
    managedPolicies: readonly string[];
    partition: pulumi.Output<string>;
    tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/**
 * The role that the component makes where the program gives none.
 * Source: pulumi-eks v4.3.0, nodejs/eks/servicerole.ts.
 */
export class ServiceRole extends pulumi.ComponentResource {
    readonly role: Role;
    /** The role once its policies are attached. */
    readonly resolvedRole: pulumi.Output<Role>;

    constructor(name: string, args: ServiceRoleArgs, opts: pulumi.ComponentResourceOptions) {
        const policies = args.managedPolicies.map((policy) => ({
            id: `arn:aws:iam::aws:policy/${policy}`,
            arn: pulumi.interpolate`arn:${args.partition}:iam::aws:policy/${policy}`,
        }));
        const { service, description, tags } = args;
        const inputs = {
            service,
            description,
            managedPolicyArns: policies,
            tags,
            assumeRoleActions: ACTIONS,
        };
        super("eks:index:ServiceRole", name, inputs, opts);
        this.role = new Role(
            `${name}-role`,
            { description: args.description, assumeRolePolicy: trust(args.service), tags: args.tags },
            { parent: this },
        );
        const attachments = policies.map(
            ({ id, arn }) =>
                new RolePolicyAttachment(
                    `${name}-${shortHash(id)}`,
                    { policyArn: arn, role: this.role },
                    { parent: this },
                ),
        );
        this.resolvedRole = pulumi
            .all([this.role.arn, ...attachments.map((attachment) => attachment.id)])
            .apply(() => this.role);
        this.registerOutputs({ resolvedRole: this.resolvedRole, directRole: this.role });
    }
}

/** With `sts:TagSession`, which EKS Auto Mode needs, whether it is on or not. */
const ACTIONS = ["sts:AssumeRole", "sts:TagSession"];

function trust(service: string): string {
    const statement = {
        Action: ACTIONS,
        Effect: "Allow",
        Principal: { Service: [service] },
    };
    return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** The suffix of an attachment's logical name: of the policy's ARN in the partition `aws`, wherever it runs. */
function shortHash(text: string): string {
    return createHash("sha1").update(text).digest("hex").slice(0, 8);
}
