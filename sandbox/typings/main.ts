import * as fs from "node:fs";
import * as path from "node:path";
import * as aws from "../aws/fakes";
import * as kubernetes from "../kubernetes/fakes";
import { generateTypings } from "./generate";
import { apiTableOf, apiTableText, fetchRelease, RELEASES } from "./kubernetes-api";
import type { Typings } from "../plugin/typings";

/** Writes `<package>.json` for every stand-in: `npm run sandbox:typings`, after a type came or a package was upgraded. */
export function allTypings(): Typings[] {
    return [
        generateTypings(
            "aws",
            aws.fakes.map((fake) => fake.type),
            aws.functions.map((known) => known.token),
        ),
        generateTypings(
            "kubernetes",
            kubernetes.fakes.map((fake) => fake.type),
            [],
        ),
    ];
}

/** The file of a package's typings; one line per property tree would be long, so it is indented by one. */
export function typingsFile(name: string): string {
    return path.join(__dirname, `${name}.json`);
}

export function typingsText(typings: Typings): string {
    return JSON.stringify(typings, null, 1) + "\n";
}

/** The file of what API servers serve, which is read from Kubernetes' own documents rather than from a package. */
export const OPENAPI_FILE = path.join(__dirname, "kubernetes-openapi.json");

if (require.main === module) {
    // Three releases of Kubernetes are 54 MB to download: only on demand.
    if (process.argv.includes("--openapi"))
        fs.writeFileSync(OPENAPI_FILE, apiTableText(apiTableOf(RELEASES.map(fetchRelease))));
    for (const typings of allTypings()) fs.writeFileSync(typingsFile(typings.package), typingsText(typings));
}
