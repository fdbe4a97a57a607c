import { stackOf, regionInside, type Account, type CloudObject } from "../cloud/account";
import { principalOf } from "../cloud/principal";
import { ADMIN, LOCAL } from "../local/cluster";
import type { KubernetesCaller, Unreachable } from "./types";

/** Somebody with a kubeconfig for the cluster that the object is on. */
export function personOf(account: Account, object: CloudObject): KubernetesCaller {
    const cluster = account.all().find((candidate) => regionInside(candidate) === object.region);
    const principal = account.id === LOCAL ? ADMIN : principalOf(account.id);
    const nobody: Unreachable = { reason: `there is no cluster ${object.region}` };
    return {
        stack: stackOf(object),
        accountId: account.id,
        principal,
        partition: "aws",
        region: object.region,
        defaultTags: {},
        connection:
            cluster === undefined
                ? nobody
                : { account, cluster, region: object.region, principalArn: principal },
        deleteUnreachable: false,
        namespace: "default",
    };
}
