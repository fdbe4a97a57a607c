import * as assert from "node:assert/strict";
import { Sandbox, type ResourceState } from "../helpers/sandbox";

/** The recorded dependencies of a deployed stack: creation follows them, a destroy goes them backwards. */
describe("the order of a deployment", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    let state: ResourceState[];
    before(async () => {
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        state = await sandbox.state("dvlp");
    });
    after(() => sandbox.remove());

    const named = (name: string): ResourceState => {
        const found = state.find(({ urn }) => urn.endsWith(`::${name}`));
        assert.ok(found, `no ${name} in the state`);
        return found;
    };

    /** Everything that has to exist before a resource: dependencies, providers, parents, and theirs. */
    const before_ = (name: string): Set<string> => {
        const seen = new Set<string>();
        const visit = (resource: ResourceState): void => {
            const provider = resource.provider?.slice(0, resource.provider.lastIndexOf("::"));
            for (const urn of [...(resource.dependencies ?? []), provider, resource.parent]) {
                if (urn === undefined || seen.has(urn)) continue;
                seen.add(urn);
                const next = state.find((candidate) => candidate.urn === urn);
                if (next !== undefined) visit(next);
            }
        };
        visit(named(name));
        return new Set([...seen].map((urn) => urn.split("::")[3]));
    };

    const rules: [name: string, needs: string[]][] = [
        [
            "cluster-eks-eksCluster",
            [
                "cluster-logs-group",
                "cluster-secrets-key",
                "cluster-role-no-log-groups",
                "network-private-a-subnet",
            ],
        ],
        [
            "cluster-system-nodes",
            [
                "cluster-addons-vpc-cni",
                "cluster-addons-eks-pod-identity-agent",
                "cluster-addons-kube-proxy",
                "network-private-a-internet",
                "network-private-b-routes",
            ],
        ],
        ["cluster-node-addons-coredns", ["cluster-system-nodes"]],
        [
            "cluster-node-addons-aws-ebs-csi-driver",
            ["cluster-system-nodes", "cluster-node-addons-aws-ebs-csi-driver-identity-association"],
        ],
        ["platform-namespace", ["cluster-access-deployer-policy", "cluster-system-nodes"]],
        ["metrics-server-release", ["platform-namespace", "cluster-node-addons-coredns"]],
        ["network-nat-a", ["network-public-internet", "network-internet-gateway"]],
    ];
    for (const [name, needs] of rules) {
        it(`makes ${needs.join(", ")} before ${name}, and removes them after it`, () => {
            const earlier = before_(name);
            for (const need of needs) assert.ok(earlier.has(need), `${name} does not wait for ${need}`);
        });
    }

    it("lets no control plane wait for a NAT gateway: it needs none, and takes minutes itself", () => {
        assert.ok(!before_("cluster-eks-eksCluster").has("network-nat-a"));
    });

    it("lets no node wait for an add-on that waits for nodes", () => {
        assert.ok(!before_("cluster-system-nodes").has("cluster-node-addons-coredns"));
    });
});
