import { text } from "../../cloud/values";
import type { Fake } from "../../plugin/fake";
import { sameSet } from "../plan/same-set";
import { defaultGroupStays, ERRORS, noSuchGroup } from "./refusals";
import { checkInlineRules, defaultGroupOf, requireInlineRules } from "./security-groups";
import { DEFAULT_SECURITY_GROUP, SECURITY_GROUP } from "../types";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_default_security_group.go, ForceNew";

/**
 * The group that every VPC has. The resource makes nothing: it takes the group over as it is and empties it of all
 * rules but its own. Deleting it lets go of the group, which stays as it is until its VPC goes.
 */
export const defaultSecurityGroup: Fake = {
    type: DEFAULT_SECURITY_GROUP,
    service: "EC2",
    operations: {
        create: "DescribeSecurityGroups",
        read: "DescribeSecurityGroups",
        update: "AuthorizeSecurityGroupIngress",
        delete: "DescribeSecurityGroups",
    },
    replaceOn: {
        vpcId: FORCE_NEW,
    },
    defaults: { revokeRulesOnDelete: false },
    refusals: {
        ...noSuchGroup,
        ...defaultGroupStays,
        // The provider filters by VPC and name: a VPC that is not there has no such group either.
        noDefaultGroup: {
            sentence: "reading Default Security Group: couldn't find resource",
            fromProvider: true,
            source: "terraform-provider-aws internal/service/ec2/vpc_default_security_group.go",
        },
        RulesPerSecurityGroupLimitExceeded: {
            sentence: "The maximum number of rules per security group has been reached.",
            operation: "AuthorizeSecurityGroupIngress",
            source: ERRORS,
        },
    },
    check: checkInlineRules,
    sameValue: (path, before, after) =>
        /^(in|e)gress(\.securityGroups)?$/.test(path) && sameSet(before, after),
    create(inputs, call) {
        // Without a VPC the account's default one is meant, and there is none.
        const group = defaultGroupOf(text(inputs.vpcId) ?? "", call);
        if (group === undefined) return call.refuse("noDefaultGroup");
        requireInlineRules(inputs, group.id, call);
        // One object, so that whoever looks at the group sees one truth: it changes hands.
        call.remove(group);
        const { tags: _, tagsAll: __, ...taken } = group.properties;
        const rules = { ingress: inputs.ingress ?? [], egress: inputs.egress ?? [] };
        return { id: group.id, outputs: { ...taken, ...rules } };
    },
    update(inputs, object, call) {
        requireInlineRules(inputs, object.id, call);
        const { ingress = [], egress = [] } = object.properties;
        return { ingress: inputs.ingress ?? ingress, egress: inputs.egress ?? egress };
    },
    delete(object, call) {
        // Another resource has taken the group over meanwhile: it keeps it.
        if (object.urn !== call.urn) return object;
        const { urn: _, ...left } = object;
        return { ...left, type: SECURITY_GROUP };
    },
    deleteByHand: (object, call) => call.refuse("CannotDelete", { id: object.id }),
    providersOwn: ["revokeRulesOnDelete"],
};
