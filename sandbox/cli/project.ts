import * as fs from "node:fs";
import * as path from "node:path";
import { parseDocument, type Document } from "yaml";
import { ENVIRONMENTS, satelliteName } from "../../environments";
import { PARTS } from "../../environments/parts";
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
    const project = documentOf("Pulumi.yaml", fs.readFileSync(path.join(place.root, "Pulumi.yaml"), "utf8"));
    fs.mkdirSync(place.project, { recursive: true });
    // From real path to real path: through a link to the folder (macOS's /tmp), `..` leads elsewhere.
    const main = path.join(fs.realpathSync(place.root), "index.ts");
    project.set("main", path.relative(fs.realpathSync(place.project), main));
    writeAtomically(path.join(place.project, "Pulumi.yaml"), project.toString());
    return trackedStacks(place).filter((stack) => !refreshStackFile(place, stack));
}

/** The stacks whose files stand in the repository: the environments', and the satellites that there are. */
export function trackedStacks({ root }: Pick<Place, "root">): string[] {
    const satellites = ENVIRONMENTS.flatMap((environment) =>
        PARTS.map((part) => satelliteName({ environment, part })),
    );
    return [
        ...ENVIRONMENTS,
        ...satellites.filter((stack) => fs.existsSync(path.join(root, `Pulumi.${stack}.yaml`))),
    ];
}

/** @returns whether the copy says the same as the tracked file */
function refreshStackFile(place: Place, stack: string): boolean {
    const name = `Pulumi.${stack}.yaml`;
    const tracked = fs.readFileSync(path.join(place.root, name), "utf8");
    const copy = path.join(place.project, name);
    const source = path.join(place.project, "tracked", name);
    const current = readIfThere(copy);
    if (readIfThere(source) !== tracked || current === undefined) {
        writeAtomically(copy, sandboxStackFile(name, tracked));
        writeAtomically(source, tracked);
        return true;
    }
    return JSON.stringify(configOf(copy, current)) === JSON.stringify(configOf(name, tracked));
}

/**
 * A stack file without its key service: the sandbox has none, and needs no secret to be one.
 * @param name the file's, for errors
 */
export function sandboxStackFile(name: string, tracked: string): string {
    const document = documentOf(name, tracked);
    for (const key of ["secretsprovider", "encryptedkey", "encryptionsalt"]) document.delete(key);
    document.set("encryptionsalt", SALT);
    return document.toString();
}

function documentOf(name: string, content: string): Document {
    const document = parseDocument(content);
    if (document.errors.length > 0) throw new Error(`${name} is no YAML: ${document.errors[0].message}`);
    return document;
}

/** The configuration with every scalar as text: the engine rewrites numbers as strings. */
function configOf(name: string, stackFile: string): unknown {
    const { config } = (documentOf(name, stackFile).toJS() ?? {}) as { config?: unknown };
    return JSON.parse(JSON.stringify(config ?? {}), (_, value: unknown) =>
        typeof value === "object" && value !== null ? sorted(value) : String(value),
    );
}

function sorted(value: object): object {
    if (Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
