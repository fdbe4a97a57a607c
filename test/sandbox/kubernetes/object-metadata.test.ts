import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";
import {
    created,
    metadataOf,
    metadataProblems,
    updated,
    withName,
} from "../../../sandbox/kubernetes/object-metadata";

describe("the name of an object", () => {
    it("is the program's when it gives one, or one that is not known yet", () => {
        const named = { metadata: { name: "a" } };
        assert.equal(withName("logical", named, {}), named);
        const later = { metadata: { name: UNKNOWN } };
        assert.equal(withName("logical", later, {}), later);
        const allLater = { metadata: UNKNOWN };
        assert.equal(withName("logical", allLater, {}), allLater);
    });

    it("is made up with a note, and both are kept", () => {
        const first = withName("logical", {}, {});
        const { name, annotations } = metadataOf(first);
        assert.match(String(name), /^logical-[0-9a-f]{8}$/);
        assert.deepEqual(annotations, { "pulumi.com/autonamed": "true" });
        const given = { metadata: { annotations: { a: "b" } } };
        assert.deepEqual(metadataOf(withName("logical", given, first)), {
            name,
            annotations: { a: "b", "pulumi.com/autonamed": "true" },
        });
    });

    it("that the program gave is not made up when the program drops it", () => {
        const news = { metadata: {} };
        assert.equal(withName("logical", news, { metadata: { name: "a" } }), news);
    });
});

describe("the metadata that the API server answers", () => {
    it("keeps identity and moves the version on", () => {
        const first = created({ name: "a", labels: { x: "y" } }, { server: "set" });
        const second = updated({ name: "a" }, first, { server: "set" });
        assert.deepEqual(first.labels, { x: "y", server: "set" });
        assert.deepEqual(second.labels, { server: "set" });
        assert.equal(second.uid, first.uid);
        assert.equal(second.creationTimestamp, first.creationTimestamp);
        const third = updated({ name: "a" }, second, {});
        assert.ok(Number(third.resourceVersion) > Number(second.resourceVersion));
    });
});

describe("what is wrong with metadata", () => {
    const problems = (more: Properties): string[] => metadataProblems({ name: "a", ...more });

    it("is nothing for plain metadata", () => {
        const labels = { "pod-security.kubernetes.io/enforce": "baseline" };
        assert.deepEqual(problems({ labels, annotations: { "Example.com/A": "any text" } }), []);
    });

    it("is told by field, everything at once", () => {
        const found = problems({ name: "A", labels: { "a b": "c d" }, annotations: { "-": "" } });
        assert.deepEqual(
            found.map((problem) => problem.split(": ").slice(0, 3).join(": ")),
            [
                'metadata.name: Invalid value: "A"',
                'metadata.labels: Invalid value: "a b"',
                'metadata.labels: Invalid value: "c d"',
                'metadata.annotations: Invalid value: "-"',
            ],
        );
    });

    it("is a Pod Security level or version that does not exist", () => {
        const key = "pod-security.kubernetes.io/warn";
        assert.match(
            problems({ labels: { [key]: "x" } })[0],
            /must be one of privileged, baseline, restricted$/,
        );
        assert.match(problems({ labels: { [`${key}-version`]: "1.35" } })[0], /must be "latest" or "v1\.x"$/);
        assert.deepEqual(problems({ labels: { [`${key}-version`]: "v1.35" } }), []);
    });
});
