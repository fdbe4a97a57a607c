import * as assert from "node:assert/strict";
import {
    holderFaults,
    type Asking,
    type StackOutputValues,
} from "../../../components/held-parts/holder-faults";
import type { PlatformConfig } from "../../../config";

const aws = { accountId: "111122223333", region: "eu-central-1" } as PlatformConfig["aws"];

const PLATFORM: Asking = {
    stack: "dvlp-platform",
    platform: "dvlp",
    parts: { deploys: ["platform"], holders: { cluster: "dvlp" } },
    aws,
};

/** The outputs of a stack that deploys these parts. */
function says(deploys: string[], more: Record<string, unknown> = {}): StackOutputValues {
    return { parts: { deploys, holders: {} }, accountId: "111122223333", region: "eu-central-1", ...more };
}

/** `problem -> remedy` of the one fault. */
function fault(asking: Asking, holder: string, outputs: StackOutputValues): string {
    const faults = holderFaults(asking, holder, outputs);
    assert.equal(faults.length, 1);
    assert.equal(faults[0].value, holder);
    return `${faults[0].problem} -> ${faults[0].remedy}`;
}

describe("holderFaults", () => {
    it("finds nothing wrong with a holder that deploys the part in the same account and region", () => {
        assert.deepEqual(holderFaults(PLATFORM, "dvlp", says(["network", "cluster"])), []);
    });

    it("says of a holder that was never deployed to deploy it first", () => {
        for (const outputs of [undefined, {}])
            assert.equal(
                fault(PLATFORM, "dvlp", outputs),
                "was never deployed, and holds the cluster -> Deploy it first: pulumi up -s dvlp",
            );
    });

    it("says of a holder without the output to deploy it anew", () => {
        assert.equal(
            fault(PLATFORM, "dvlp", { vpcId: "vpc-1" }),
            "was deployed before stacks said which parts they deploy -> Deploy it anew: pulumi up -s dvlp",
        );
    });

    it("refuses a holder that does not deploy the part, and quotes it", () => {
        assert.equal(
            fault(PLATFORM, "dvlp", says(["network"])),
            "does not deploy the cluster; it says that it deploys network -> " +
                "Name the stack that does, or deploy the cluster there: pulumi up -s dvlp",
        );
    });

    it("refuses a holder that names the stack back", () => {
        const outputs = {
            ...says(["cluster"]),
            parts: { deploys: ["cluster"], holders: { network: "dvlp-platform" } },
        };
        assert.match(
            fault(PLATFORM, "dvlp", outputs),
            /^goes round in a circle: it names this stack as the holder of the network -> /,
        );
    });

    it("refuses a part that the holder still deploys: a move is not finished", () => {
        assert.equal(
            fault(PLATFORM, "dvlp", says(["network", "cluster", "platform"])),
            "says that it deploys the platform itself, as this stack is about to -> " +
                "Move it (docs/parts.md), and update the holder first: pulumi up -s dvlp",
        );
    });

    it("refuses a second platform on one cluster, and takes a second cluster in one network", () => {
        const ephemeral = { stack: "dvlp-t1", platform: "dvlp-t1", aws };
        const all = says(["network", "cluster", "platform"]);
        const onCluster: Asking = { ...ephemeral, parts: PLATFORM.parts };
        assert.match(fault(onCluster, "dvlp", all), /^says that it deploys the platform itself/);
        const inNetwork: Asking = {
            ...ephemeral,
            parts: { deploys: ["cluster", "platform"], holders: { network: "dvlp" } },
        };
        assert.deepEqual(holderFaults(inNetwork, "dvlp", all), []);
    });

    it("refuses a holder in another account or region", () => {
        assert.match(
            fault(PLATFORM, "dvlp", says(["cluster"], { accountId: "444455556666" })),
            /^is of accountId 444455556666, this stack is of 111122223333 -> Write the same core-platform:aws.accountId/,
        );
        assert.match(
            fault(PLATFORM, "dvlp", says(["cluster"], { region: "eu-west-1" })),
            /^is of region eu-west-1, this stack is of eu-central-1/,
        );
    });

    it("names every part that the holder is named for", () => {
        const asking: Asking = {
            ...PLATFORM,
            parts: { deploys: ["platform"], holders: { network: "dvlp", cluster: "dvlp" } },
        };
        assert.deepEqual(
            holderFaults(asking, "dvlp", undefined).map(({ key }) => key),
            ["core-platform:parts.holders.network", "core-platform:parts.holders.cluster"],
        );
    });
});
