import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parse } from "yaml";
import { isObject, objects, strings, text, type Properties, type Value } from "../cloud/values";

/** A kubeconfig as far as it says which cluster is meant, and who calls. */
export interface Kubeconfig {
    currentContext: string | undefined;
    contexts: Map<string, Properties>;
    clusters: Map<string, Properties>;
    users: Map<string, Properties>;
}

/** What overrides the kubeconfig: inputs of the provider. */
export interface Overrides {
    context?: string;
    cluster?: string;
}

/**
 * Reads a kubeconfig, as JSON, as YAML, or as the name of a file that holds one.
 * Source: pulumi-kubernetes provider/pkg/provider/util.go, parseKubeconfigString.
 * @throws Error when it is none of them
 */
export function parseKubeconfig(pathOrContents: string): Kubeconfig {
    const file = pathOrContents.replace(/^~(?=$|\/)/, os.homedir());
    // A text with lines is no file name, and too long for one.
    const isFile = !/[\n{]/.test(file) && fs.existsSync(file);
    const document = parse(isFile ? fs.readFileSync(path.resolve(file), "utf8") : pathOrContents) as Value;
    if (!isObject(document)) throw new Error("couldn't get version/kind; json parse error");
    return {
        currentContext: text(document["current-context"]),
        contexts: byName(document.contexts, "context"),
        clusters: byName(document.clusters, "cluster"),
        users: byName(document.users, "user"),
    };
}

/**
 * The cluster stanza that counts, `{ server, certificate-authority-data }`.
 * Source: pulumi-kubernetes provider/pkg/provider/util.go, getActiveClusterFromConfig.
 */
export function activeCluster(config: Kubeconfig, overrides: Overrides): Properties | undefined {
    const context = activeContext(config, overrides);
    if (context === undefined) return undefined;
    return config.clusters.get(overrides.cluster ?? text(context.cluster) ?? "");
}

/** The context that counts: the provider's, else the kubeconfig's current one. */
export function activeContext(config: Kubeconfig, overrides: Overrides): Properties | undefined {
    return config.contexts.get(overrides.context ?? config.currentContext ?? "");
}

/** What the active user signs in by. */
export function activeUser(config: Kubeconfig, overrides: Overrides): Properties {
    return config.users.get(text(activeContext(config, overrides)?.user) ?? "") ?? {};
}

/** For which cluster `aws eks get-token` makes a token, and as whom. */
export interface TokenRequest {
    clusterName: string | undefined;
    region: string | undefined;
    /** The role to assume before; undefined: whoever runs the command. */
    roleArn: string | undefined;
}

/** The token request of the active user; undefined when it gets its token in another way. */
export function tokenRequest(config: Kubeconfig, overrides: Overrides): TokenRequest | undefined {
    const user = activeUser(config, overrides);
    const exec = isObject(user.exec) ? user.exec : {};
    const args = strings(exec.args);
    if (path.basename(text(exec.command) ?? "") !== "aws" || !args.includes("get-token")) return undefined;
    return {
        clusterName: option(args, "--cluster-name"),
        region: option(args, "--region") ?? regionOf(exec.env),
        // The command line takes `--role`, too: an abbreviation that is unique. @pulumi/eks writes it so.
        roleArn: option(args, "--role-arn") ?? option(args, "--role"),
    };
}

function option(args: readonly string[], name: string): string | undefined {
    const joined = args.find((arg) => arg.startsWith(`${name}=`));
    if (joined !== undefined) return joined.slice(name.length + 1);
    const index = args.indexOf(name);
    return index === -1 ? undefined : args[index + 1];
}

function regionOf(env: Value | undefined): string | undefined {
    const named = objects(env).find(({ name }) => name === "AWS_REGION" || name === "AWS_DEFAULT_REGION");
    return text(named?.value);
}

function byName(list: Value | undefined, key: string): Map<string, Properties> {
    return new Map(
        objects(list).map((item) => [text(item.name) ?? "", isObject(item[key]) ? item[key] : {}]),
    );
}
