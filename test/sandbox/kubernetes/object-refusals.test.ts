import * as assert from "node:assert/strict";
import { OBJECT_REFUSALS } from "../../../sandbox/kubernetes/object-refusals";

describe("how objects of any kind are refused", () => {
    it("is written down with a source each", () => {
        for (const [name, { source }] of Object.entries(OBJECT_REFUSALS))
            assert.match(source, /^https|^pulumi/, name);
    });

    it("calls an update that was refused an object that did not get ready, as the real provider does", () => {
        for (const name of ["Conflict", "InvalidUpdate", "BadUpdate", "NotReadyAgain"])
            assert.match(
                OBJECT_REFUSALS[name].sentence,
                /^the Kubernetes API server reported that "\{id\}" failed to fully/,
            );
    });
});
