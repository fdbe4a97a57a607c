import { text, UNKNOWN, type Properties, type Value } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { ReplacementCase } from "../../plugin/replacement";
import { arn, ec2Id } from "../format/ids";
import { between, exactlyOneOf, ipv4Network, isGiven, notPretended } from "../plan/checks";
import { dependents } from "./dependents";
import { ERRORS, noSuchGroup } from "./refusals";
import { ingressRuleCount, requireGroup, RULES_PER_GROUP } from "./security-groups";
import { INGRESS_RULE } from "../types";

const SOURCES = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

/** Numbers that the provider turns into names. Source: terraform-provider-aws, internal/service/ec2/vpc_security_group.go, protocolForValue. */
const PROTOCOLS: Readonly<Record<string, string>> = {
    "1": "icmp",
    "6": "tcp",
    "17": "udp",
    "58": "icmpv6",
    all: "-1",
};

/** Source of the rows of `replaceOn`. */
const FORCE_NEW =
    "terraform-provider-aws internal/service/ec2/vpc_security_group_ingress_rule.go, RequiresReplace";

/** A rule's source may change, not its kind. */
function ofAnotherKind(source: string): ReplacementCase {
    return {
        source: "terraform-provider-aws internal/service/ec2/vpc_security_group_ingress_rule.go, ModifyPlan",
        when: (before, after) => isGiven(before[source]) !== isGiven(after[source]),
    };
}

/** One rule that lets traffic into a security group. */
export const securityGroupIngressRule: Fake = {
    type: INGRESS_RULE,
    service: "EC2",
    operations: {
        create: "AuthorizeSecurityGroupIngress",
        read: "DescribeSecurityGroupRules",
        update: "ModifySecurityGroupRules",
        delete: "RevokeSecurityGroupIngress",
    },
    replaceOn: {
        securityGroupId: FORCE_NEW,
        cidrIpv4: ofAnotherKind("cidrIpv4"),
        cidrIpv6: ofAnotherKind("cidrIpv6"),
        prefixListId: ofAnotherKind("prefixListId"),
        referencedSecurityGroupId: ofAnotherKind("referencedSecurityGroupId"),
    },
    refusals: {
        ...noSuchGroup,
        "InvalidPermission.Duplicate": {
            sentence: 'the specified rule "{rule}" already exists',
            source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
        },
        InvalidParameterValue: {
            sentence: "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
            source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
        },
        RulesPerSecurityGroupLimitExceeded: {
            sentence: "The maximum number of rules per security group has been reached.",
            source: ERRORS,
        },
    },
    check: (inputs) => [
        ...exactlyOneOf(inputs, SOURCES),
        ...ipv4Network(inputs, "cidrIpv4"),
        ...between(inputs, "fromPort", -1, 65535),
        ...between(inputs, "toPort", -1, 65535),
        ...notPretended(inputs, ["prefixListId"]),
    ],
    sameValue: (path, before, after) => path === "ipProtocol" && protocolOf(before) === protocolOf(after),
    create(inputs, call) {
        const group = requireGroup(text(inputs.securityGroupId) ?? "", call);
        requireRule(inputs, undefined, call);
        if (ingressRuleCount(group, call) >= RULES_PER_GROUP)
            call.refuse("RulesPerSecurityGroupLimitExceeded");
        const id = ec2Id("sgr");
        return {
            id,
            outputs: {
                arn: arn("ec2", `security-group-rule/${id}`, call.caller),
                securityGroupRuleId: id,
                ipProtocol: protocolOf(inputs.ipProtocol),
            },
        };
    },
    update(inputs, object, call) {
        requireRule(inputs, object.id, call);
        return { ipProtocol: protocolOf(inputs.ipProtocol) };
    },
};

function requireRule(inputs: Properties, self: string | undefined, call: Call): void {
    const source = text(inputs.referencedSecurityGroupId);
    if (source !== undefined) requireGroup(source, call);
    const needsPorts = ["tcp", "udp"].includes(protocolOf(inputs.ipProtocol));
    if (needsPorts && !(isGiven(inputs.fromPort) && isGiven(inputs.toPort)))
        call.refuse("InvalidParameterValue");
    const groupId = text(inputs.securityGroupId) ?? "";
    const rule = describe(inputs);
    const others = dependents("securityGroupId", groupId, call, [INGRESS_RULE]);
    if (others.some((other) => other.id !== self && describe(other.properties) === rule))
        call.refuse("InvalidPermission.Duplicate", { rule });
}

/** A rule in EC2's words: `peer: 10.0.0.0/8, TCP, from port: 443, to port: 443, ALLOW`. */
function describe(rule: Properties): string {
    const peer = SOURCES.map((source) => text(rule[source])).find((value) => value !== undefined);
    const protocol = protocolOf(rule.ipProtocol);
    if (protocol === "-1") return `peer: ${peer}, ALL, ALLOW`;
    return `peer: ${peer}, ${protocol.toUpperCase()}, from port: ${rule.fromPort}, to port: ${rule.toPort}, ALLOW`;
}

function protocolOf(value: Value | undefined): string {
    if (value === UNKNOWN || !isGiven(value)) return "";
    const name = String(value).toLowerCase();
    return PROTOCOLS[name] ?? name;
}
