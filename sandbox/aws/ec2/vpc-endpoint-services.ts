/** An AWS service that VPC endpoints lead to. */
export interface EndpointService {
    /** `com.amazonaws.eu-central-1.ecr.api` */
    name: string;
    types: readonly ("Gateway" | "Interface")[];
    /** The names that private DNS answers within the VPC. */
    privateNames: readonly string[];
}

/**
 * What follows the region in a service's name, and the host names of it where they are not `<service>.<region>`.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html; of the list, what
 * a cluster and its workloads use. A further one is a line here.
 */
const INTERFACES: Readonly<Record<string, readonly string[]>> = {
    "airflow.api": ["api.airflow"],
    "aps-workspaces": [],
    "acm-pca": [],
    autoscaling: [],
    cloudformation: [],
    dynamodb: [],
    ec2: [],
    ec2messages: [],
    "ecr.api": ["api.ecr"],
    "ecr.dkr": ["dkr.ecr", "*.dkr.ecr"],
    eks: [],
    "eks-auth": [],
    elasticfilesystem: [],
    elasticloadbalancing: [],
    events: [],
    "execute-api": ["*.execute-api"],
    "git-codecommit": [],
    "guardduty-data": [],
    kms: [],
    lambda: [],
    logs: [],
    monitoring: [],
    rds: [],
    s3: ["s3", "*.s3"],
    secretsmanager: [],
    sns: [],
    sqs: [],
    ssm: [],
    ssmmessages: [],
    sts: [],
    xray: [],
};

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const GATEWAYS = ["dynamodb", "s3"];

/** Finds a service by its name in a region. */
export function endpointService(name: string, region: string): EndpointService | undefined {
    const prefix = `com.amazonaws.${region}.`;
    const short = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (!Object.hasOwn(INTERFACES, short)) return undefined;
    const hosts = INTERFACES[short].length > 0 ? INTERFACES[short] : [short];
    return {
        name,
        types: GATEWAYS.includes(short) ? ["Gateway", "Interface"] : ["Interface"],
        privateNames: hosts.map((host) => withRegion(host, region)),
    };
}

/** The name of a service without the region, `ecr.api`. */
export function shortName(name: string): string {
    return name.split(".").slice(3).join(".");
}

/** EKS Auth alone answers under AWS's newer domain. Source: https://docs.aws.amazon.com/eks/latest/userguide/vpc-interface-endpoints.html */
function withRegion(host: string, region: string): string {
    return host === "eks-auth" ? `${host}.${region}.api.aws` : `${host}.${region}.amazonaws.com`;
}
