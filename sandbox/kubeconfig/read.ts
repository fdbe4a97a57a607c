import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { isObject, objects, text, type Properties, type Value } from "../cloud/values";

/** The cluster and the user of a kubeconfig's current context, everything inlined. */
export interface Kubeconfig {
    /** `https://127.0.0.1:6443` */
    server: string;
    /** PEM, as base64. */
    certificateAuthorityData: string;
    /** A token, or a client certificate with its key, both PEM as base64. */
    user: { token?: string; clientCertificateData?: string; clientKeyData?: string };
}

/**
 * Reads the current context of a kubeconfig. Files that it refers to are read relative to its own folder, as kubectl does.
 * @throws Error naming the file and the key that is missing or cannot be used
 */
export function readKubeconfig(file: string): Kubeconfig {
    const reader = new Reader(path.resolve(file));
    const name = reader.required(reader.content, "current-context", "current-context");
    const context = reader.entry("contexts", name, "context");
    const cluster = reader.named(context, name, "cluster", "clusters");
    const user = reader.named(context, name, "user", "users");
    const clusterPath = `clusters[name=${text(context.cluster)}].cluster`;
    return {
        server: reader.required(cluster, "server", `${clusterPath}.server`),
        certificateAuthorityData:
            reader.inlined(cluster, "certificate-authority") ??
            reader.fail(`has no ${clusterPath}.certificate-authority-data (or certificate-authority)`),
        user: credentials(reader, user, `users[name=${text(context.user)}].user`),
    };
}

function credentials(reader: Reader, user: Properties, userPath: string): Kubeconfig["user"] {
    for (const plugin of ["exec", "auth-provider"]) {
        if (user[plugin] !== undefined)
            return reader.fail(
                `signs in by ${userPath}.${plugin}, a program that the sandbox does not run; ` +
                    "give a kubeconfig whose user has a token or a client certificate, as kind's has",
            );
    }
    const tokenFile = text(user.tokenFile);
    const token = text(user.token) ?? (tokenFile === undefined ? undefined : reader.file(tokenFile).trim());
    if (token !== undefined) return { token };
    const clientCertificateData = reader.inlined(user, "client-certificate");
    const clientKeyData = reader.inlined(user, "client-key");
    if (clientCertificateData === undefined || clientKeyData === undefined)
        return reader.fail(
            `has no ${userPath}.token and no ${userPath}.client-certificate-data with client-key-data`,
        );
    return { clientCertificateData, clientKeyData };
}

/** One kubeconfig, and the sentences about what is wrong with it. */
class Reader {
    readonly content: Properties;

    /** @param path absolute */
    constructor(private readonly path: string) {
        let content: Value;
        try {
            content = parse(this.file(path)) as Value;
        } catch (error) {
            if (error instanceof KubeconfigError) throw error;
            this.fail(`is not YAML: ${(error as Error).message}`);
        }
        if (!isObject(content)) this.fail("is not a kubeconfig: it holds no keys");
        this.content = content;
    }

    fail(what: string): never {
        throw new KubeconfigError(`kubeconfig ${this.path} ${what}`);
    }

    required(object: Properties, key: string, shownAs: string): string {
        const value = text(object[key]);
        return value === undefined || value === "" ? this.fail(`has no ${shownAs}`) : value;
    }

    /** The object that a context refers to. */
    named(context: Properties, contextName: string, key: "cluster" | "user", list: string): Properties {
        const name = this.required(context, key, `contexts[name=${contextName}].context.${key}`);
        return this.entry(list, name, key);
    }

    /** `clusters: [{ name: x, cluster: {...} }]` */
    entry(list: string, name: string, key: string): Properties {
        const found = objects(this.content[list]).find((item) => item.name === name)?.[key];
        return isObject(found) ? found : this.fail(`has no ${list}[name=${name}].${key}`);
    }

    /** `<key>-data`, or the content of the file that `<key>` names, as base64. */
    inlined(object: Properties, key: string): string | undefined {
        const data = text(object[`${key}-data`]);
        const reference = text(object[key]);
        if (data !== undefined && data !== "") return data;
        return reference === undefined ? undefined : Buffer.from(this.file(reference)).toString("base64");
    }

    file(reference: string): string {
        const file = path.resolve(path.dirname(this.path), reference);
        try {
            return fs.readFileSync(file, "utf8");
        } catch (error) {
            const because = (error as Error).message;
            return this.fail(
                file === this.path ? `cannot be read: ${because}` : `refers to ${file}: ${because}`,
            );
        }
    }
}

class KubeconfigError extends Error {}
