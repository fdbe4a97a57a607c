import { parseDocument, type Document } from "yaml";
import { PROJECT } from "../environments";
import { UserError } from "../command-line/user-error";

/** What an ephemeral stack's file says that dvlp's does not. */
export interface EphemeralSettings {
    ticket: string;
    /** The team that answers for the stack. */
    owner: string;
    /** Its last day, `2026-11-30`. */
    expires: string;
    /** The VPC's range. */
    cidr: string;
}

/** Keys of a stack's own key for secrets: `pulumi stack init` makes another. */
const OWN_KEYS = ["encryptedkey"];

/**
 * The file of a new ephemeral stack: dvlp's, but for what sets the two apart.
 * @param dvlp the content of dvlp's file
 */
export function derivedFile(dvlp: string, settings: EphemeralSettings): string {
    const document = read("Pulumi.dvlp.yaml", dvlp);
    document.commentBefore = ` The ephemeral stack of ticket ${settings.ticket}: dvlp's file, with an end, made by npm run ephemeral.`;
    if (document.contents !== null) document.contents.commentBefore = undefined;
    for (const key of OWN_KEYS) document.delete(key);
    write(document, "protect", false);
    return settled(document, settings);
}

/** An ephemeral stack's file with other settings; everything else that was set there stays. */
export function amendedFile(name: string, content: string, settings: EphemeralSettings): string {
    return settled(read(name, content), settings);
}

function settled(document: Document, { ticket, owner, expires, cidr }: EphemeralSettings): string {
    write(document, "owner", owner);
    write(document, "ephemeral", ticket, "ticket");
    write(document, "ephemeral", expires, "expires");
    write(document, "network", cidr, "cidr");
    return document.toString({ flowCollectionPadding: false });
}

function write(document: Document, key: string, value: string | boolean, ...below: string[]): void {
    const node = document.createNode(value);
    // In quotes: to the engine, a YAML 1.1 reader, 2026-11-30 is a time and a ticket 1e5 a number.
    if (typeof value === "string") node.type = "QUOTE_DOUBLE";
    document.setIn(["config", `${PROJECT}:${key}`, ...below], node);
}

/** What a stack file says of these settings; keys that it has not are undefined. */
export function settingsIn(name: string, content: string): Partial<EphemeralSettings> {
    const { ephemeral, network, owner } = sections(name, content);
    return {
        ticket: textIn(ephemeral, "ticket"),
        owner: typeof owner === "string" ? owner : undefined,
        expires: textIn(ephemeral, "expires"),
        cidr: textIn(network, "cidr"),
    };
}

/** Ranges that a stack file gives to a VPC, or lets in as those of connected networks. */
export function rangesIn(name: string, content: string): string[] {
    const { network, cluster } = sections(name, content);
    const endpoint = isGroup(cluster) && isGroup(cluster.endpoint) ? cluster.endpoint : {};
    const connected = Array.isArray(endpoint.privateAccessCidrs) ? endpoint.privateAccessCidrs : [];
    return [textIn(network, "cidr"), ...connected.map(String)].filter((cidr) => cidr !== undefined);
}

/** The configuration in a stack file as the engine hands it to the program: scalars as text, all else as JSON. */
export function engineValues(name: string, content: string): Record<string, string> {
    const { config } = (read(name, content).toJS() ?? {}) as { config?: Record<string, unknown> };
    return Object.fromEntries(
        Object.entries(config ?? {}).map(([key, value]) => [
            key,
            typeof value === "object" ? JSON.stringify(value) : String(value),
        ]),
    );
}

/** What a stack file names as the keeper of its secrets' key; undefined for a passphrase. */
export function secretsProvider(name: string, content: string): string | undefined {
    const provider: unknown = read(name, content).get("secretsprovider");
    return typeof provider === "string" ? provider : undefined;
}

function sections(name: string, content: string): Record<string, unknown> {
    const { config } = (read(name, content).toJS() ?? {}) as { config?: Record<string, unknown> };
    const own = Object.entries(config ?? {}).filter(([key]) => key.startsWith(`${PROJECT}:`));
    return Object.fromEntries(own.map(([key, value]) => [key.slice(PROJECT.length + 1), value]));
}

function read(name: string, content: string): Document {
    const document = parseDocument(content);
    if (document.errors.length > 0) throw new UserError(`${name} is no YAML: ${document.errors[0].message}`);
    return document;
}

function textIn(group: unknown, key: string): string | undefined {
    const value = isGroup(group) ? group[key] : undefined;
    return typeof value === "string" ? value : undefined;
}

function isGroup(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
