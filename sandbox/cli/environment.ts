import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { callerFolder, kubeconfigFile, type Place } from "./place";

/** Nothing of the user's own accounts may reach the engine: the sandbox must not be able to touch a real cloud. */
const KEPT_OUT = /^(AWS_|PULUMI_|KUBECONFIG$|KUBE_)/;

/** The passphrase of the sandbox's states. It guards nothing: they hold no secret, and everybody knows it. */
export const PASSPHRASE = "sandbox";

/** The environment that pulumi runs in: state and plugins of the sandbox, no questions, no network. */
export function engineEnvironment(place: Place, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const kept = Object.fromEntries(Object.entries(environment).filter(([name]) => !KEPT_OUT.test(name)));
    const here = callerFolder(environment);
    const plugins = environment.SANDBOX_PLUGINS ? [path.resolve(here, environment.SANDBOX_PLUGINS)] : [];
    const kubeconfig = environment.SANDBOX_KUBECONFIG
        ? { SANDBOX_KUBECONFIG: path.resolve(here, environment.SANDBOX_KUBECONFIG) }
        : {};
    return {
        ...kept,
        ...kubeconfig,
        PATH: [...plugins, place.bin, place.engine, environment.PATH ?? ""].join(path.delimiter),
        SANDBOX_DIR: place.folder,
        KUBECONFIG: kubeconfigFile(place),
        PULUMI_BACKEND_URL: pathToFileURL(place.state).href,
        PULUMI_HOME: place.home,
        PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
        PULUMI_SKIP_CONFIRMATIONS: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        ...passedOn(environment),
    };
}

/** Settings of the engine and its providers that reach no account. */
const HARMLESS = [
    // What a lost cluster's resources ask for in so many words.
    "PULUMI_K8S_DELETE_UNREACHABLE",
    "PULUMI_PARALLEL",
    "PULUMI_EXPERIMENTAL",
    "PULUMI_DEBUG_COMMANDS",
    "PULUMI_STACK",
    "PULUMI_OPTION_REFRESH",
];

function passedOn(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return Object.fromEntries(
        HARMLESS.filter((name) => name in environment).map((name) => [name, environment[name]]),
    );
}
