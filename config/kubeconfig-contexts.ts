/** Finds the kubeconfig that has a context, as kubectl would. Credentials in it are not looked at. */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parse } from "yaml";

export interface ContextSearch {
    /** The files that were looked into, absolute. */
    readonly files: readonly string[];
    /** The first file that has the context; undefined when none has. */
    readonly found?: string;
    /** The contexts that there are. */
    readonly contexts: readonly string[];
    /** What is wrong with a file; the search ends there. */
    readonly problem?: string;
}

/**
 * Where to look: the path as written, else KUBECONFIG, which may name several files, else `~/.kube/config`.
 * Source: https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 * @param folder where relative paths start
 */
export function kubeconfigFiles(
    written: string | undefined,
    folder: string,
    environment: NodeJS.ProcessEnv,
): string[] {
    const home = environment.HOME || os.homedir();
    const absolute = (file: string): string =>
        path.resolve(
            folder,
            file.replace(/^~(?=$|\/)/, () => home),
        );
    if (written !== undefined) return [absolute(written)];
    const named = (environment.KUBECONFIG ?? "").split(path.delimiter).filter((file) => file !== "");
    // A file that KUBECONFIG names and that is not there is passed over, as kubectl does.
    const there = named.map(absolute).filter((file) => fs.existsSync(file));
    if (there.length > 0) return there;
    return named.length > 0 ? named.map(absolute) : [path.join(home, ".kube", "config")];
}

/** Looks for a context in kubeconfigs, in their order. */
export function kubeconfigContexts(files: readonly string[], context: string): ContextSearch {
    const contexts: string[] = [];
    for (const file of files) {
        const names = namesIn(file);
        if (typeof names === "string") return { files, contexts, problem: names };
        contexts.push(...names.filter((name) => !contexts.includes(name)));
        if (names.includes(context)) return { files, contexts, found: file };
    }
    return { files, contexts };
}

/** The names of the contexts in a file, or what is wrong with it. */
function namesIn(file: string): string[] | string {
    let content: unknown;
    try {
        content = parse(fs.readFileSync(file, "utf8"));
    } catch (error) {
        const { code, syscall, message } = error as NodeJS.ErrnoException;
        if (code === "ENOENT") return `${file} is not there`;
        return syscall === undefined
            ? `${file} is not YAML: ${message.split("\n")[0]}`
            : `${file} can't be read (${code})`;
    }
    const list = (content as { contexts?: unknown } | null)?.contexts;
    if (!Array.isArray(list)) return `${file} is no kubeconfig: it has no list of contexts`;
    return list.map((item) => String((item as { name?: unknown } | null)?.name));
}
