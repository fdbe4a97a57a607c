import assert from "node:assert/strict";
import { longestChain } from "../../../sandbox/critical-path/longest-chain";
import { durationIn, programOrder } from "../../../sandbox/critical-path/program-order";
import type { Resource } from "../../../sandbox/critical-path/resources";
import { component, resource } from "./made-up";

const VPC = "aws:ec2/vpc:Vpc";
const CLUSTER = "aws:eks/cluster:Cluster";
const ADDON = "aws:eks/addon:Addon";

/** The longest chain of resources, without what takes no time. */
const chainOf = (...resources: Resource[]): string[] =>
    longestChain(programOrder(resources))
        .filter(({ seconds }) => seconds > 0)
        .map(({ id }) => id);

describe("the order in which the engine makes a program's resources", () => {
    it("follows dependencies, also those that no input has", () => {
        const addon = resource("addon", ADDON, [], { dependencies: ["cluster"] });
        assert.deepEqual(chainOf(addon, resource("cluster", CLUSTER)), ["cluster", "addon"]);
    });

    it("lets a resource wait for its provider, and that for what it depends on", () => {
        const provider = resource("kubernetes", "pulumi:providers:kubernetes", ["cluster"]);
        const namespace = resource("namespace", "kubernetes:core/v1:Namespace", [], {
            provider: "kubernetes",
        });
        assert.deepEqual(chainOf(resource("cluster", CLUSTER), provider, namespace), [
            "cluster",
            "namespace",
        ]);
    });

    it("lets a child wait for a parent's own dependencies, but not for the parent's other children", () => {
        const parent = component("parent", "core-platform:cluster:Cluster", { dependencies: ["vpc"] });
        const slow = resource("slow", CLUSTER, [], { parent: "parent" });
        const quick = resource("quick", ADDON, [], { parent: "parent" });
        assert.deepEqual(chainOf(resource("vpc", VPC), parent, slow, quick), ["vpc", "slow"]);
    });

    it("lets a child wait until a parent that a provider makes is made", () => {
        const child = resource("child", ADDON, [], { parent: "cluster" });
        assert.deepEqual(chainOf(resource("cluster", CLUSTER), child), ["cluster", "child"]);
    });

    it("has a component of the program there at once", () => {
        const own = component("own", "core-platform:cluster:Cluster");
        const inside = resource("inside", CLUSTER, [], { parent: "own" });
        const user = resource("user", ADDON, ["own"]);
        assert.deepEqual(chainOf(own, inside, user), ["inside"]);
    });

    it("has a remote component there once everything in it is, however deep", () => {
        const remote = component("remote", "eks:index:Cluster");
        const group = component("group", "eks:index:ServiceRole", { parent: "remote" });
        const inside = resource("inside", CLUSTER, [], { parent: "group" });
        const user = resource("user", ADDON, ["remote"]);
        assert.deepEqual(chainOf(remote, group, inside, user), ["inside", "user"]);
    });

    it("takes no time for providers, and the table's for the rest", () => {
        assert.equal(durationIn(resource("aws", "pulumi:providers:aws")).seconds, 0);
        assert.equal(durationIn(resource("cluster", CLUSTER)).seconds, 540);
        const inputs = { addonName: "aws-ebs-csi-driver" };
        assert.equal(durationIn(resource("csi", ADDON, [], { inputs })).seconds, 46);
    });
});
