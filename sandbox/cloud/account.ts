import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { entries, readIfThere, writeAtomically } from "./files";
import { withLock } from "./lock";
import type { Properties } from "./values";

/** One object of the pretended cloud: a VPC, a role, a namespace. */
export interface CloudObject {
    /** Pulumi type token, `aws:ec2/vpc:Vpc`. */
    type: string;
    /** The physical id as AWS or Kubernetes gives it. */
    id: string;
    /** Region code, or `global` for IAM and the like. */
    region: string;
    /** When it was made, ISO 8601. */
    createdAt: string;
    /** The URN of the resource that made it; absent for what the pretended services make by themselves. */
    urn?: string;
    /** The stack whose call made it, be it by itself or along with something else; absent for what nobody made. */
    stack?: string;
    /** What a read returns: inputs, defaults and computed properties. */
    properties: Properties;
    /** What only the pretended service knows. */
    internal?: Properties;
}

/** The stack that an object belongs to: the one whose call made it; empty for what nobody made. */
export function stackOf({ stack, urn }: Pick<CloudObject, "stack" | "urn">): string {
    return stack ?? (urn === undefined ? "" : stackOfUrn(urn));
}

/** `urn:pulumi:dvlp::core-platform::...` -> `dvlp` */
export function stackOfUrn(urn: string): string {
    return urn.split("::")[0].replace("urn:pulumi:", "");
}

/** Region of services that have none. */
export const GLOBAL = "global";

/**
 * One account of the pretended cloud, kept as files, because every provider instance is a process of its own:
 * one JSON file per object, `<folder>/<region>/<type>/<id>.json`, and one lock. Stacks that deploy into one account
 * share its names and its quotas.
 */
export class Account {
    /** @param folder `<sandbox folder>/cloud/<account id>` */
    constructor(readonly folder: string) {}

    /** Twelve digits. */
    get id(): string {
        return path.basename(this.folder);
    }

    /** Runs one synchronous API call while no other process works on this account. */
    transaction<T>(action: () => T): Promise<T> {
        return withLock(path.join(this.folder, ".lock"), action);
    }

    get(type: string, id: string, region: string): CloudObject | undefined {
        const content = readIfThere(this.file(type, id, region));
        return content === undefined ? undefined : (JSON.parse(content) as CloudObject);
    }

    put(object: CloudObject): void {
        writeAtomically(
            this.file(object.type, object.id, object.region),
            JSON.stringify(object, null, 2) + "\n",
        );
    }

    /** Removes an object, and with it everything that lives inside it (`regionInside`). */
    remove(object: Pick<CloudObject, "type" | "id" | "region">): void {
        fs.rmSync(this.file(object.type, object.id, object.region), { force: true });
        fs.rmSync(path.join(this.folder, regionInside(object)), { recursive: true, force: true });
    }

    /** The objects of a type in a region, in the order of their ids. */
    list(type: string, region: string): CloudObject[] {
        return this.readFolder(path.join(this.folder, region, slug(type)));
    }

    /** The objects of a type in every region. */
    listEverywhere(type: string): CloudObject[] {
        return this.regions().flatMap((region) => this.list(type, region));
    }

    /** Every object of the account. */
    all(): CloudObject[] {
        return this.regions().flatMap((region) =>
            entries(path.join(this.folder, region)).flatMap((type) =>
                this.readFolder(path.join(this.folder, region, type)),
            ),
        );
    }

    private regions(): string[] {
        return entries(this.folder).filter((name) => !name.startsWith("."));
    }

    private readFolder(folder: string): CloudObject[] {
        return entries(folder)
            .filter((name) => name.endsWith(".json"))
            .map((name) => readIfThere(path.join(folder, name)))
            .filter((content) => content !== undefined)
            .map((content) => JSON.parse(content) as CloudObject)
            .sort((a, b) => (a.id < b.id ? -1 : 1));
    }

    private file(type: string, id: string, region: string): string {
        return path.join(this.folder, region, slug(type), `${fileName(id)}.json`);
    }
}

/**
 * The region of what lives inside an object and goes with it, as namespaces live in a cluster:
 * `eu-central-1.Cluster.core-dvlp`.
 */
export function regionInside(object: Pick<CloudObject, "type" | "id" | "region">): string {
    const kind = object.type.split(":").at(-1) ?? "";
    return [object.region, kind, fileName(object.id)].join(".");
}

/** `aws:ec2/vpc:Vpc` as a folder name, `aws.ec2.vpc.Vpc`. */
function slug(type: string): string {
    return type.replace(/[:/]/g, ".");
}

/** Longest file name, in characters, that leaves room for what goes around it: file systems take 255 bytes. */
const LONGEST = 160;

/** An id as a file name; a long one (cluster, role path and policy in one) by its beginning and its hash. */
function fileName(id: string): string {
    const name = encodeURIComponent(id);
    if (name.length <= LONGEST) return name;
    return `${name.slice(0, LONGEST - 17)}~${createHash("sha256").update(id).digest("hex").slice(0, 16)}`;
}
