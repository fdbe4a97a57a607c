import type { CloudObject } from "../../cloud/account";
import type { Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { dependents } from "./dependents";
import { VPC_ENDPOINT } from "../types";
import type { EndpointService } from "./vpc-endpoint-services";

/** What a create or an update asks of an endpoint, its VPC and its service looked up. */
export interface EndpointRequest {
    id: string;
    inputs: Properties;
    vpc: CloudObject;
    service: EndpointService;
    /** The endpoint as it stands; absent at a create. */
    before?: CloudObject;
}

/** The endpoints of the same VPC for the same service. */
export function siblings({ id, inputs, vpc }: EndpointRequest, call: Call): CloudObject[] {
    return dependents("vpcId", vpc.id, call, [VPC_ENDPOINT]).filter(
        (other) => other.id !== id && other.properties.serviceName === inputs.serviceName,
    );
}

/** Refuses what an endpoint is given of another VPC. */
export function requireSameNetwork(kind: string, object: CloudObject, vpc: CloudObject, call: Call): void {
    if (object.properties.vpcId !== vpc.id) call.refuse("otherNetwork", { kind, id: object.id, vpc: vpc.id });
}
