import { SetUpError } from "./set-up-error.mjs";

/**
 * The oldest release that works of each line of Node.js: mocha and ESLint need these. Newer lines work from
 * their first release, lines in between don't.
 */
const OLDEST = [
    { major: 20, minor: 19 },
    { major: 22, minor: 12 },
];

/**
 * Refuses a Node.js that is too old, before it fails on something less clear.
 * @param {string} version as in `process.version`, e.g. "v20.19.1"
 */
export function requireNode(version) {
    const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
    const line = OLDEST.find((oldest) => oldest.major === major);
    const fits = line ? minor >= line.minor : major > OLDEST.at(-1).major;
    if (!fits) {
        const lines = OLDEST.map((oldest) => `${oldest.major}.${oldest.minor}`).join(", ");
        throw new SetUpError(
            `Node.js ${version} does not work here: install Node.js 20, 22 or newer (at least ${lines}) and run this again.`,
        );
    }
}
