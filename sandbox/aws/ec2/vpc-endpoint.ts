import { equal, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { arn, ec2Id } from "../format/ids";
import { sameDocument } from "../iam/policy-document";
import { jsonText, notPretended, oneOf } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { gatewayOutputs } from "./gateway-endpoint";
import { interfaceOutputs } from "./interface-endpoint";
import { interfacesOf } from "./network-interfaces";
import { VPC, VPC_ENDPOINT } from "../types";
import { vpcEndpointRefusals } from "./vpc-endpoint-refusals";
import type { EndpointRequest } from "./vpc-endpoint-request";
import { endpointService, type EndpointService } from "./vpc-endpoint-services";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_endpoint.go, ForceNew";

/** A gateway endpoint, which puts a route into tables, or an interface endpoint, which puts interfaces into subnets. */
export const vpcEndpoint: Fake = {
    type: VPC_ENDPOINT,
    service: "EC2",
    operations: {
        create: "CreateVpcEndpoint",
        read: "DescribeVpcEndpoints",
        update: "ModifyVpcEndpoint",
        delete: "DeleteVpcEndpoints",
    },
    replaceOn: {
        "dnsOptions.privateDnsPreference": FORCE_NEW,
        "dnsOptions.privateDnsSpecifiedDomains": FORCE_NEW,
        // Of anything but an interface.
        privateDnsEnabled: {
            source: "terraform-provider-aws internal/service/ec2/vpc_endpoint.go, CustomizeDiff",
            when: (_, after) => typeOf(after) !== "Interface",
        },
        resourceConfigurationArn: FORCE_NEW,
        serviceName: FORCE_NEW,
        serviceNetworkArn: FORCE_NEW,
        serviceRegion: FORCE_NEW,
        vpcEndpointType: FORCE_NEW,
        vpcId: FORCE_NEW,
    },
    // Source: terraform-provider-aws, internal/service/ec2/vpc_endpoint.go (Default); CreateVpcEndpoint.
    defaults: { vpcEndpointType: "Gateway", requesterManaged: false, state: "available" },
    recomputed: (before, after) =>
        equal(before.subnetIds, after.subnetIds) ? [] : ["networkInterfaceIds", "subnetConfigurations"],
    refusals: vpcEndpointRefusals,
    check: (inputs) => [
        ...oneOf(inputs, "vpcEndpointType", [
            "Interface",
            "Gateway",
            "GatewayLoadBalancer",
            "Resource",
            "ServiceNetwork",
        ]),
        ...oneOf(inputs, "ipAddressType", ["ipv4", "dualstack", "ipv6"]),
        ...oneOf(inputs, "dnsOptions.dnsRecordIpType", ["ipv4", "dualstack", "ipv6", "service-defined"]),
        ...jsonText(inputs, "policy"),
        ...notPretended(inputs, [
            "resourceConfigurationArn",
            "serviceNetworkArn",
            "serviceRegion",
            "subnetConfigurations",
            ...(["Resource", "ServiceNetwork", "GatewayLoadBalancer"].includes(typeOf(inputs))
                ? ["vpcEndpointType"]
                : []),
        ]),
    ],
    sameValue: (path, before, after) => {
        if (["routeTableIds", "securityGroupIds", "subnetIds"].includes(path)) return sameSet(before, after);
        return path === "policy" && sameDocument(before, after);
    },
    create(inputs, call) {
        const vpcId = text(inputs.vpcId) ?? "";
        const vpc = call.require(VPC, vpcId, "InvalidVpcId.NotFound", { id: vpcId });
        const service = requireService(inputs, call);
        const id = ec2Id("vpce");
        const outputs: Properties = {
            arn: arn("ec2", `vpc-endpoint/${id}`, call.caller),
            ownerId: call.caller.accountId,
            ipAddressType: inputs.ipAddressType ?? "ipv4",
            policy: inputs.policy ?? FULL_ACCESS[typeOf(inputs)],
            serviceRegion: call.caller.region,
        };
        return { id, outputs: { ...outputs, ...outputsOfType({ id, inputs, vpc, service }, call) } };
    },
    update(inputs, object, call) {
        const vpc = call.find(VPC, text(object.properties.vpcId) ?? "");
        const service = requireService(inputs, call);
        if (vpc === undefined) return {};
        const policy = inputs.policy ?? object.properties.policy;
        const request = { id: object.id, inputs, vpc, service, before: object };
        return { policy, ...outputsOfType(request, call) };
    },
    delete(object, call) {
        for (const placed of interfacesOf(object.id, call)) call.remove(placed);
    },
};

/** The policy of an endpoint that was given none. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
const FULL_ACCESS: Readonly<Record<string, string>> = {
    Gateway: JSON.stringify({
        Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
        Version: "2008-10-17",
    }),
    Interface: JSON.stringify({
        Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
    }),
};

function typeOf(inputs: Properties): string {
    return text(inputs.vpcEndpointType) ?? "Gateway";
}

function outputsOfType(request: EndpointRequest, call: Call): Properties {
    return typeOf(request.inputs) === "Gateway"
        ? gatewayOutputs(request, call)
        : interfaceOutputs(request, call);
}

function requireService(inputs: Properties, call: Call): EndpointService {
    const name = text(inputs.serviceName) ?? "";
    const service = endpointService(name, call.caller.region);
    if (service === undefined) return call.refuse("InvalidServiceName", { service: name });
    const type = typeOf(inputs);
    if (!service.types.some((possible) => possible === type))
        call.refuse("type", { type, types: service.types.join(", ") });
    return service;
}
