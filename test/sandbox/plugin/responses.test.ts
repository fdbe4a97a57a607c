import * as assert from "node:assert/strict";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import {
    checkResponse,
    diffResponse,
    invokeResponse,
    providerDiffResponse,
} from "../../../sandbox/plugin/responses";

const FAILURES = [{ property: "size", reason: "too large" }];
const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;

describe("an answer to the engine", () => {
    it("to a check and to a call holds values and failures", () => {
        const shown = [{ property: "size", reason: "too large" }];
        const check = checkResponse({ size: 9 }, FAILURES).toObject();
        assert.deepEqual(check.failuresList, shown);
        assert.deepEqual(checkResponse({ size: 9 }, []).getInputs()?.toJavaScript(), { size: 9 });
        const invoke = invokeResponse({ names: ["a"] }, FAILURES);
        assert.deepEqual(invoke.toObject().failuresList, shown);
        assert.deepEqual(invoke.getReturn()?.toJavaScript(), { names: ["a"] });
    });

    it("on a resource that changes names roots once, and every path with what it does", () => {
        const response = diffResponse({
            changes: {
                "tags.a": { kind: "add", replaces: false },
                "tags.b": { kind: "delete", replaces: false },
                "rules[0].port": { kind: "update", replaces: true },
            },
            deleteBeforeReplace: true,
        });
        assert.equal(response.getChanges(), DIFF_SOME);
        assert.deepEqual(response.getDiffsList(), ["tags", "rules"]);
        assert.deepEqual(response.getReplacesList(), ["rules"]);
        assert.equal(response.getDeletebeforereplace(), true);
        const { Kind } = proto.PropertyDiff;
        assert.deepEqual(
            ["tags.a", "tags.b", "rules[0].port"].map((path) =>
                response.getDetaileddiffMap().get(path)?.getKind(),
            ),
            [Kind.ADD, Kind.DELETE, Kind.UPDATE_REPLACE],
        );
    });

    it("on a resource that does not change says so", () => {
        const response = diffResponse({ changes: {}, deleteBeforeReplace: false });
        assert.deepEqual([response.getChanges(), response.getDiffsList()], [DIFF_NONE, []]);
    });

    it("on a provider names what replaces it; another change is one too", () => {
        const replaced = providerDiffResponse(true, ["kubeconfig"]);
        assert.deepEqual(replaced.getDiffsList(), ["kubeconfig"]);
        assert.deepEqual(replaced.getReplacesList(), ["kubeconfig"]);
        assert.equal(providerDiffResponse(true, []).getChanges(), DIFF_SOME);
        assert.equal(providerDiffResponse(false, []).getChanges(), DIFF_NONE);
    });
});
