import * as path from "node:path";
import { Account, regionInside, type CloudObject } from "../../cloud/account";
import { nearest } from "../../../environments/nearest";
import { CLUSTER_NAME, createLocalCluster, LOCAL, LOCAL_CLUSTER, localClusters } from "../../local/cluster";
import { addToKubeconfig, contextOf, removeFromKubeconfig } from "../../local/kubeconfig-file";
import { kubeconfigFile, type Place } from "../place";
import { answerJson } from "./objects";

export interface KindOptions {
    /** The kubeconfig to write to. Default: the sandbox's own, which the program finds by itself. */
    kubeconfig?: string;
    json?: boolean;
    /** Of delete: only say what would go. */
    dryRun?: boolean;
}

/** `kind create`: a pretended cluster on this machine, outside AWS, and its context in a kubeconfig. */
export async function createKind(
    place: Place,
    here: string,
    name: string,
    options: KindOptions,
): Promise<void> {
    if (!CLUSTER_NAME.test(name))
        throw new Error(
            `"${name}" is no name for a cluster: write lower case letters, digits, dots and dashes, 50 at most`,
        );
    const file = fileOf(place, here, options);
    const account = localAccount(place);
    const cluster = await account.transaction(() => {
        const made = createLocalCluster(account, name);
        try {
            addToKubeconfig(file, made);
        } catch (error) {
            account.remove(made);
            throw error;
        }
        return made;
    });
    const context = contextOf(name);
    const server = cluster.properties.endpoint;
    if (options.json) return answerJson({ name, context, server, kubeconfig: file });
    process.stdout.write(
        `Cluster ${name} stands: one node, ready.\n` +
            `Its context ${context} is in\n  ${file}\n` +
            `Use it: docs/local-cluster.md. Remove it:\n  npm run sandbox:cloud -- kind delete ${name}\n`,
    );
}

/** `kind delete`: the cluster goes with all that is on it, behind the engine's back. */
export async function deleteKind(
    place: Place,
    here: string,
    name: string,
    options: KindOptions,
): Promise<void> {
    const file = fileOf(place, here, options);
    const account = localAccount(place);
    const { dryRun = false, json = false } = options;
    const objects = await account.transaction(() => {
        const known = localClusters(account);
        const cluster = known.find(({ id }) => id === name);
        if (cluster === undefined)
            throw new Error(
                unknown(
                    name,
                    known.map(({ id }) => id),
                ),
            );
        const inside = account.all().filter(({ region }) => region === regionInside(cluster));
        if (!dryRun) {
            // First what can fail: a kubeconfig that is broken.
            removeFromKubeconfig(file, name);
            account.remove(cluster);
        }
        return inside.length;
    });
    if (json) return answerJson({ name, dryRun, objects, kubeconfig: file });
    const what = `${objects} object${objects === 1 ? "" : "s"} on it`;
    process.stdout.write(
        dryRun ? `Cluster ${name} would go, and ${what}.\n` : `Cluster ${name} is gone, and ${what}.\n`,
    );
}

/** @throws Error for a cluster of kind: its context in a kubeconfig comes and goes with it */
export function refuseKind({ type, id }: CloudObject): void {
    if (type === LOCAL_CLUSTER)
        throw new Error(
            `${id} is a cluster of kind, which is made and removed and never changed; remove it: ` +
                `npm run sandbox:cloud -- kind delete ${id}`,
        );
}

function unknown(name: string, known: readonly string[]): string {
    if (known.length === 0) return `there is no cluster "${name}" on this machine, nor any other`;
    const near = nearest(name, known);
    const hint = near === undefined ? `they are ${known.join(", ")}` : `did you mean "${near}"?`;
    return `there is no cluster "${name}" on this machine; ${hint}`;
}

function localAccount(place: Place): Account {
    return new Account(path.join(place.cloud, LOCAL));
}

function fileOf(place: Place, here: string, { kubeconfig }: KindOptions): string {
    return kubeconfig === undefined ? kubeconfigFile(place) : path.resolve(here, kubeconfig);
}
