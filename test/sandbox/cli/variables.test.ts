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

    it("name a caller who can be, of the account that is named", () => {
        const SANDBOX_PRINCIPAL = "arn:aws:iam::111122223333:role/viewer";
        assert.doesNotThrow(check({ SANDBOX_PRINCIPAL }));
        assert.doesNotThrow(check({ SANDBOX_PRINCIPAL, SANDBOX_ACCOUNT: "111122223333" }));
        assert.throws(check({ SANDBOX_PRINCIPAL: "viewer" }), {
            message: /^SANDBOX_PRINCIPAL: "viewer" is nobody who can call AWS\. Write the ARN /,
        });
        assert.throws(check({ SANDBOX_PRINCIPAL, SANDBOX_ACCOUNT: "444455556666" }), {
            message: /^SANDBOX_PRINCIPAL: .*role\/viewer is not of account 444455556666/,
        });
        assert.throws(check({ SANDBOX_ACCOUNT: "dvlp" }), {
            message: /^SANDBOX_ACCOUNT: "dvlp" is no account id\. Write twelve digits/,
        });
    });

    it("name a file of faults that holds", () => {
        fs.writeFileSync(path.join(folder, "good.yaml"), "faults: [{ fault: lose-state, step: 3 }]\n");
        fs.writeFileSync(path.join(folder, "bad.yaml"), "faults: [{ fault: lose-state, step: 0 }]\n");
        assert.doesNotThrow(check({ SANDBOX_FAULTS: "good.yaml" }));
        assert.throws(check({ SANDBOX_FAULTS: "nowhere.yaml" }), {
            message: /^SANDBOX_FAULTS: \S+nowhere\.yaml can't be read \(ENOENT\)$/,
        });
        assert.throws(check({ SANDBOX_FAULTS: "bad.yaml" }), {
            message: /^SANDBOX_FAULTS: \S+bad\.yaml does not hold:\n {2}faults\[0\]\.step: /,
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
