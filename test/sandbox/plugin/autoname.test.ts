import assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { DEFAULTS, isAutoNamed, withAutoName } from "../../../sandbox/plugin/autoname";
import { thing } from "./tiny-package";

/** The name that a check gives. */
function nameOf(olds: Properties, news: Properties, logical = "core"): unknown {
    return withAutoName(thing, logical, olds, news).inputs.name;
}

describe("A name that the program leaves out", () => {
    it("is the logical name, a dash and seven hex digits", () => {
        const { inputs, failures } = withAutoName(thing, "core-vpc", {}, { size: 1 });
        assert.match(String(inputs.name), /^core-vpc-[0-9a-f]{7}$/);
        assert.equal(inputs.size, 1);
        assert.deepEqual(failures, []);
    });

    it("is kept over later checks", () => {
        const first = withAutoName(thing, "core", {}, {}).inputs;
        assert.equal(nameOf(first, { size: 2 }), first.name);
    });

    it("is made anew for a replacement, which comes without old inputs", () => {
        const names = new Set([1, 2, 3, 4, 5].map(() => nameOf({}, {})));
        assert.equal(names.size, 5);
    });

    it("is made when null stands for it, too", () => {
        assert.match(String(nameOf({}, { name: null })), /^core-[0-9a-f]{7}$/);
    });

    it("is made anew when the program gave one before and drops it", () => {
        assert.match(String(nameOf({ name: "fixed" }, {})), /^core-[0-9a-f]{7}$/);
    });

    it("is refused when it is longer than the type allows", () => {
        const { failures } = withAutoName(thing, "thirteen-long", {}, {});
        assert.equal(failures.length, 1);
        assert.equal(failures[0].property, "name");
        assert.match(failures[0].reason, /^name 'thirteen-long-\w{7}' is longer than maximum length 20/);
        assert.deepEqual(withAutoName(thing, "twelve-chars", {}, {}).failures, []);
    });
});

describe("A name that the program gives", () => {
    it("is taken as it is: the provider notes nothing, and a prefix counts as a name", () => {
        const given: Properties[] = [{ name: "mine" }, { name: UNKNOWN }, { namePrefix: "mine-" }];
        for (const news of given) {
            assert.deepEqual(withAutoName(thing, "core", {}, news), { inputs: news, failures: [] });
        }
    });

    it("takes the place of one that was made", () => {
        const first = withAutoName(thing, "core", {}, {}).inputs;
        assert.equal(nameOf(first, { name: "mine" }), "mine");
    });
});

describe("A type without names of its own", () => {
    it("gets none", () => {
        const nameless = { ...thing, autoName: undefined };
        assert.deepEqual(withAutoName(nameless, "core", {}, { size: 1 }).inputs, { size: 1 });
    });
});

describe("Whether a name was made", () => {
    it("is noted beside it, for this property alone", () => {
        assert.equal(isAutoNamed({ [DEFAULTS]: ["name"] }, "name"), true);
        const others: Properties[] = [
            {},
            { [DEFAULTS]: [] },
            { [DEFAULTS]: ["title"] },
            { [DEFAULTS]: "name" },
        ];
        for (const inputs of others) assert.equal(isAutoNamed(inputs, "name"), false);
    });
});
