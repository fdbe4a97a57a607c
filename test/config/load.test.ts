import assert from "node:assert/strict";
import { loadConfig, type PlatformConfig } from "../../config";
import { assertOneIssue, changed, errorOf } from "./changed";
import { LOCAL, LOCAL_STACK, WITH_CONTEXT } from "./local-stack";
import { engineValues } from "./stack-files";

/** Of a stack that deploys all parts. */
function load(...args: Parameters<typeof loadConfig>): Required<PlatformConfig> {
    return loadConfig(...args) as Required<PlatformConfig>;
}

describe("config/load", () => {
    it("refuses a stack that no environment claims, and lists the environments", () => {
        for (const stack of ["dev", "production", "dvlp-", "prod-t1", ""]) {
            assertOneIssue(errorOf(stack, engineValues("dvlp")), {
                key: "stack",
                value: stack,
                problem: "is claimed by no environment; they are dvlp, pprd, prod",
                remedy: "Take one of these, or dvlp-<ticket> for an ephemeral stack.",
            });
        }
    });

    it("gives an ephemeral stack dvlp's rules and its own name", () => {
        const ephemeral = { ticket: "t123", expires: "2026-11-30" };
        const config = loadConfig("dvlp-t123", changed("dvlp", { ephemeral }), [], "2026-11-30");
        assert.deepEqual([config.environment, config.stack], ["dvlp", "dvlp-t123"]);
        assert.deepEqual(config.ephemeral, ephemeral);
    });

    it("lists all errors at once: stack files, keys, values, rules, namespaces and secrets", () => {
        const values = changed("prod", {
            protect: false,
            "aws.regoin": "eu-west-1",
            "network.zones": ["a", "z"],
            "network.natGateways": "single",
            "cluster.access.engineers.policy": "AmazonEKSAdminPolicy",
            "cluster.access.robots": { principalArn: "nobody", policy: "AmazonEKSEditPolicy" },
            "cluster.nodeGroups.system.minSize": "many",
            "cluster.nodeGroups.other": {
                instanceTypes: ["m7g.large"],
                minSize: 3,
                maxSize: 2,
                desiredSize: 2,
            },
        });
        const error = errorOf("prod", { ...values, "aws:region": "eu-west-1", "core-platform:owner": "x" }, [
            "core-platform:owner",
        ]);
        assert.deepEqual(
            error.issues.map(({ key }) => key.replace("core-platform:", "")),
            [
                "owner",
                "aws:region",
                "aws.regoin",
                "network.zones[1]",
                "cluster.access.robots.principalArn",
                "cluster.nodeGroups.system.minSize",
                "protect",
                "cluster.access.engineers.policy",
                "cluster.access.robots.policy",
                "network.zones",
                "network.natGateways",
                "cluster.nodeGroups.other.minSize",
            ],
        );
        assert.match(error.message, /^The configuration of stack prod does not hold \(12 errors\):\n/);
        // What a rule says of a list with a wrong item in it shows the list as it is written.
        assert.deepEqual(error.issues[9].value, ["a", "z"]);
    });

    it("asks for everything where there is no configuration", () => {
        const { issues } = errorOf("dvlp", {});
        assert.ok(issues.some(({ key }) => key === "core-platform:owner"));
        assert.ok(issues.some(({ key }) => key === "core-platform:cluster.nodeGroups"));
        // No rule has anything to say of defaults in sections that are missing.
        assert.deepEqual(
            issues.filter(({ value }) => value !== undefined),
            [],
        );
    });

    it("says of a missing section what it must have, and nothing that follows from it", () => {
        for (const [section, asked] of [
            ["aws", ["accountId", "region", "deployerRoleArn"]],
            ["network", ["cidr", "zones"]],
            ["cluster", ["version", "nodeGroups"]],
        ] as const) {
            for (const stack of ["dvlp", "prod"]) {
                assert.deepEqual(
                    errorOf(stack, changed(stack, { [section]: undefined })).issues.map(({ key }) => key),
                    asked.map((key) => `core-platform:${section}.${key}`),
                );
            }
        }
    });

    it("holds a missing group of defaults against the rules", () => {
        const { issues } = errorOf("prod", changed("prod", { "cluster.endpoint": undefined }));
        assert.deepEqual(
            issues.map(({ key }) => key),
            ["core-platform:cluster.endpoint.privateAccessCidrs"],
        );
    });

    it("suggests the nearest of the top-level keys", () => {
        assertOneIssue(errorOf("dvlp", { ...engineValues("dvlp"), "core-platform:servises": "{}" }), {
            key: "core-platform:servises",
            value: {},
            problem: "is not a key that the platform knows",
            remedy: 'Write "services" instead.',
        });
    });

    it("takes numbers and booleans as strings, as the engine rewrites them", () => {
        const plain = loadConfig("dvlp", engineValues("dvlp"));
        const rewritten = Object.fromEntries(
            Object.entries(engineValues("dvlp")).map(([key, value]) => [
                key,
                value.replace(/([:[,])(\d+|true|false)(?=[,}\]])/g, '$1"$2"'),
            ]),
        );
        assert.notDeepEqual(rewritten, engineValues("dvlp"));
        assert.deepEqual(loadConfig("dvlp", rewritten), plain);
    });

    it("gives full zone names in the order of the letters", () => {
        const { network } = load("dvlp", changed("dvlp", { "network.zones": ["c", "a"] }));
        assert.deepEqual(network.availabilityZones, ["eu-central-1c", "eu-central-1a"]);
    });

    it("gives every add-on its exact version, and lets the stack file differ", () => {
        const differing = changed("dvlp", { "cluster.addons": { coredns: "v1.12.4-eksbuild.1" } });
        assert.deepEqual(load("dvlp", differing).cluster.addons, {
            "vpc-cni": "v1.21.1-eksbuild.7",
            "kube-proxy": "v1.35.3-eksbuild.2",
            coredns: "v1.12.4-eksbuild.1",
            "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
            "aws-ebs-csi-driver": "v1.57.1-eksbuild.1",
        });
    });

    it("gives an object that can't be changed, and none that calls share", () => {
        const config = load("dvlp", engineValues("dvlp"));
        assert.throws(() => Object.assign(config.network, { cidr: "x" }), TypeError);
        assert.throws(() => Object.assign(config.cluster.nodeGroups.system.labels, { a: "b" }), TypeError);
        assert.throws(() => (config.network.zones as string[]).push("c"), TypeError);
        assert.throws(() => Object.assign(config.cluster.addons, { coredns: "x" }), TypeError);
        assert.notEqual(loadConfig("dvlp", engineValues("dvlp")), config);
    });

    it("gives a satellite what its part needs, and the names of its environment's platform", () => {
        const parts = { deploys: ["platform"], holders: { cluster: "dvlp" } };
        const values = changed("dvlp", { parts, network: undefined, cluster: undefined });
        const config = loadConfig("dvlp-platform", values);
        assert.deepEqual(
            [config.stack, config.platform, config.environment],
            ["dvlp-platform", "dvlp", "dvlp"],
        );
        assert.deepEqual([config.network, config.cluster], [undefined, undefined]);
        assert.deepEqual([config.services, config.aws?.accountId], [{ metricsServer: true }, "111122223333"]);
    });

    it("still holds a satellite's roles against its account", () => {
        const parts = { deploys: ["platform"], holders: { cluster: "prod" } };
        const values = changed("prod", {
            parts,
            network: undefined,
            cluster: undefined,
            "aws.accountId": "111122223333",
        });
        assertOneIssue(errorOf("prod-platform", values), {
            key: "core-platform:aws.deployerRoleArn",
            value: "arn:aws:iam::777788889999:role/core-platform-deployer",
        });
    });

    it("gives a stack on a cluster that is there already nothing of AWS", () => {
        const config = loadConfig(LOCAL_STACK, changed("dvlp", LOCAL), [], undefined, WITH_CONTEXT);
        assert.deepEqual(
            { ...config },
            {
                stack: "dvlp-local",
                environment: "dvlp",
                platform: "dvlp-local",
                owner: "platform-team",
                protect: false,
                parts: { deploys: ["platform"], holders: {} },
                existingCluster: { kubeconfig: "/home/me/.kube/config", context: "kind-dev" },
                services: { metricsServer: true },
            },
        );
    });
});
