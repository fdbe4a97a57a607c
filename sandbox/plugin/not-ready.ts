import * as grpc from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import * as statusProto from "@pulumi/pulumi/proto/status_pb";
import type { NotReadyError } from "./refusal";
import { toStruct } from "./struct";

/** What tells the engine to keep the object in the state, with the reason why it is not ready. */
export function notReadyDetails(error: NotReadyError): grpc.Metadata {
    const failed = new proto.ErrorResourceInitFailed();
    failed.setId(error.id);
    failed.setProperties(toStruct(error.properties));
    failed.setReasonsList([error.message]);
    const detail = new Any();
    detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new statusProto.Status();
    status.setCode(grpc.status.UNKNOWN);
    status.setMessage(error.message);
    status.addDetails(detail);
    const metadata = new grpc.Metadata();
    // gRPC's own place for details; the engine reads it by rpcerror.FromError.
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return metadata;
}
