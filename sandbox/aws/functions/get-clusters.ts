import type { FakeFunction } from "../../plugin/fake";
import { EKS_TYPES } from "../types";

/** The names of the region's clusters. Source: terraform-provider-aws, internal/service/eks/clusters_data_source.go. */
export const getClusters: FakeFunction = {
    token: "aws:eks/getClusters:getClusters",
    service: "EKS",
    operation: "ListClusters",
    invoke: (_, call) => ({
        id: call.caller.region,
        names: call.list(EKS_TYPES.cluster).map((cluster) => cluster.id),
        region: call.caller.region,
    }),
};
