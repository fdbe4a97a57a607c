import { text, UNKNOWN, type Properties } from "../../cloud/values";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { arn, ec2Id } from "../format/ids";
import { conflicts, lengthBetween } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { uniqueName } from "../format/unique-name";
import { dependents } from "./dependents";
import { defaultGroupStays, ERRORS, noSuchGroup, noSuchVpc } from "./refusals";
import { checkInlineRules, groupInUse, requireInlineRules } from "./security-groups";
import { DEFAULT_SECURITY_GROUP, INGRESS_RULE, SECURITY_GROUP, VPC } from "../types";

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html (GroupDescription). */
const DESCRIPTION = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]*$/;

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_security_group.go, ForceNew";

/** A security group with its inline rules. */
export const securityGroup: Fake = {
    type: SECURITY_GROUP,
    service: "EC2",
    operations: {
        create: "CreateSecurityGroup",
        read: "DescribeSecurityGroups",
        update: "AuthorizeSecurityGroupIngress",
        delete: "DeleteSecurityGroup",
    },
    replaceOn: {
        description: FORCE_NEW,
        name: FORCE_NEW,
        namePrefix: FORCE_NEW,
        vpcId: FORCE_NEW,
    },
    // Source: pulumi-aws provider/resources.go, SetAutonaming.
    autoName: { property: "name", maxLength: 255 },
    // Source: pulumi-aws provider/resources.go, managedByPulumi. The provider takes away the rule that lets everything out.
    defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
    refusals: {
        ...noSuchVpc,
        ...noSuchGroup,
        ...defaultGroupStays,
        VPCIdNotSpecified: { sentence: "No default VPC for this user", source: ERRORS },
        "InvalidGroup.Duplicate": {
            sentence: "The security group '{name}' already exists for VPC '{vpc}'",
            source: ERRORS,
        },
        reservedName: {
            code: "InvalidParameterValue",
            sentence: "Cannot use reserved security group name: {name}",
            source: ERRORS,
        },
        description: {
            code: "InvalidParameterValue",
            sentence:
                "Value ({value}) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.",
            source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
        },
        RulesPerSecurityGroupLimitExceeded: {
            sentence: "The maximum number of rules per security group has been reached.",
            operation: "AuthorizeSecurityGroupIngress",
            source: ERRORS,
        },
        DependencyViolation: {
            sentence: "resource {id} has a dependent object",
            source: "https://github.com/hashicorp/terraform-provider-aws/issues/1671",
        },
    },
    check: (inputs) => [
        ...conflicts(inputs, "name", "namePrefix"),
        ...lengthBetween(inputs, "name", 0, 255),
        ...checkPrefix(inputs),
        ...lengthBetween(inputs, "description", 0, 255),
        ...checkInlineRules(inputs),
    ],
    sameValue: (path, before, after) =>
        /^(in|e)gress(\.securityGroups)?$/.test(path) && sameSet(before, after),
    create(inputs, call) {
        const vpcId = text(inputs.vpcId);
        if (vpcId === undefined) return call.refuse("VPCIdNotSpecified");
        call.require(VPC, vpcId, "InvalidVpcID.NotFound", { id: vpcId });
        const id = ec2Id("sg");
        const name = uniqueName(inputs);
        const description = text(inputs.description) ?? "";
        if (name.toLowerCase() === "default") call.refuse("reservedName", { name });
        if (!DESCRIPTION.test(description)) call.refuse("description", { value: description });
        const others = dependents("vpcId", vpcId, call, [SECURITY_GROUP, DEFAULT_SECURITY_GROUP]);
        if (others.some((other) => other.properties.name === name))
            call.refuse("InvalidGroup.Duplicate", { name, vpc: vpcId });
        requireInlineRules(inputs, id, call);
        return {
            id,
            outputs: {
                name,
                namePrefix: inputs.namePrefix ?? "",
                arn: arn("ec2", `security-group/${id}`, call.caller),
                ownerId: call.caller.accountId,
                ingress: inputs.ingress ?? [],
                egress: inputs.egress ?? [],
            },
        };
    },
    update(inputs, object, call) {
        requireInlineRules(inputs, object.id, call);
        const { ingress = [], egress = [] } = object.properties;
        return { ingress: inputs.ingress ?? ingress, egress: inputs.egress ?? egress };
    },
    providersOwn: ["revokeRulesOnDelete"],
    delete(object, call) {
        if (object.properties.name === "default") call.refuse("CannotDelete", { id: object.id });
        if (groupInUse(object.id, call)) call.refuse("DependencyViolation", { id: object.id });
        // Its own rules go with it.
        for (const rule of dependents("securityGroupId", object.id, call, [INGRESS_RULE])) call.remove(rule);
    },
};

/** Source: terraform-provider-aws, internal/service/ec2/vpc_security_group.go (ValidateFunc of name). */
function checkPrefix(inputs: Properties): Failure[] {
    return ["name", "namePrefix"]
        .filter((property) => inputs[property] !== UNKNOWN && text(inputs[property])?.startsWith("sg-"))
        .map((property) => ({
            property,
            reason: `invalid value for ${property === "name" ? "name" : "name_prefix"} (cannot begin with sg-)`,
        }));
}
