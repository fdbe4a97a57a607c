/**
 * Runs the SDK's own installer: `node official-installer.mjs VERSION FOLDER`. Started by engine-download.mjs.
 */
import { createRequire } from "node:module";

const [version, root] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { PulumiCommand } = require("@pulumi/pulumi/automation");
const { SemVer } = createRequire(require.resolve("@pulumi/pulumi"))("semver");

try {
    await PulumiCommand.install({ version: new SemVer(version), root });
} catch (error) {
    console.error(error.message);
    process.exitCode = 1;
}
