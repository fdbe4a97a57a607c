import assert from "node:assert/strict";
import { stackSchema } from "../../config/schema";
import { assertOneIssue, changed, errorOf } from "./changed";
import { schemaKeys } from "./schema-keys";
import { describeSection } from "./sections/key-cases";

const OWNER = "the name of a team, fit for a tag: letters, digits, spaces and _.:/=+-@, at most 256";

describe("config/schema", () => {
    describeSection("owner", [
        {
            key: "owner",
            bad: ["", " x", "a;b", "x".repeat(257)],
            expects: OWNER,
            good: ["R&D".replace("&", "+")],
        },
    ]);
    describeSection("protect", [
        { key: "protect", bad: ["no", "1"], expects: "true or false", good: ["true"] },
    ]);

    it("has no top-level key without a test of its section", () => {
        assert.deepEqual(Object.keys(stackSchema.shape), [
            "owner",
            "protect",
            "ephemeral",
            "parts",
            "aws",
            "network",
            "cluster",
            "services",
        ]);
    });

    it("refuses an unknown key in every group of keys", () => {
        const groups = schemaKeys().filter(
            ({ expectation, path }) => expectation === undefined && !path.includes("["),
        );
        assert.deepEqual(
            groups.map(({ path }) => path),
            [
                "ephemeral",
                "parts",
                "parts.holders",
                "aws",
                "network",
                "cluster",
                "cluster.endpoint",
                "cluster.access.<name>",
                "cluster.addons",
                "cluster.nodeGroups.<name>",
                "cluster.existing",
                "services",
            ],
        );
        // A ticket's stack has every group there is, but for the one that excludes the others.
        const ephemeral = { ticket: "t-123", expires: "2026-11-30" };
        for (const { path } of groups.filter((group) => group.path !== "cluster.existing")) {
            const key = path.replace("access.<name>", "access.engineers").replace("<name>", "system");
            const values = changed("dvlp", { ephemeral, parts: { holders: {} }, [`${key}.qqqqqqqqqq`]: 1 });
            assertOneIssue(errorOf("dvlp-t-123", values, [], "2026-11-21"), {
                key: `core-platform:${key}.qqqqqqqqqq`,
                value: 1,
                problem: "is not a key that the platform knows",
            });
        }
    });
});
