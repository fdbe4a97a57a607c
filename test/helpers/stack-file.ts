/** Stack files of one's own in a test's sandbox. */
import * as fs from "node:fs";
import * as path from "node:path";
import { stringify } from "yaml";
import { sandboxStackFile } from "../../sandbox/cli/project";
import { readStackFile, type Json } from "../config/stack-files";
import type { Sandbox } from "./sandbox";

/** Sections of a stack file, without the namespace. */
export type Sections = Readonly<Record<string, Json>>;

/** The sections of dvlp's stack file. */
export function dvlpSections(): Sections {
    const { config } = readStackFile("dvlp") as { config: Record<string, Json> };
    return Object.fromEntries(
        Object.entries(config).map(([key, value]) => [key.replace("core-platform:", ""), value]),
    );
}

/** What a stack of dvlp's needs to deploy some of the parts. */
export function sectionsOf(
    deploys: readonly string[],
    holders: Readonly<Record<string, string>> = {},
): Sections {
    const { network, cluster, services, ...common } = dvlpSections();
    return {
        ...common,
        parts: { deploys: [...deploys], holders: { ...holders } },
        ...(deploys.includes("network") && { network }),
        ...(deploys.includes("cluster") && { cluster }),
        ...(deploys.includes("platform") && { services }),
    };
}

/** Writes a stack file where the sandbox's engine reads it. */
export function writeStackFile(sandbox: Sandbox, stack: string, sections: Sections): void {
    const config = Object.fromEntries(
        Object.entries(sections).map(([key, value]) => [`core-platform:${key}`, value]),
    );
    const name = `Pulumi.${stack}.yaml`;
    fs.writeFileSync(
        path.join(sandbox.folder, "project", name),
        sandboxStackFile(name, stringify({ config })),
    );
}

/** Makes a stack that has no stack file yet, then writes one. */
export async function initStack(sandbox: Sandbox, stack: string, sections: Sections): Promise<void> {
    await sandbox.ok("stack", "init", stack, "--no-select");
    writeStackFile(sandbox, stack, sections);
}
