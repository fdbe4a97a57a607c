import * as assert from "node:assert/strict";
import { RELEASE_REFUSALS } from "../../../sandbox/kubernetes/release-refusals";
import { fill } from "../../../sandbox/plugin/refusal";

describe("how Helm refuses", () => {
    it("names the release and what it waited for in vain", () => {
        assert.equal(
            fill(RELEASE_REFUSALS.NotAvailable.sentence, { id: "apps/a" }),
            'Helm release "apps/a" was created, but failed to initialize completely. Use Helm CLI to investigate: ' +
                "failed to become available within allocated timeout. Error: Helm Release apps/a: context deadline exceeded",
        );
    });

    it("is written down with a source each", () => {
        for (const [code, { source }] of Object.entries(RELEASE_REFUSALS))
            assert.match(source, /^pulumi-kubernetes |^https:\/\/github\.com\/helm\/helm\//, code);
    });
});
