import type { Refusals } from "../../plugin/refusal";
import { noSuchGroup } from "./refusals";

const CREATE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html";
const GUIDE = "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html";

/** How EC2 refuses calls about endpoints. */
export const vpcEndpointRefusals: Refusals = {
    ...noSuchGroup,
    "InvalidVpcId.NotFound": { sentence: "The Vpc Id {id} does not exist", source: CREATE },
    // Spelt with Id in this part of the API.
    "InvalidSubnetId.NotFound": {
        sentence: "The subnet ID '{id}' does not exist",
        source: "terraform-provider-aws internal/service/ec2/errors.go",
    },
    "InvalidRouteTableId.NotFound": {
        sentence: "The routeTable ID '{id}' does not exist",
        source: "terraform-provider-aws internal/service/ec2/errors.go",
    },
    InvalidServiceName: {
        sentence: "The Vpc Endpoint Service '{service}' does not exist",
        source: CREATE,
    },
    RouteAlreadyExists: {
        sentence: "route table {table} already has a route with destination-prefix-list-id {list}",
        source: "https://github.com/eksctl-io/eksctl/issues/2510",
    },
    DuplicateSubnetsInSameZone: {
        sentence:
            "Found another VPC endpoint subnet in the availability zone of {subnet}. VPC endpoint subnets should be " +
            "in different availability zones supported by the VPC endpoint service.",
        source: "https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/583",
    },
    type: {
        code: "InvalidParameter",
        sentence: "Endpoint type ({type}) does not match available service types ([{types}]).",
        source: "https://github.com/hashicorp/terraform/issues/24478",
    },
    subnetsOfGateway: {
        code: "InvalidParameter",
        sentence: "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.",
        source: "https://github.com/nanlabs/terraform-aws-starter/issues/18",
    },
    routeTablesOfInterface: {
        code: "InvalidParameter",
        sentence: "Route table IDs are only supported for Gateway type VPC Endpoint.",
        source: "https://github.com/ansible-collections/amazon.aws/issues/576",
    },
    otherNetwork: {
        code: "InvalidParameter",
        sentence: "{kind} {id} and VPC {vpc} belong to different networks",
        source: CREATE,
    },
    dnsAttributes: {
        code: "InvalidParameter",
        sentence:
            "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true " +
            "for {vpc}",
        source: GUIDE,
    },
    dnsConflict: {
        code: "InvalidParameter",
        sentence:
            "private-dns-enabled cannot be set because there is already a conflicting DNS domain for {name} in the " +
            "VPC {vpc}",
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/17535",
    },
};
