import * as assert from "node:assert/strict";
import { aws } from "../../../sandbox/aws/package";
import { kubernetes } from "../../../sandbox/kubernetes/package";
import { wordsOf } from "../../../sandbox/faults/words";

describe("the words of a service in trouble", () => {
    it("are its own, else those of the newer services", () => {
        assert.equal(wordsOf("EC2").throttled.code, "RequestLimitExceeded");
        assert.equal(wordsOf("IAM").throttled.code, "Throttling");
        assert.equal(wordsOf("EKS").throttled.code, "ThrottlingException");
        assert.equal(wordsOf("KMS"), wordsOf("EKS"));
    });

    it("deny nothing on a cluster: its access entries do", () => {
        for (const { service } of kubernetes.fakes) assert.equal(wordsOf(service).denied, undefined, service);
        for (const { service } of aws.fakes)
            assert.match(wordsOf(service).denied!.sentence, /\{action\}/, service);
    });
});
