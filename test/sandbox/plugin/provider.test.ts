import assert from "node:assert/strict";
import * as path from "node:path";
import { Account } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { DEFAULTS } from "../../../sandbox/plugin/autoname";
import type { Fake } from "../../../sandbox/plugin/fake";
import type { Intent, Package } from "../../../sandbox/plugin/package";
import { Provider } from "../../../sandbox/plugin/provider";
import { NotReadyError, RefusedError } from "../../../sandbox/plugin/refusal";
import type { ResourceTyping } from "../../../sandbox/plugin/typings";
import { temporaryFolder } from "../cloud/temporary-folder";
import { ACCOUNT_ID, FIND, PLACE, PROVIDER_URN, THING, thing, tinyPackage, urn } from "./tiny-package";

const CORE = urn("core");

describe("A provider", () => {
    const folder = temporaryFolder();
    const before = process.env.SANDBOX_DIR;
    const account = (): Account => new Account(path.join(folder(), "cloud", ACCOUNT_ID));

    beforeEach(() => {
        process.env.SANDBOX_DIR = folder();
    });
    afterEach(() => {
        if (before === undefined) delete process.env.SANDBOX_DIR;
        else process.env.SANDBOX_DIR = before;
    });

    function provider(changes: Partial<Package> = {}): Provider {
        const made = new Provider({ ...tinyPackage(), ...changes });
        made.configure(PROVIDER_URN, { region: "here" });
        return made;
    }

    /** Makes a thing by the way of check and create. */
    async function made(
        inputs: Properties = { name: "a", size: 1 },
    ): Promise<{ provider: Provider; inputs: Properties }> {
        const by = provider();
        const checked = by.check(CORE, {}, inputs);
        assert.deepEqual(checked.failures, []);
        await by.create(CORE, checked.inputs);
        return { provider: by, inputs: checked.inputs };
    }

    const stored = (id = "a"): Properties | undefined => account().get(THING, id, "here")?.properties;

    it("works in the account of its URN's stack, with the configuration it was given", () => {
        const seen: Properties[] = [];
        new Provider(tinyPackage(seen)).configure(PROVIDER_URN, { region: "there" });
        assert.deepEqual(seen, [{ region: "there" }]);
    });

    it("refuses to work before it was configured", async () => {
        const raw = new Provider(tinyPackage());
        assert.throws(() => raw.check(CORE, {}, { size: 1 }), { message: /before it was configured/ });
        await assert.rejects(raw.create(CORE, { size: 1 }), { message: /before it was configured/ });
        await assert.rejects(raw.invoke(FIND, { id: "a" }), { message: /before it was configured/ });
    });

    it("names the nearest type or function when it does not know one", async () => {
        assert.throws(() => provider().check(urn("x", "tiny:index/thin:Thin"), {}, {}), {
            message: `the sandbox does not know the resource type "tiny:index/thin:Thin"; did you mean "${THING}"?`,
        });
        await assert.rejects(provider().invoke("tiny:index/fnd:find", {}), {
            message: `the sandbox does not know the function "tiny:index/fnd:find"; did you mean "${FIND}"?`,
        });
    });

    describe("at a check", () => {
        it("gives a name, and keeps it", () => {
            const first = provider().check(CORE, {}, { size: 1 });
            assert.match(String(first.inputs.name), /^core-[0-9a-f]{7}$/);
            assert.deepEqual(provider().check(CORE, first.inputs, { size: 2 }).inputs, {
                ...first.inputs,
                size: 2,
            });
        });

        it("asks the fake and the package only for inputs of the right names and kinds", () => {
            const calls: string[] = [];
            const fake = { ...thing, normalise: (news: Properties) => (calls.push("normalise"), news) };
            const strict = provider({
                fakes: [fake],
                prepare: (_, inputs) => (calls.push("prepare"), inputs),
                checkAll: () => (calls.push("checkAll"), []),
            });
            const wrong = strict.check(CORE, {}, { size: [], sise: 1 });
            assert.deepEqual(
                wrong.failures.map(({ property }) => property),
                ["sise", "size"],
            );
            assert.deepEqual(wrong.inputs, { size: [], sise: 1 });
            assert.deepEqual(calls, []);
            strict.check(CORE, {}, { size: 1 });
            assert.deepEqual(calls, ["prepare", "normalise", "checkAll"]);
        });

        it("shows what the fake refuses, what all types refuse, and names that are too long", () => {
            assert.deepEqual(provider().check(CORE, {}, { size: 13 }).failures, [
                { property: "size", reason: "13 brings bad luck" },
            ]);
            const checkAll = (): { property: string; reason: string }[] => [
                { property: "labels", reason: "too many" },
            ];
            assert.deepEqual(provider({ checkAll }).check(CORE, {}, { size: 1 }).failures, checkAll());
            const long = provider().check(urn("a-very-long-logical-name"), {}, { size: 1 });
            assert.deepEqual(
                long.failures.map(({ property }) => property),
                ["name"],
            );
        });

        it("prepares inputs as the package does, and normalises them as the fake does", () => {
            const prepared = provider({
                prepare: (type, inputs, caller) => ({ ...inputs, labels: { type, stack: caller.stack } }),
                fakes: [{ ...thing, normalise: (news, olds) => ({ ...news, tier: olds.tier ?? "new" }) }],
            });
            const { inputs } = prepared.check(CORE, { tier: "old" }, { name: "a", size: 1 });
            assert.deepEqual(inputs, {
                name: "a",
                size: 1,
                labels: { type: THING, stack: "dvlp" },
                tier: "old",
            });
        });
    });

    describe("at the preview of a create", () => {
        it("shows inputs and defaults, and the rest as unknown; notes and nulls are no properties", () => {
            const inputs = {
                name: "a",
                size: UNKNOWN,
                labels: null,
                config: { mode: "m" },
                [DEFAULTS]: ["name"],
            };
            assert.deepEqual(provider().previewCreate(CORE, inputs), {
                name: "a",
                size: UNKNOWN,
                tier: "standard",
                config: { mode: "m", version: UNKNOWN },
                labels: UNKNOWN,
                rules: UNKNOWN,
                arn: UNKNOWN,
                revision: UNKNOWN,
            });
            assert.deepEqual(account().all(), []);
        });

        it("shows as unknown what the fake names, where it names something", () => {
            const fake = { ...thing, computed: ["arn"], computedInside: undefined };
            const shown = provider({ fakes: [fake] }).previewCreate(CORE, { name: "a", size: 1 });
            assert.deepEqual(shown, { name: "a", size: 1, tier: "standard", arn: UNKNOWN });
        });
    });

    describe("at a create", () => {
        it("stores inputs, defaults and outputs, and what only the service knows apart from them", async () => {
            await made({ size: 1, labels: { a: "b" }, name: "a" });
            const object = account().get(THING, "a", "here")!;
            assert.deepEqual(object.properties, {
                tier: "standard",
                name: "a",
                size: 1,
                labels: { a: "b" },
                arn: "arn:tiny:here:a",
                revision: 1,
            });
            assert.deepEqual(object.internal, { secret: "of the service" });
            assert.equal(object.urn, CORE);
        });

        it("stores nothing when the service refuses", async () => {
            await assert.rejects(made({ name: "a", size: 101 }), (error: RefusedError) => {
                assert.ok(error instanceof RefusedError);
                assert.equal(error.message, "CreateThing: 400 TooLarge: 101 is more than 100.");
                return true;
            });
            assert.deepEqual(account().all(), []);
        });

        it("says it when the fake refuses by a row that its table does not have", async () => {
            await assert.rejects(made({ name: "a", size: 1, tier: "forgotten" }), {
                message: `${THING} has no refusal NotInTable in its table`,
            });
        });

        it("stores an object that does not get ready, and reports it", async () => {
            await assert.rejects(made({ name: "a", size: 1, tier: "slow" }), (error: NotReadyError) => {
                assert.ok(error instanceof NotReadyError);
                assert.deepEqual([error.id, error.message], ["a", "a did not get ready."]);
                assert.deepEqual(error.properties, stored());
                return true;
            });
        });

        it("puts global types into no region", async () => {
            await provider().create(urn("p", PLACE), { name: "p" });
            assert.deepEqual(
                account()
                    .all()
                    .map(({ region }) => region),
                ["global"],
            );
        });

        it("lets the package complete what every resource shows", async () => {
            const by = provider({
                complete: (_, properties, caller) => ({ ...properties, region: caller.region }),
            });
            assert.equal((await by.create(CORE, { name: "a", size: 1 })).properties.region, "here");
            assert.equal(by.previewCreate(CORE, {}).region, "here");
        });
    });

    describe("at an update", () => {
        it("sets what was given and drops what the program dropped, back to its default where there is one", async () => {
            const { provider: by, inputs } = await made({
                name: "a",
                size: 1,
                tier: "gold",
                labels: { x: "y" },
            });
            const after = { name: "a", size: 2 };
            const expected = { name: "a", size: 2, tier: "standard", arn: "arn:tiny:here:a", revision: 2 };
            assert.deepEqual(await by.update("a", CORE, inputs, after), expected);
            assert.deepEqual(stored(), expected);
            assert.deepEqual(account().get(THING, "a", "here")?.internal, { secret: "of the service" });
        });

        it("notes the resource's new URN and stack: it may have been moved", async () => {
            const { provider: by, inputs } = await made();
            const moved = CORE.replace("urn:pulumi:dvlp::", "urn:pulumi:dvlp-part::");
            by.configure(PROVIDER_URN.replace("urn:pulumi:dvlp::", "urn:pulumi:dvlp-part::"), {
                region: "here",
            });
            await by.update("a", moved, inputs, { ...inputs, size: 2 });
            const { urn: noted, stack } = account().get(THING, "a", "here")!;
            assert.deepEqual([noted, stack], [moved, "dvlp-part"]);
        });

        it("keeps what changed in the cloud and is not the program's", async () => {
            const { provider: by, inputs } = await made();
            account().put({
                ...account().get(THING, "a", "here")!,
                properties: { ...stored(), rules: ["drift"] },
            });
            await by.update("a", CORE, inputs, { ...inputs, size: 2 });
            assert.deepEqual(stored()?.rules, ["drift"]);
        });

        it("shows in a preview what it is going to answer, with the recomputed parts unknown", async () => {
            const { provider: by, inputs } = await made({
                name: "a",
                size: 1,
                labels: { x: "y" },
                config: {},
            });
            const state = { ...stored()!, config: { version: "7" } };
            const after = { name: "a", size: 2, config: { mode: "m" } };
            assert.deepEqual(by.previewUpdate(CORE, state, inputs, after), {
                name: "a",
                size: 2,
                tier: "standard",
                arn: "arn:tiny:here:a",
                config: { mode: "m", version: "7" },
                revision: UNKNOWN,
            });
            assert.equal(stored()?.size, 1);
        });

        it("takes the recomputed parts from the change where the fake does", () => {
            const fake = {
                ...thing,
                recomputed: (_: Properties, after: Properties) => (after.size === 2 ? ["arn"] : []),
            };
            const by = provider({ fakes: [fake] });
            const preview = (size: number): Properties =>
                by.previewUpdate(CORE, { arn: "x" }, { size: 1 }, { size });
            assert.equal(preview(2).arn, UNKNOWN);
            assert.equal(preview(3).arn, "x");
        });

        it("of an object that is gone advises a refresh", async () => {
            await assert.rejects(provider().update("a", CORE, { size: 1 }, { size: 2 }), {
                message: `${THING} 'a' is gone; run a refresh to forget it`,
            });
        });
    });

    describe("at a read", () => {
        it("finds inputs that follow what was changed by hand", async () => {
            const { provider: by, inputs } = await made({
                size: 1,
                labels: { a: "b" },
                config: { mode: "m" },
                name: "a",
            });
            const properties = {
                ...stored()!,
                size: 5,
                labels: { a: "b", c: "d" },
                config: { mode: "n", version: "1" },
            };
            account().put({ ...account().get(THING, "a", "here")!, properties });
            const found = await by.read("a", CORE, { ...inputs, [DEFAULTS]: ["name"] });
            assert.deepEqual(found?.state, properties);
            assert.deepEqual(found?.inputs, {
                size: 5,
                // A label from outside is drift; what the service adds inside an object is not.
                labels: { a: "b", c: "d" },
                config: { mode: "n" },
                name: "a",
                [DEFAULTS]: ["name"],
            });
        });

        it("finds items that were added to a list, and only the given parts of the others", async () => {
            const { provider: by, inputs } = await made({ name: "a", size: 1, rules: [{ port: 1 }] });
            const rules = [
                { port: 1, source: "default" },
                { port: 2, source: "x" },
            ];
            account().put({ ...account().get(THING, "a", "here")!, properties: { ...stored(), rules } });
            const found = await by.read("a", CORE, inputs);
            assert.deepEqual(found?.inputs.rules, [{ port: 1 }, { port: 2, source: "x" }]);
        });

        it("without inputs, as an import does, finds all that can be given", async () => {
            const { provider: by } = await made({ name: "a", size: 1 });
            const found = await by.read("a", CORE, {});
            assert.deepEqual(found?.inputs, { name: "a", size: 1, tier: "standard" });
        });

        it("finds nothing when the object is gone, or the package says that it is", async () => {
            assert.equal(await provider().read("a", CORE, {}), undefined);
            await made();
            assert.equal(await provider({ authorize: () => "gone" }).read("a", CORE, {}), undefined);
        });

        it("follows the fake's rule where it has one", async () => {
            await made();
            const fakes = [{ ...thing, refreshed: () => ({ size: 42 }) }];
            assert.deepEqual((await provider({ fakes }).read("a", CORE, {}))?.inputs, { size: 42 });
        });
    });

    describe("at a delete", () => {
        it("removes the object", async () => {
            await (await made()).provider.delete("a", CORE);
            assert.deepEqual(account().all(), []);
        });

        it("of an object that is gone succeeds, as the real providers do", async () => {
            await provider().delete("a", CORE);
            await made();
            await provider({ authorize: () => "gone" }).delete("a", CORE);
            assert.notEqual(stored(), undefined);
        });

        it("leaves the object where the service refuses", async () => {
            const { provider: by } = await made({ name: "a", size: 1, tier: "used" });
            await assert.rejects(by.delete("a", CORE), { message: "CheckThing: 409 InUse: a is in use." });
            assert.notEqual(stored(), undefined);
        });

        it("leaves in place what the fake says", async () => {
            await made();
            const fakes = [
                {
                    ...thing,
                    delete: () => ({ ...account().get(THING, "a", "here")!, properties: { left: true } }),
                },
            ];
            await provider({ fakes }).delete("a", CORE);
            assert.deepEqual(stored(), { left: true });
        });
    });

    describe("at an invoke", () => {
        it("answers from the account", async () => {
            const { provider: by } = await made({ name: "a", size: 7 });
            assert.deepEqual(await by.invoke(FIND, { id: "a" }), { result: { size: 7 }, failures: [] });
        });

        it("refuses in the package's words, and mistyped arguments before it asks", async () => {
            await assert.rejects(provider().invoke(FIND, { id: "b" }), {
                message: "FindThing: 400 Missing: There is no b.",
            });
            const { failures } = await provider().invoke(FIND, { ib: "b" });
            assert.deepEqual(
                failures.map(({ property }) => property),
                ["ib", "id"],
            );
        });
    });

    it("lets the package refuse each verb, and tells it what the call is about", async () => {
        const seen: Intent[] = [];
        const open = provider({ authorize: (_, intent) => void seen.push(intent) });
        await open.create(CORE, { name: "a", size: 1 });
        await open.read("a", CORE, {});
        await open.update("a", CORE, {}, { name: "a", size: 2 });
        await open.invoke(FIND, { id: "a" });
        await open.delete("a", CORE);
        assert.deepEqual(seen, [
            { verb: "create", inputs: { name: "a", size: 1 } },
            { verb: "read", id: "a" },
            { verb: "update", id: "a", inputs: { name: "a", size: 2 } },
            { verb: "invoke", inputs: { id: "a" } },
            { verb: "delete", id: "a" },
        ]);
        const closed = provider({
            authorize: () => {
                throw new Error("not you");
            },
        });
        await assert.rejects(closed.create(CORE, { name: "a", size: 1 }), { message: "not you" });
        assert.deepEqual(account().all(), []);
    });

    it("compares inputs by the fake's rules", () => {
        const { changes } = provider().diff(CORE, { name: "a", size: 1 }, { name: "b", size: 1 });
        assert.deepEqual(changes, { name: { kind: "update", replaces: true } });
    });

    describe("with types that no list holds", () => {
        const type = "tiny:index/other:Other";
        const fake: Fake = {
            ...thing,
            type,
            autoName: undefined,
            create: () => ({ id: "o", outputs: {} }),
            previewCreate: ({ size }) => (size === 1 ? { tried: true } : undefined),
            previewUpdate: ({ size }, state) => (size === 1 ? { ...state, tried: true } : undefined),
        };
        const typing: ResourceTyping = { inputs: {}, outputs: ["tier"], open: true };
        const other = (): Provider =>
            provider({ anyOther: (asked) => (asked === type ? { fake, typing } : undefined) });
        const URN = urn("o", type);

        it("finds them by the package's rule, with inputs that only the fake can check", async () => {
            assert.deepEqual(other().check(URN, {}, { anything: 1 }).failures, []);
            assert.equal((await other().create(URN, { anything: 1 })).id, "o");
            assert.throws(
                () => other().check(urn("x", `${type}s`), {}, {}),
                /does not know the resource type/,
            );
        });

        it("shows in a preview what the fake's dry run answers, and the usual where there is none", () => {
            assert.deepEqual(other().previewCreate(URN, { size: 1 }), { tried: true });
            assert.deepEqual(other().previewCreate(URN, { size: 2 }), { size: 2, tier: "standard" });
            assert.deepEqual(other().previewUpdate(URN, { a: 1 }, {}, { size: 1 }), { a: 1, tried: true });
            assert.equal(other().previewUpdate(URN, { a: 1 }, {}, { size: 2 }).tried, undefined);
        });
    });
});
