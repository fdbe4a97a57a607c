import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { kubeconfigContexts, kubeconfigFiles } from "../../config/kubeconfig-contexts";

describe("config/kubeconfig-contexts", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-kubeconfig-"));
    after(() => fs.rmSync(folder, { recursive: true, force: true }));
    const file = (name: string, text: string): string => {
        fs.writeFileSync(path.join(folder, name), text);
        return path.join(folder, name);
    };
    const one = file("one", "contexts:\n- name: kind-dev\n- name: kind-test\n");
    const two = file("two", '{"contexts": [{"name": "minikube"}, {"name": "kind-dev"}]}');

    it("takes the written path: absolute, from home, from the folder", () => {
        const found = (written: string): string[] =>
            kubeconfigFiles(written, "/repository", { HOME: "/home/me" });
        assert.deepEqual(found("/etc/kubeconfig"), ["/etc/kubeconfig"]);
        assert.deepEqual(found("~/.kube/config"), ["/home/me/.kube/config"]);
        assert.deepEqual(found("kube/config"), ["/repository/kube/config"]);
        assert.deepEqual(found("~me/config"), ["/repository/~me/config"]);
    });

    it("looks where kubectl does, else: KUBECONFIG, as far as its files are there, or the one at home", () => {
        const gone = path.join(folder, "gone");
        const KUBECONFIG = [gone, one, "", two].join(path.delimiter);
        assert.deepEqual(kubeconfigFiles(undefined, "/", { KUBECONFIG }), [one, two]);
        assert.deepEqual(kubeconfigFiles(undefined, "/", { KUBECONFIG: gone }), [gone]);
        assert.deepEqual(kubeconfigFiles(undefined, "/", { HOME: "/home/me" }), ["/home/me/.kube/config"]);
    });

    it("finds the first file that has the context", () => {
        assert.equal(kubeconfigContexts([one, two], "kind-dev").found, one);
        assert.equal(kubeconfigContexts([one, two], "minikube").found, two);
    });

    it("lists every context once where none is the wanted", () => {
        assert.deepEqual(kubeconfigContexts([one, two], "prod"), {
            files: [one, two],
            contexts: ["kind-dev", "kind-test", "minikube"],
        });
    });

    it("says what is wrong with a file", () => {
        const problem = (name: string): string | undefined => kubeconfigContexts([name], "x").problem;
        assert.equal(problem(path.join(folder, "gone")), `${path.join(folder, "gone")} is not there`);
        assert.equal(problem(folder), `${folder} can't be read (EISDIR)`);
        for (const [name, text] of [
            ["text", "hello"],
            ["empty", ""],
            ["other", "kind: Pod\n"],
        ])
            assert.match(problem(file(name, text)) ?? "", / is no kubeconfig: it has no list of contexts$/);
        assert.match(problem(file("broken", "a: [")) ?? "", / is not YAML: /);
    });
});
