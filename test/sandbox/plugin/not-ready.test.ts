import assert from "node:assert/strict";
import * as grpc from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import * as statusProto from "@pulumi/pulumi/proto/status_pb";
import { notReadyDetails } from "../../../sandbox/plugin/not-ready";
import { NotReadyError } from "../../../sandbox/plugin/refusal";
import { fromStruct } from "../../../sandbox/plugin/struct";

describe("The details of an object that did not get ready", () => {
    it("carry its id, its properties and the reason to the engine", () => {
        const metadata = notReadyDetails(new NotReadyError("a", { size: 1 }, "Slow", "it took too long"));
        const [bytes] = metadata.get("grpc-status-details-bin") as Buffer[];
        const status = statusProto.Status.deserializeBinary(bytes);
        assert.deepEqual([status.getCode(), status.getMessage()], [grpc.status.UNKNOWN, "it took too long"]);
        const [detail] = status.getDetailsList();
        assert.equal(detail.getTypeName(), "pulumirpc.ErrorResourceInitFailed");
        const failed = proto.ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
        assert.equal(failed.getId(), "a");
        assert.deepEqual(fromStruct(failed.getProperties()), { size: 1 });
        assert.deepEqual(failed.getReasonsList(), ["it took too long"]);
    });
});
