import assert from "node:assert/strict";
import { loadConfig, type Surroundings } from "../../../config";
import { NO_SURROUNDINGS } from "../../../config/surroundings";
import type { DeclaredParts } from "../../../config/parts";
import { PARTS_RULES } from "../../../config/rules/parts";
import { changed, errorOf, type Changes } from "../changed";
import { describeRules } from "./rule-cases";

const ALL = ["network", "cluster", "platform"];

/** Stack files beside the stack's own. */
function beside(files: Readonly<Record<string, Partial<DeclaredParts>>>): Surroundings {
    const full = ({ deploys = ALL, holders = {} }: Partial<DeclaredParts>): DeclaredParts => ({
        deploys,
        holders,
    });
    return { ...NO_SURROUNDINGS, partsOf: (stack) => files[stack] && full(files[stack]) };
}

/** What remains of dvlp's file in a stack that deploys the cluster, or the platform, alone. */
const CLUSTER = { network: undefined, services: undefined } as const;
const PLATFORM = { network: undefined, cluster: undefined } as const;

/** A stack that deploys one part, and the holder of the part below it. */
const platformIn = (stack: string, cluster?: string, more: Partial<Surroundings> = {}) => ({
    file: "dvlp" as const,
    stack,
    change: {
        ...PLATFORM,
        parts: { deploys: ["platform"], holders: cluster === undefined ? {} : { cluster } },
    } as Changes,
    surroundings: { ...NO_SURROUNDINGS, ...more },
});

const clusterIn = (stack: string, network: string, surroundings: Surroundings = NO_SURROUNDINGS) => ({
    file: "dvlp" as const,
    stack,
    change: { ...CLUSTER, parts: { deploys: ["cluster"], holders: { network } } } as Changes,
    surroundings,
});

describe("config/rules/parts", () => {
    describeRules(PARTS_RULES, {
        "needed-parts-held": [
            {
                ...platformIn("dvlp-platform"),
                refuses: "a platform without a cluster",
                key: "parts.holders.cluster",
                value: undefined as never,
                problem: "must name the stack that deploys the cluster, on which platform is built",
                remedy: 'Write for example "dvlp", or add cluster to parts.deploys.',
                remedied: { "parts.holders.cluster": "dvlp" },
            },
            {
                refuses: "a cluster without a network, in the environment's own stack",
                file: "dvlp",
                change: { network: undefined, parts: { deploys: ["cluster", "platform"], holders: {} } },
                key: "parts.holders.network",
                value: undefined as never,
                remedy: 'Write for example "dvlp-network", or add network to parts.deploys.',
                remedied: { "parts.holders.network": "dvlp-network" },
            },
        ],
        "holders-needed": [
            {
                refuses: "a holder of what is deployed here",
                file: "dvlp",
                change: { parts: { holders: { network: "dvlp-network" } } },
                key: "parts.holders.network",
                value: "dvlp-network",
                problem: "names a holder of the network, which this stack deploys itself",
                remedy: "Remove it, or take network out of parts.deploys.",
                remedied: { parts: { holders: {} } },
            },
            {
                refuses: "a holder of what nothing here is built on",
                file: "dvlp",
                change: {
                    services: undefined,
                    parts: { deploys: ["network", "cluster"], holders: { platform: "dvlp-platform" } },
                },
                key: "parts.holders.platform",
                value: "dvlp-platform",
                problem: "names a holder of the platform, on which nothing here is built",
                remedy: "Remove it.",
                remedied: { "parts.holders.platform": undefined },
            },
        ],
        "holders-are-others": [
            {
                ...platformIn("dvlp-platform", "dvlp-platform"),
                refuses: "a stack that holds the cluster for itself",
                key: "parts.holders.cluster",
                value: "dvlp-platform",
                problem: "is this stack itself",
                remedy: "Name the stack that deploys the cluster, or add cluster to parts.deploys.",
                remedied: { "parts.holders.cluster": "dvlp" },
            },
        ],
        "holders-of-environment": [
            {
                ...platformIn("dvlp-platform", "staging"),
                refuses: "a holder that no environment claims",
                key: "parts.holders.cluster",
                value: "staging",
                problem: "is claimed by no environment",
                remedy: "Take dvlp, or a satellite such as dvlp-cluster.",
                remedied: { "parts.holders.cluster": "dvlp-cluster" },
            },
            {
                ...platformIn("dvlp-platform", "prod"),
                refuses: "a holder of another environment",
                key: "parts.holders.cluster",
                value: "prod",
                problem: "is a stack of prod, this one is of dvlp",
                remedy: "Take dvlp, or a satellite such as dvlp-cluster.",
                remedied: { "parts.holders.cluster": "dvlp" },
            },
            {
                ...platformIn("dvlp-platform", "dvlp-t1"),
                refuses: "an ephemeral stack that holds a part of dvlp",
                key: "parts.holders.cluster",
                value: "dvlp-t1",
                problem: "is an ephemeral stack: another platform must not depend on it",
                remedy: "Take dvlp, or a satellite such as dvlp-cluster.",
                remedied: { "parts.holders.cluster": "dvlp" },
            },
        ],
        "holders-acyclic": [
            {
                ...clusterIn("dvlp-cluster", "dvlp-network", {
                    ...beside({
                        "dvlp-network": { deploys: ["network"], holders: { cluster: "dvlp-cluster" } },
                    }),
                }),
                refuses: "a holder that names the stack back",
                key: "parts.holders.network",
                value: "dvlp-network",
                problem:
                    "goes round in a circle: dvlp-cluster -> dvlp-network -> dvlp-cluster; none of them could be " +
                    "deployed first",
                remedy: "Deploy the network in this stack, or let one of the others do without it.",
                remedied: { "parts.holders.network": "dvlp" },
            },
            {
                ...clusterIn("dvlp-cluster", "dvlp-network", {
                    ...beside({
                        "dvlp-network": { deploys: ["network"], holders: { cluster: "dvlp-platform" } },
                        "dvlp-platform": { deploys: ["platform"], holders: { cluster: "dvlp-cluster" } },
                    }),
                }),
                refuses: "a way back by another stack",
                key: "parts.holders.network",
                value: "dvlp-network",
                problem:
                    "goes round in a circle: dvlp-cluster -> dvlp-network -> dvlp-platform -> dvlp-cluster; none " +
                    "of them could be deployed first",
                remedy: "Deploy the network in this stack, or let one of the others do without it.",
                remedied: { "parts.holders.network": "dvlp" },
            },
        ],
        "holders-deploy": [
            {
                ...platformIn("dvlp-platform", "dvlp", beside({ dvlp: { deploys: ["network"] } })),
                refuses: "a holder whose stack file leaves the part out",
                key: "parts.holders.cluster",
                value: "dvlp",
                problem: "does not deploy the cluster; Pulumi.dvlp.yaml says network",
                remedy: "Name the stack that does, or add cluster to parts.deploys of dvlp.",
                remedied: { "parts.holders.cluster": "dvlp-cluster" },
            },
        ],
        "parts-once": [
            {
                refuses: "a part that a satellite deploys as well",
                file: "dvlp",
                surroundings: beside({ "dvlp-platform": { deploys: ["platform"] } }),
                change: {},
                key: "parts.deploys",
                value: ALL,
                problem: "holds platform, which Pulumi.dvlp-platform.yaml deploys as well",
                remedy: "Take it out of one of the two stack files; docs/parts.md says how a part moves.",
                remedied: { parts: { deploys: ["network", "cluster"] }, services: undefined },
            },
        ],
        "satellite-deploys-its-part": [
            {
                ...clusterIn("dvlp-platform", "dvlp"),
                refuses: "a satellite that deploys another part than it is called",
                key: "parts.deploys",
                value: ["cluster"],
                problem: "must hold platform in a stack called dvlp-platform",
                remedy: "Add platform, or name the stack after a part that it deploys.",
                remedied: {
                    cluster: undefined,
                    services: {},
                    parts: { deploys: ["platform"], holders: { cluster: "dvlp" } },
                },
            },
        ],
    });

    it("lets the cluster's holder stand for the network below it, and takes both names too", () => {
        const both: Record<string, string>[] = [{ cluster: "dvlp" }, { cluster: "dvlp", network: "dvlp" }];
        for (const holders of both) {
            const values = changed("dvlp", { ...PLATFORM, parts: { deploys: ["platform"], holders } });
            assert.deepEqual(loadConfig("dvlp-platform", values).parts, { deploys: ["platform"], holders });
        }
    });

    it("lets an ephemeral stack build a cluster in dvlp's network", () => {
        const ephemeral = { ticket: "t1", expires: "2026-11-30" };
        const parts = { deploys: ["cluster", "platform"], holders: { network: "dvlp" } };
        const values = changed("dvlp", { ephemeral, parts, network: undefined });
        const surroundings = beside({ dvlp: {} });
        assert.equal(loadConfig("dvlp-t1", values, [], "2026-11-21", surroundings).platform, "dvlp-t1");
    });

    it("holds prod's satellites to prod's rules", () => {
        const parts = { deploys: ["network"] };
        const values = changed("dvlp", { parts, cluster: undefined, services: undefined });
        assert.deepEqual(
            errorOf("prod-network", values).issues.map(({ key }) => key.replace("core-platform:", "")),
            ["protect", "network.zones", "network.natGateways", "network.interfaceEndpoints"],
        );
    });
});
