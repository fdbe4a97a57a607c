import type { FakeFunction } from "../../plugin/fake";

/** The partition of the caller. Source: pulumi-aws documentation of getPartition. */
export const getPartition: FakeFunction = {
    token: "aws:index/getPartition:getPartition",
    service: "STS",
    operation: "GetCallerIdentity",
    invoke: (_, call) => ({
        id: call.caller.partition,
        partition: call.caller.partition,
        dnsSuffix: "amazonaws.com",
        reverseDnsPrefix: "com.amazonaws",
    }),
};
