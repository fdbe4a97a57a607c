import type { CloudObject } from "../../cloud/account";
import { objects, strings, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Failure } from "../../plugin/typings";
import { ipv4Network } from "../plan/checks";
import { dependents } from "./dependents";
import {
    DEFAULT_SECURITY_GROUP,
    EKS_TYPES,
    INGRESS_RULE,
    LAUNCH_TEMPLATE,
    NETWORK_INTERFACE,
    SECURITY_GROUP,
} from "../types";

/** Rules in each direction. Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
export const RULES_PER_GROUP = 60;

/** A group by its id: one of its own, or a VPC's default one, which may have a resource or none. */
export function findGroup(id: string, call: Call): CloudObject | undefined {
    return call.find(SECURITY_GROUP, id) ?? call.find(DEFAULT_SECURITY_GROUP, id);
}

/** Finds a group that a call refers to, or refuses with the caller's row. */
export function requireGroup(id: string, call: Call): CloudObject {
    return findGroup(id, call) ?? call.refuse("InvalidGroup.NotFound", { id });
}

/** The default group of a VPC. */
export function defaultGroupOf(vpcId: string, call: Call): CloudObject | undefined {
    return dependents("vpcId", vpcId, call, [SECURITY_GROUP, DEFAULT_SECURITY_GROUP]).find(
        (group) => group.properties.name === "default",
    );
}

/** How many rules let traffic into a group: those in it and those beside it. */
export function ingressRuleCount(group: CloudObject, call: Call): number {
    const separate = dependents("securityGroupId", group.id, call, [INGRESS_RULE]);
    return objects(group.properties.ingress).length + separate.length;
}

/** Whether something holds on to a group: an interface, a cluster, nodes, a rule of another group. */
export function groupInUse(id: string, call: Call): boolean {
    const rules = dependents("referencedSecurityGroupId", id, call, [INGRESS_RULE]).filter(
        (rule) => rule.properties.securityGroupId !== id,
    );
    return (
        dependents("securityGroupIds", id, call, [NETWORK_INTERFACE]).length > 0 ||
        dependents("vpcConfig.securityGroupIds", id, call, [EKS_TYPES.cluster]).length > 0 ||
        dependents("vpcConfig.clusterSecurityGroupId", id, call, [EKS_TYPES.cluster]).length > 0 ||
        nodesUse(id, call) ||
        rules.length > 0 ||
        namedByInlineRule(id, call)
    );
}

/** A launch template alone holds on to nothing; the instances that were started from it do. */
function nodesUse(id: string, call: Call): boolean {
    const templates = dependents("vpcSecurityGroupIds", id, call, [LAUNCH_TEMPLATE]);
    return templates.some(
        (template) =>
            dependents("launchTemplate.id", template.id, call, [EKS_TYPES.nodeGroup]).length > 0 ||
            dependents("launchTemplate.name", text(template.properties.name) ?? "", call, [
                EKS_TYPES.nodeGroup,
            ]).length > 0,
    );
}

function namedByInlineRule(id: string, call: Call): boolean {
    return [...call.list(SECURITY_GROUP), ...call.list(DEFAULT_SECURITY_GROUP)]
        .filter((other) => other.id !== id)
        .flatMap((other) => [...objects(other.properties.ingress), ...objects(other.properties.egress)])
        .some((rule) => strings(rule.securityGroups).includes(id));
}

/** Refuses inline rules that name groups which are not there, or too many of them. */
export function requireInlineRules(inputs: Properties, self: string, call: Call): void {
    for (const direction of ["ingress", "egress"]) {
        const rules = objects(inputs[direction]);
        if (rules.length > RULES_PER_GROUP) call.refuse("RulesPerSecurityGroupLimitExceeded");
        for (const id of rules.flatMap((rule) => strings(rule.securityGroups)))
            if (id !== self) requireGroup(id, call);
    }
}

/**
 * What the provider refuses in inline rules at preview.
 * Source: terraform-provider-aws, internal/service/ec2/vpc_security_group.go, securityGroupRuleNestedBlock.
 */
export function checkInlineRules(inputs: Properties): Failure[] {
    return ["ingress", "egress"].flatMap((direction) =>
        objects(inputs[direction]).flatMap((rule, index) =>
            strings(rule.cidrBlocks).flatMap((_, position) =>
                ipv4Network(inputs, `${direction}[${index}].cidrBlocks[${position}]`),
            ),
        ),
    );
}
