import { mkdirSync } from "node:fs";
import path from "node:path";
import { contentHash, listFiles } from "./content-hash.mjs";
import { runTool } from "./run-tool.mjs";

/** What is built: the CLI of Pulumi's own module and the language host in engine/. */
const PACKAGES = ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "./pulumi-language-nodejs"];

const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/**
 * A short hash of the sources in engine/ without their tests: two checkouts with the same ones share an engine.
 * @param {string} root the checkout
 */
export function sourceHash(root) {
    const isSource = (name) => /\.go$|^go\.(mod|sum)$/.test(name) && !name.endsWith("_test.go");
    return contentHash(root, listFiles(root, "engine", isSource)).slice(0, 12);
}

/**
 * Builds the engine with Go into `folder`/bin. Go fetches the modules by its own settings (GOPROXY and the like).
 * @param {{ root: string, version: string, folder: string }} options `root` is the checkout
 */
export async function buildEngine({ root, version, folder }) {
    const bin = path.join(folder, "bin");
    mkdirSync(bin);
    const flags = ["-trimpath", "-ldflags", `-s -w -X ${VERSION_VARIABLE}=${version}`];
    await runTool("go", ["build", ...flags, "-o", `${bin}${path.sep}`, ...PACKAGES], {
        what: `Building Pulumi ${version} with Go (about four minutes, once per user)`,
        cwd: path.join(root, "engine"),
        // cgo would ask for a C compiler, and link the binaries to this machine's libraries.
        env: { ...process.env, CGO_ENABLED: "0" },
    });
}
