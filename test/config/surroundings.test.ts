import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { NO_SURROUNDINGS, surroundingsIn } from "../../config/surroundings";
import { ENVIRONMENTS } from "../../environments";

describe("config/surroundings", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-surroundings-"));
    after(() => fs.rmSync(folder, { recursive: true, force: true }));
    const write = (stack: string, text: string): void =>
        fs.writeFileSync(path.join(folder, `Pulumi.${stack}.yaml`), text);
    const { partsOf, findContext } = surroundingsIn(folder, folder, {});

    it("reads what another stack file says of parts", () => {
        write(
            "a",
            "config:\n  core-platform:parts:\n    deploys: [platform]\n    holders: { cluster: prod }\n",
        );
        assert.deepEqual(partsOf("a"), { deploys: ["platform"], holders: { cluster: "prod" } });
    });

    it("takes a file that says nothing for one that deploys all parts", () => {
        for (const text of ["", "config: {}\n", "config:\n  core-platform:parts: {}\n"]) {
            write("b", text);
            assert.deepEqual(partsOf("b"), { deploys: ["network", "cluster", "platform"], holders: {} });
        }
    });

    it("says nothing of a stack without a file, and of a file that is no YAML", () => {
        write("c", "a: [");
        assert.deepEqual([partsOf("nobody"), partsOf("c")], [undefined, undefined]);
    });

    it("finds contexts from the program's folder", () => {
        fs.writeFileSync(path.join(folder, "kubeconfig"), "contexts: [{ name: kind-dev }]\n");
        assert.equal(findContext("kubeconfig", "kind-dev").found, path.join(folder, "kubeconfig"));
    });

    it("are empty where none are given", () => {
        assert.equal(NO_SURROUNDINGS.partsOf("dvlp"), undefined);
        assert.equal(NO_SURROUNDINGS.findContext(undefined, "x").found, undefined);
    });

    it("of the repository are its stack files, which deploy every part once", () => {
        const root = path.join(__dirname, "../..");
        for (const stack of ENVIRONMENTS)
            assert.deepEqual(surroundingsIn(root, root, {}).partsOf(stack)?.deploys, [
                "network",
                "cluster",
                "platform",
            ]);
    });
});
