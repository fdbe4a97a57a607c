import type { Refusals } from "../../plugin/refusal";

/** EC2's own list of error codes. */
export const ERRORS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";

/** Rows that several fakes share. */
export const noSuchVpc: Refusals = {
    "InvalidVpcID.NotFound": { sentence: "The vpc ID '{id}' does not exist", source: ERRORS },
};

export const noSuchSubnet: Refusals = {
    "InvalidSubnetID.NotFound": { sentence: "The subnet ID '{id}' does not exist", source: ERRORS },
};

export const noSuchRouteTable: Refusals = {
    "InvalidRouteTableID.NotFound": { sentence: "The routeTable ID '{id}' does not exist", source: ERRORS },
};

export const noSuchGroup: Refusals = {
    "InvalidGroup.NotFound": { sentence: "The security group '{id}' does not exist", source: ERRORS },
};

/** What EC2 says to whoever deletes a VPC's own group; the provider never tries to. */
export const defaultGroupStays: Refusals = {
    CannotDelete: {
        sentence: 'the specified group: "{id}" name: "default" cannot be deleted by a user',
        operation: "DeleteSecurityGroup",
        source: ERRORS,
    },
};

export const missingParameter: Refusals = {
    MissingParameter: { sentence: "The request must contain the parameter {parameter}", source: ERRORS },
};
