import * as path from "node:path";

/** The folders that a sandbox is made of. */
export interface Place {
    /** The repository. */
    root: string;
    /** The sandbox: SANDBOX_DIR, or `.sandbox` in the repository. */
    folder: string;
    /** The engine's project: copies of the tracked files, which it may write to. */
    project: string;
    /** The state backend. */
    state: string;
    /** PULUMI_HOME: selected stacks and plugins. */
    home: string;
    /** The pretended clouds, one folder for each account. */
    cloud: string;
    /** Commands that the engine finds before all others. */
    bin: string;
    /** The directory of the pulumi binary. */
    engine: string;
}

/**
 * @param environment SANDBOX_DIR moves the sandbox; CORE_PLATFORM_ROOT and CORE_PLATFORM_ENGINE_BIN come from set-up
 * @throws Error when set-up did not say where repository and engine are
 */
export function placeOf(environment: NodeJS.ProcessEnv): Place {
    const root = required(environment, "CORE_PLATFORM_ROOT");
    const folder = path.resolve(
        callerFolder(environment),
        environment.SANDBOX_DIR || path.join(root, ".sandbox"),
    );
    return {
        root,
        folder,
        project: path.join(folder, "project"),
        state: path.join(folder, "state"),
        home: path.join(folder, "home"),
        cloud: path.join(folder, "cloud"),
        bin: path.join(folder, "bin"),
        engine: required(environment, "CORE_PLATFORM_ENGINE_BIN"),
    };
}

/** The kubeconfig of pretended local clusters: what KUBECONFIG names in the sandbox. */
export function kubeconfigFile(place: Pick<Place, "folder">): string {
    return path.join(place.folder, "kubeconfig");
}

/** Where the user stands: npm changes to the repository and tells where it was called from. */
export function callerFolder(environment: NodeJS.ProcessEnv): string {
    return environment.INIT_CWD || process.cwd();
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
    const value = environment[name];
    if (value === undefined || value === "")
        throw new Error(`${name} is not set: start the sandbox by npm run sandbox`);
    return value;
}
