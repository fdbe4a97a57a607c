import * as assert from "node:assert/strict";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import type { Package } from "../../../sandbox/plugin/package";
import { checkProviderInputs, providerInputs } from "../../../sandbox/plugin/provider-inputs";
import { typings } from "./tiny-package";

const PACKAGE: Package = {
    typings,
    fakes: [],
    functions: [],
    configure: () => assert.fail("nothing is configured here"),
    isGlobal: () => false,
    describe: ({ sentence }) => sentence,
    byHand: () => assert.fail("nothing is changed here"),
    checkProvider: (inputs) =>
        inputs.dry === true ? [{ property: "dry", reason: "there is no dry run" }] : [],
};

describe("the inputs of a provider", () => {
    it("are JSON texts but for strings and what is not known", () => {
        assert.deepEqual(
            providerInputs(PACKAGE, {
                region: "1",
                kubeconfig: "{}",
                dry: "true",
                allowedAccountIds: UNKNOWN,
            }),
            { region: "1", kubeconfig: "{}", dry: true, allowedAccountIds: UNKNOWN },
        );
        assert.throws(
            () => providerInputs(PACKAGE, { dry: "maybe" }),
            /^Error: the provider's dry is no JSON: /,
        );
    });

    it("are checked by the typings and by the package, without what the engine adds", () => {
        assert.deepEqual(checkProviderInputs(PACKAGE, { version: "1.2.3", pluginDownloadURL: "x" }), []);
        assert.deepEqual(
            checkProviderInputs(PACKAGE, { regoin: "x", dry: "true" }).map((failure) => failure.property),
            ["regoin", "dry"],
        );
    });
});
