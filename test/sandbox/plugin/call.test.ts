import assert from "node:assert/strict";
import { Account, GLOBAL } from "../../../sandbox/cloud/account";
import { Call, type Subject } from "../../../sandbox/plugin/call";
import { RefusedError } from "../../../sandbox/plugin/refusal";
import { temporaryFolder } from "../cloud/temporary-folder";
import { PLACE, THING, thing, tinyPackage, urn } from "./tiny-package";

describe("A call of a fake", () => {
    const folder = temporaryFolder();

    function call(changes: Partial<Subject> = {}): Call {
        const pkg = tinyPackage();
        const caller = pkg.configure({}, "dvlp");
        return new Call(new Account(folder()), caller, {
            type: THING,
            urn: urn("core"),
            service: "Tiny",
            operation: "CreateThing",
            refusals: thing.refusals,
            describe: (refused) => pkg.describe({ ...refused, service: "Tiny" }),
            isGlobal: pkg.isGlobal,
            ...changes,
        });
    }

    const vpc = { type: THING, id: "a", properties: { size: 1 } };

    it("knows its type, its URN and the logical name", () => {
        assert.equal(call().type, THING);
        assert.equal(call().urn, urn("core"));
        assert.equal(call().name, "core");
        assert.equal(call({ urn: "" }).name, "");
    });

    it("writes, finds, lists and removes objects in the caller's region", () => {
        call().put({ ...vpc, createdAt: "2026-01-01T00:00:00Z" });
        const found = call().find(THING, "a");
        assert.deepEqual(found, { stack: "dvlp", ...vpc, region: "here", createdAt: "2026-01-01T00:00:00Z" });
        assert.deepEqual(call().list(THING), [found]);
        call().remove(found);
        assert.equal(call().find(THING, "a"), undefined);
    });

    it("says when an object was made, unless it is told", () => {
        call().put(vpc);
        const { createdAt } = call().find(THING, "a")!;
        assert.equal(new Date(createdAt).toISOString(), createdAt);
    });

    it("finds objects of global services whatever the region", () => {
        assert.equal(call().regionOf(PLACE), GLOBAL);
        call().put({ ...vpc, type: PLACE });
        assert.equal(call().find(PLACE, "a")?.region, GLOBAL);
    });

    it("refuses by a row of the table, in the package's words", () => {
        assert.throws(
            () => call().refuse("TooLarge", { size: 5, most: 4 }),
            (error: RefusedError) => {
                assert.ok(error instanceof RefusedError);
                assert.equal(error.code, "TooLarge");
                assert.equal(error.message, "CreateThing: 400 TooLarge: 5 is more than 4.");
                return true;
            },
        );
    });

    it("takes status, operation and code from the row where it has them", () => {
        assert.throws(() => call().refuse("InUse", { id: "x" }), {
            message: "CheckThing: 409 InUse: x is in use.",
        });
        assert.throws(() => call().refuse("SharedOne"), {
            code: "SharedOne",
            message: "CreateThing: 400 Shared: one",
        });
    });

    it("leaves the provider's own sentences as they are", () => {
        assert.throws(() => call().refuse("Slow", { id: "x" }), { message: "x did not get ready." });
    });

    it("says that a row is missing from the table: that is a bug, not a refusal", () => {
        assert.throws(
            () => call().refuse("Nonsense"),
            (error: Error) => {
                assert.ok(!(error instanceof RefusedError));
                assert.equal(error.message, `${THING} has no refusal Nonsense in its table`);
                return true;
            },
        );
        assert.throws(() => call().notReady("Nonsense"), { message: /has no refusal Nonsense/ });
    });

    it("remembers why the object did not get ready, and goes on", () => {
        const slow = call();
        slow.notReady("Slow", { id: "x" });
        assert.deepEqual(slow.unready, { code: "Slow", message: "x did not get ready." });
        assert.equal(call().unready, undefined);
    });

    it("requires what it refers to, or refuses", () => {
        call().put(vpc);
        assert.equal(call().require(THING, "a", "InUse", { id: "a" }).id, "a");
        assert.throws(() => call().require(THING, "b", "InUse", { id: "b" }), { code: "InUse" });
    });
});
