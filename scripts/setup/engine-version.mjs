import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * The engine's version, e.g. "3.259.0": the one of the SDK in package.json. engine/go.mod names the same, which a
 * test watches.
 * @param {string} root the checkout
 */
export function pinnedVersion(root) {
    const text = readFileSync(path.join(root, "package.json"), "utf8");
    return JSON.parse(text).dependencies["@pulumi/pulumi"];
}

/**
 * Whether an engine is as new as the pinned one and of the same major version. A pre-release comes before its
 * release, so it does not fit in its place.
 * @param {string} version as printed by `pulumi version`, e.g. "v3.260.1" or "3.260.0-alpha.1"
 * @param {string} pinned e.g. "3.259.0"
 */
export function fits(version, pinned) {
    const has = parse(version);
    const needs = parse(pinned);
    if (!has || !needs || has.major !== needs.major) {
        return false;
    }
    const newer = has.minor - needs.minor || has.patch - needs.patch;
    return newer > 0 || (newer === 0 && !has.preRelease);
}

function parse(version) {
    const match = /^v?(\d+)\.(\d+)\.(\d+)(-[^+]+)?/.exec(version.trim());
    return (
        match && {
            major: Number(match[1]),
            minor: Number(match[2]),
            patch: Number(match[3]),
            preRelease: match[4] !== undefined,
        }
    );
}
