import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { ENVIRONMENTS } from "../../../environments";
import { isListed, referencesOf } from "../../../sandbox/critical-path/references";
import type { Resource } from "../../../sandbox/critical-path/resources";
import { component, resource } from "./made-up";

const GOLDEN = path.resolve(__dirname, "../../golden");

const references = (of: Resource, ...others: Resource[]): string[] =>
    referencesOf(of, new Map([of, ...others].map((item) => [item.urn, item])));

describe("what a resource names", () => {
    const subnet = resource("subnet", "aws:ec2/subnet:Subnet");
    const route = resource("route", "aws:ec2/route:Route");
    const cluster = resource("cluster", "aws:eks/cluster:Cluster", ["subnet", "route"]);

    it("is what its request names, not what its program waits for besides", () => {
        assert.deepEqual(references(cluster, subnet, route), ["subnet"]);
    });

    it("is never a component", () => {
        const remote = component("remote", "eks:index:Cluster");
        const addon = resource("addon", "aws:eks/addon:Addon", ["cluster", "remote"]);
        assert.deepEqual(references(addon, remote, cluster), ["cluster"]);
    });

    it("is every source of an input where the table does not know the type", () => {
        const record = resource("record", "aws:route53/record:Record", ["subnet", "route"]);
        assert.ok(!isListed(record.type));
        assert.deepEqual(references(record, subnet, route), ["subnet", "route"]);
    });

    it("is the cluster for what lies in it, through its provider", () => {
        const provider = resource("kubernetes", "pulumi:providers:kubernetes", ["cluster"]);
        const namespace = resource("namespace", "kubernetes:core/v1:Namespace", [], {
            provider: "kubernetes",
        });
        assert.deepEqual(references(namespace, provider), ["kubernetes"]);
        assert.deepEqual(references(provider, cluster), ["cluster"]);
    });

    for (const environment of ENVIRONMENTS)
        it(`is in the table for each type of ${environment} that depends on anything`, () => {
            const graph = JSON.parse(fs.readFileSync(path.join(GOLDEN, `${environment}.json`), "utf8")) as {
                resource: string;
                dependsOn?: string[];
            }[];
            const types = graph
                .filter(({ dependsOn = [] }) => dependsOn.length > 0)
                .map((item) => item.resource.split(" ")[0])
                .filter((type) => /^(aws|kubernetes|pulumi):/.test(type));
            assert.deepEqual([...new Set(types)].filter((type) => !isListed(type)).sort(), []);
        });
});
