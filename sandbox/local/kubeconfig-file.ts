import * as fs from "node:fs";
import { parse, stringify } from "yaml";
import { readIfThere, writeAtomically } from "../cloud/files";
import type { CloudObject } from "../cloud/account";
import { at, isObject, objects, text, type Properties, type Value } from "../cloud/values";

/** The name of a cluster of kind in kubeconfigs. Source: kubernetes-sigs/kind, KINDClusterKey. */
export function contextOf(cluster: string): string {
    return `kind-${cluster}`;
}

/**
 * Writes cluster, user and context into a kubeconfig and makes the context the current one, as kind does; everything
 * else in the file stays.
 * @throws Error when the file is there and is no kubeconfig
 */
export function addToKubeconfig(file: string, { id, properties }: CloudObject): void {
    const name = contextOf(id);
    const config = readConfig(file);
    const put = (list: string, key: string, value: Properties): Properties[] => [
        ...objects(config[list]).filter((entry) => entry.name !== name),
        { name, [key]: value },
    ];
    write(file, {
        ...config,
        apiVersion: "v1",
        kind: "Config",
        clusters: put("clusters", "cluster", {
            server: text(properties.endpoint) ?? "",
            "certificate-authority-data": at(properties, "certificateAuthority.data") ?? "",
        }),
        users: put("users", "user", {
            "client-certificate-data": properties.clientCertificateData,
            "client-key-data": properties.clientKeyData,
        }),
        contexts: put("contexts", "context", { cluster: name, user: name }),
        "current-context": name,
    });
}

/** Takes a cluster out of a kubeconfig again. A file that is not there needs nothing. */
export function removeFromKubeconfig(file: string, cluster: string): void {
    if (!fs.existsSync(file)) return;
    const name = contextOf(cluster);
    const config = readConfig(file);
    const lists = ["clusters", "users", "contexts"].map((list): [string, Value] => [
        list,
        objects(config[list]).filter((entry) => entry.name !== name),
    ]);
    const current = config["current-context"] ?? "";
    write(file, {
        ...config,
        ...Object.fromEntries(lists),
        "current-context": current === name ? "" : current,
    });
}

function readConfig(file: string): Properties {
    const config = (parse(readIfThere(file) ?? "{}") ?? {}) as Value;
    if (!isObject(config)) throw new Error(`${file} is no kubeconfig; name another file by --kubeconfig`);
    return config;
}

/** For its owner alone: kubectl warns of a kubeconfig that others can read. */
function write(file: string, config: Properties): void {
    writeAtomically(file, stringify(config), 0o600);
}
