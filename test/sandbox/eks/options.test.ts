import * as assert from "node:assert/strict";
import { clusterOptions } from "../../../sandbox/eks/options";

const enough = {
    authenticationMode: "API",
    skipDefaultNodeGroup: true,
    skipDefaultSecurityGroups: true,
    useDefaultVpcCni: true,
    kubeProxyAddonOptions: { enabled: false },
};

describe("the options of the stand-in of eks.Cluster", () => {
    it("are taken when the stand-in makes all that they ask for", () => {
        assert.deepEqual(clusterOptions({ ...enough, fargate: undefined }), {
            ...enough,
            fargate: undefined,
        });
    });

    it("name an option that the sandbox does not stand in for", () => {
        assert.throws(
            () => clusterOptions({ ...enough, fargate: true }),
            /does not stand in for the option "fargate" of eks\.Cluster/,
        );
        assert.throws(() => clusterOptions({ ...enough, subnetIDs: [] }), /did you mean "subnetIds"\?/);
    });

    const refused: [string, object, RegExp][] = [
        ["another authentication mode", { authenticationMode: "API_AND_CONFIG_MAP" }, /aws-auth ConfigMap/],
        ["the default node group", { skipDefaultNodeGroup: false }, /default node group/],
        ["the component's security groups", { skipDefaultSecurityGroups: undefined }, /security groups/],
        ["its vpc-cni add-on", { useDefaultVpcCni: false }, /vpc-cni/],
        ["its kube-proxy add-on", { kubeProxyAddonOptions: undefined }, /kube-proxy/],
        ["its coredns add-on", { corednsAddonOptions: { enabled: true } }, /coredns/],
        ["its coredns add-on, by values", { corednsAddonOptions: { configurationValues: {} } }, /coredns/],
        ["an instance role", { createInstanceRole: true }, /instance role/],
        ["an OIDC provider", { createOidcProvider: true }, /OIDC provider/],
        ["both ways to name subnets", { subnetIds: [], privateSubnetIds: [] }, /mutually exclusive/],
    ];
    for (const [what, options, message] of refused) {
        it(`refuse ${what}`, () => {
            assert.throws(() => clusterOptions({ ...enough, ...options }), message);
        });
    }

    it("name everything that is wrong at once", () => {
        assert.throws(
            () => clusterOptions({ fargate: true, autoMode: {} }),
            (error: Error) => error.message.split("\n").length === 7,
        );
    });
});
