import type { CloudObject } from "../../../../sandbox/cloud/account";
import type { Properties } from "../../../../sandbox/cloud/values";
import type { PretendedCloud } from "../../pretended-cloud";

/** The type token of endpoints. */
export const VPC_ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** A service that has gateways. */
export const S3 = "com.amazonaws.eu-central-1.s3";

/** An interface to a service that has no gateway. */
export const ECR = { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-central-1.ecr.api" };

/** Makes a gateway endpoint that differs from the usual one by the given inputs. */
export function gateway(
    cloud: PretendedCloud,
    vpc: CloudObject,
    inputs: Properties = {},
): Promise<CloudObject> {
    return cloud.create(VPC_ENDPOINT, "s3", { vpcId: vpc.id, serviceName: S3, ...inputs });
}

/** Makes an interface endpoint that differs from the usual one by the given inputs. */
export function ecr(cloud: PretendedCloud, vpc: CloudObject, inputs: Properties = {}): Promise<CloudObject> {
    return cloud.create(VPC_ENDPOINT, "ecr", { vpcId: vpc.id, ...ECR, ...inputs });
}
