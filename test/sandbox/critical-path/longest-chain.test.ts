import assert from "node:assert/strict";
import fc from "fast-check";
import { longestChain, type Task } from "../../../sandbox/critical-path/longest-chain";

const task = (id: string, seconds: number, ...after: string[]): Task => ({ id, seconds, after });

describe("the longest chain", () => {
    it("is the one that takes longest, not the one with most tasks", () => {
        const tasks = [
            task("a", 1),
            task("b", 1, "a"),
            task("c", 1, "b"),
            task("slow", 5, "a"),
            task("end", 1, "slow"),
        ];
        assert.deepEqual(longestChain(tasks), [
            { id: "a", seconds: 1, done: 1 },
            { id: "slow", seconds: 5, done: 6 },
            { id: "end", seconds: 1, done: 7 },
        ]);
    });

    it("does not depend on the order in which tasks are given", () => {
        const tasks = [task("end", 1, "middle"), task("middle", 2, "start"), task("start", 3)];
        assert.deepEqual(
            longestChain(tasks).map(({ id }) => id),
            ["start", "middle", "end"],
        );
    });

    it("takes the first of two that are equally long", () => {
        const tasks = [task("a", 2), task("b", 2), task("end", 1, "a", "b")];
        assert.deepEqual(
            longestChain(tasks).map(({ id }) => id),
            ["a", "end"],
        );
    });

    it("may end before a task that takes no time, and is empty where there is nothing", () => {
        assert.deepEqual(
            longestChain([task("a", 2), task("free", 0, "a")]).map(({ id }) => id),
            ["a"],
        );
        assert.deepEqual(longestChain([]), []);
    });

    it("names a task that is waited for and is not there", () => {
        assert.throws(
            () => longestChain([task("a", 1, "b")]),
            new Error("a comes after b, which is not there"),
        );
    });

    it("names a circle", () => {
        const circle = [task("a", 1, "b"), task("b", 1, "c"), task("c", 1, "b")];
        assert.throws(() => longestChain(circle), new Error("b waits for c waits for b"));
    });

    it("is as long as working everything off with as many hands as it takes", () => {
        const graphs = fc
            .array(fc.record({ seconds: fc.nat(20), after: fc.array(fc.nat(11), { maxLength: 4 }) }), {
                maxLength: 12,
            })
            .map((nodes) =>
                nodes.map(({ seconds, after }, index) =>
                    task(String(index), seconds, ...after.filter((other) => other < index).map(String)),
                ),
            );
        fc.assert(
            fc.property(graphs, (tasks) => {
                const done: Record<string, number> = {};
                for (const { id, seconds, after } of tasks)
                    done[id] = seconds + Math.max(0, ...after.map((other) => done[other]));
                assert.equal(longestChain(tasks).at(-1)?.done ?? 0, Math.max(0, ...Object.values(done)));
            }),
        );
    });
});
