/** IAM policy documents, as JSON texts with keys in a fixed order: the same decision is always the same text. */

const VERSION = "2012-10-17";

/** A trust policy: an AWS service may assume the role. `ec2.amazonaws.com` */
export function trustService(service: string, actions: readonly string[] = ["sts:AssumeRole"]): string {
    return document([{ Effect: "Allow", Principal: { Service: service }, Action: actions }]);
}

/** Allows actions on resources, given by ARN. */
export function allow(actions: readonly string[], resources: readonly string[]): string {
    return document([{ Effect: "Allow", Action: actions, Resource: resources }]);
}

/** Denies actions on resources, whatever else allows them. */
export function deny(actions: readonly string[], resources: readonly string[]): string {
    return document([{ Effect: "Deny", Action: actions, Resource: resources }]);
}

export interface Statement {
    Sid?: string;
    Effect: "Allow" | "Deny";
    Principal?: Record<string, string | readonly string[]>;
    Action: string | readonly string[];
    Resource?: string | readonly string[];
    Condition?: Record<string, Record<string, string>>;
}

/** A policy document of several statements. */
export function document(statements: readonly Statement[]): string {
    return JSON.stringify({ Version: VERSION, Statement: statements });
}
