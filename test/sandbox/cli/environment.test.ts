import assert from "node:assert/strict";
import { engineEnvironment, PASSPHRASE } from "../../../sandbox/cli/environment";
import { placeOf } from "../../../sandbox/cli/place";

const CALLER = {
    CORE_PLATFORM_ROOT: "/repository",
    CORE_PLATFORM_ENGINE_BIN: "/cache/bin",
    SANDBOX_DIR: "box",
    INIT_CWD: "/user",
    PATH: "/usr/bin:/bin",
};

function environmentFor(changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const environment = { ...CALLER, ...changes };
    return engineEnvironment(placeOf(environment), environment);
}

describe("The engine's environment", () => {
    it("has nothing of the user's own accounts in it", () => {
        const own = {
            AWS_ACCESS_KEY_ID: "key",
            AWS_SECRET_ACCESS_KEY: "secret",
            AWS_PROFILE: "prod",
            AWS_WEB_IDENTITY_TOKEN_FILE: "/token",
            KUBECONFIG: "/user/kubeconfig",
            KUBE_CONFIG_PATH: "/user/kubeconfig",
            PULUMI_ACCESS_TOKEN: "token",
            PULUMI_API: "https://example.com",
            PULUMI_CONFIG_PASSPHRASE_FILE: "/pass",
        };
        const environment = environmentFor(own);
        const { KUBECONFIG: _, ...others } = own;
        for (const name of Object.keys(others)) assert.equal(name in environment, false, name);
        assert.equal(environment.KUBECONFIG, "/user/box/kubeconfig");
    });

    it("replaces the user's backend, home and passphrase by the sandbox's", () => {
        const environment = environmentFor({
            PULUMI_BACKEND_URL: "s3://prod",
            PULUMI_HOME: "/user/.pulumi",
            PULUMI_CONFIG_PASSPHRASE: "mine",
        });
        assert.equal(environment.PULUMI_BACKEND_URL, "file:///user/box/state");
        assert.equal(environment.PULUMI_HOME, "/user/box/home");
        assert.equal(environment.PULUMI_CONFIG_PASSPHRASE, PASSPHRASE);
    });

    it("asks no questions and downloads nothing", () => {
        const environment = environmentFor();
        for (const name of [
            "SKIP_CONFIRMATIONS",
            "SKIP_UPDATE_CHECK",
            "DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
        ])
            assert.equal(environment[`PULUMI_${name}`], "true");
    });

    it("keeps the rest, and settings of the engine that touch no account", () => {
        const environment = environmentFor({ HOME: "/home/user", PULUMI_PARALLEL: "4" });
        assert.equal(environment.HOME, "/home/user");
        assert.equal(environment.PULUMI_PARALLEL, "4");
        assert.equal("PULUMI_STACK" in environment, false);
    });

    it("passes on what the Kubernetes provider asks for when its cluster is gone", () => {
        const environment = environmentFor({ PULUMI_K8S_DELETE_UNREACHABLE: "true" });
        assert.equal(environment.PULUMI_K8S_DELETE_UNREACHABLE, "true");
    });

    it("writes the backend's address so that a folder may have any name", () => {
        const { PULUMI_BACKEND_URL } = environmentFor({ SANDBOX_DIR: "/a b/50%20?#" });
        assert.equal(PULUMI_BACKEND_URL, "file:///a%20b/50%2520%3F%23/state");
    });

    it("finds the sandbox's commands first, the engine's next, and then the user's", () => {
        assert.equal(environmentFor().PATH, "/user/box/bin:/cache/bin:/usr/bin:/bin");
    });

    it("finds the plugins of SANDBOX_PLUGINS before all others, from where the user stands", () => {
        assert.equal(
            environmentFor({ SANDBOX_PLUGINS: "../plugins" }).PATH,
            "/plugins:/user/box/bin:/cache/bin:/usr/bin:/bin",
        );
    });

    it("gives plugins absolute paths, whatever folder they run in", () => {
        const environment = environmentFor({ SANDBOX_KUBECONFIG: "kind.yaml" });
        assert.equal(environment.SANDBOX_KUBECONFIG, "/user/kind.yaml");
        assert.equal(environment.SANDBOX_DIR, "/user/box");
        assert.equal("SANDBOX_KUBECONFIG" in environmentFor(), false);
    });
});
