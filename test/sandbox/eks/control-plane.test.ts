import * as assert from "node:assert/strict";
import { controlPlaneArgs } from "../../../sandbox/eks/control-plane";
import { clusterOptions, type ClusterOptions } from "../../../sandbox/eks/options";
import { ENOUGH } from "./options-fixture";
import { valueOf } from "./recorded-cluster";

const args = (more: object): ReturnType<typeof controlPlaneArgs> =>
    controlPlaneArgs("c", clusterOptions({ ...ENOUGH, ...more }) as ClusterOptions, "role", ["subnet-1"]);

describe("the control plane of eks.Cluster", () => {
    it("makes its creator an administrator, and bootstraps add-ons unless told not to", () => {
        assert.deepEqual(args({}).accessConfig, {
            authenticationMode: "API",
            bootstrapClusterCreatorAdminPermissions: true,
        });
        assert.equal(args({}).bootstrapSelfManagedAddons, true);
        assert.equal(args({ bootstrapSelfManagedAddons: false }).bootstrapSelfManagedAddons, false);
    });

    it("lets tags win over cluster tags, and both over the name", async () => {
        const tags = args({ tags: { a: "tag" }, clusterTags: { a: "cluster", Name: "mine" } }).tags;
        assert.deepEqual(await valueOf(tags), { Name: "mine", a: "tag" });
    });

    it("encrypts secrets with the key that it is given", async () => {
        assert.equal(args({}).encryptionConfig, undefined);
        assert.deepEqual(await valueOf(args({ encryptionConfigKeyArn: "key" }).encryptionConfig), {
            provider: { keyArn: "key" },
            resources: ["secrets"],
        });
    });

    it("sets an IPv4 range for services on IPv4 alone", async () => {
        const range = "10.100.0.0/16";
        const network = (more: object): Promise<unknown> => valueOf(args(more).kubernetesNetworkConfig);
        assert.equal(args({}).kubernetesNetworkConfig, undefined);
        assert.deepEqual(await network({ kubernetesServiceIpAddressRange: range }), {
            serviceIpv4Cidr: range,
            ipFamily: "ipv4",
        });
        assert.deepEqual(await network({ kubernetesServiceIpAddressRange: range, ipFamily: "ipv6" }), {
            serviceIpv4Cidr: undefined,
            ipFamily: "ipv6",
        });
    });
});
