import * as assert from "node:assert/strict";
import { newEndpoint } from "../../../../sandbox/aws/eks/endpoint";

describe("a new cluster's endpoint", () => {
    it("has the id of its issuer, and another one each time", () => {
        const { endpoint, issuer } = newEndpoint("eu-central-1", {});
        const id = issuer.split("/").at(-1) ?? "";
        assert.match(id, /^[0-9A-F]{32}$/);
        assert.equal(endpoint, `https://${id}.gr7.eu-central-1.eks.amazonaws.com`);
        assert.notEqual(newEndpoint("eu-central-1", {}).endpoint, endpoint);
    });

    it("names the file and what it lacks when SANDBOX_KUBECONFIG is of no use", () => {
        assert.throws(
            () => newEndpoint("eu-central-1", { SANDBOX_KUBECONFIG: "/no/such/config" }),
            /kubeconfig \/no\/such\/config cannot be read/,
        );
    });
});
