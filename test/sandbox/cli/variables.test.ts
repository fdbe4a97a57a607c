import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { checkVariables } from "../../../sandbox/cli/variables";

describe("the sandbox's variables", () => {
    let folder: string;
    beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "sandbox-variables-"))));
    afterEach(() => fs.rmSync(folder, { recursive: true }));
    const check = (environment: NodeJS.ProcessEnv) => () =>
        checkVariables({ INIT_CWD: folder, ...environment });

    it("may be missing or empty", () => {
        assert.doesNotThrow(check({}));
        assert.doesNotThrow(check({ SANDBOX_PLUGINS: "", SANDBOX_KUBECONFIG: "" }));
    });

    it("are looked up from where the user stands", () => {
        fs.mkdirSync(path.join(folder, "plugins"));
        assert.doesNotThrow(check({ SANDBOX_PLUGINS: "plugins" }));
    });

    it("name a folder of plugins that is there", () => {
        fs.writeFileSync(path.join(folder, "file"), "");
        for (const name of ["file", "nowhere"])
            assert.throws(check({ SANDBOX_PLUGINS: name }), {
                message: new RegExp(`^SANDBOX_PLUGINS: ${folder}/${name} is not a folder`),
            });
    });

    it("scale latency by a number", () => {
        assert.doesNotThrow(check({ SANDBOX_LATENCY: "0.5" }));
        assert.throws(check({ SANDBOX_LATENCY: "fast" }), {
            message: /^SANDBOX_LATENCY: "fast" is not a number/,
        });
    });

    it("name a kubeconfig that can be used", () => {
        fs.writeFileSync(path.join(folder, "empty.yaml"), "kind: Config\n");
        assert.throws(check({ SANDBOX_KUBECONFIG: "nowhere" }), {
            message: /^SANDBOX_KUBECONFIG: kubeconfig .*nowhere cannot be read/,
        });
        assert.throws(check({ SANDBOX_KUBECONFIG: "empty.yaml" }), {
            message: /^SANDBOX_KUBECONFIG: kubeconfig .*empty\.yaml has no current-context$/,
        });
    });
});
