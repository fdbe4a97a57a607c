import * as fs from "node:fs";
import * as path from "node:path";
import { parse, parseDocument } from "yaml";
import { ENVIRONMENTS } from "../../environments";
import { readIfThere, writeAtomically } from "../cloud/files";
import type { Place } from "./place";

/** Made by `pulumi stack init` with the sandbox's passphrase; the engine takes it for every stack. */
const SALT = "v1:r212UUN13AQ=:v1:TklQsZXQgYTTq5pD:wX90TLWZVkJ4tz+ndJIhrhet6aBq0g==";

/**
 * Copies the tracked project and stack files to where the engine may write to them. A stack file is copied again
 * when the tracked one has changed: until then `config set` in the sandbox holds.
 * @returns the stacks whose configuration in the sandbox is not the tracked one
 */
export function refreshProject(place: Place): string[] {
    const project = parseDocument(fs.readFileSync(path.join(place.root, "Pulumi.yaml"), "utf8"));
    project.set("main", path.relative(place.project, path.join(place.root, "index.ts")));
    writeAtomically(path.join(place.project, "Pulumi.yaml"), project.toString());
    return ENVIRONMENTS.filter((stack) => !refreshStackFile(place, stack));
}

/** @returns whether the copy says the same as the tracked file */
function refreshStackFile(place: Place, stack: string): boolean {
    const name = `Pulumi.${stack}.yaml`;
    const tracked = fs.readFileSync(path.join(place.root, name), "utf8");
    const copy = path.join(place.project, name);
    const source = path.join(place.project, "tracked", name);
    const current = readIfThere(copy);
    if (readIfThere(source) !== tracked || current === undefined) {
        writeAtomically(copy, sandboxStackFile(tracked));
        writeAtomically(source, tracked);
        return true;
    }
    return JSON.stringify(configOf(current)) === JSON.stringify(configOf(tracked));
}

/** A stack file without its key service: the sandbox has none, and needs no secret to be one. */
export function sandboxStackFile(tracked: string): string {
    const document = parseDocument(tracked);
    for (const key of ["secretsprovider", "encryptedkey", "encryptionsalt"]) document.delete(key);
    document.set("encryptionsalt", SALT);
    return document.toString();
}

/** The configuration with every scalar as text: the engine rewrites numbers as strings. */
function configOf(stackFile: string): unknown {
    const { config } = (parse(stackFile) ?? {}) as { config?: unknown };
    return JSON.parse(JSON.stringify(config ?? {}), (_, value: unknown) =>
        typeof value === "object" && value !== null ? sorted(value) : String(value),
    );
}

function sorted(value: object): object {
    if (Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
