import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { ENVIRONMENTS } from "../../../environments";
import { fakes as awsFakes } from "../../../sandbox/aws/fakes";
import { fakes as kubernetesFakes } from "../../../sandbox/kubernetes/fakes";
import { API_CALLS, ROWS, rowOf } from "../../../sandbox/latency/table";

const GOLDEN = path.resolve(__dirname, "../../golden");

/** The types that a stack's program calls a cloud or a cluster for; components and providers are the engine's own. */
function calledTypes(environment: string): string[] {
    const graph = JSON.parse(fs.readFileSync(path.join(GOLDEN, `${environment}.json`), "utf8")) as {
        resource: string;
    }[];
    return [...new Set(graph.map(({ resource }) => resource.split(" ")[0]))].filter((type) =>
        /^(aws|kubernetes):/.test(type),
    );
}

describe("the table of durations", () => {
    it("says for each number where it comes from", () => {
        const forms = /^(AWS: https:\/\/[^\s:]+:? .+|log: https:\/\/[^\s:]+: .+|estimate: .{10,})$/;
        for (const row of ROWS)
            for (const verb of ["create", "update", "delete"] as const) {
                const [seconds, source] = row[verb];
                assert.match(source, forms, `${row.type} ${verb}`);
                assert.ok(seconds >= 0 && Number.isFinite(seconds), `${row.type} ${verb}`);
            }
    });

    it("cites pages of AWS for what AWS is said to state", () => {
        const stated = ROWS.flatMap((row) => [row.create, row.update, row.delete])
            .map(([, source]) => source)
            .filter((source) => source.startsWith("AWS:"));
        assert.ok(stated.length > 0);
        for (const source of stated) assert.match(source, /^AWS: https:\/\/(docs\.)?aws\.amazon\.com\//);
    });

    for (const environment of ENVIRONMENTS)
        it(`has a row for each type that ${environment} calls a cloud for`, () => {
            const missing = calledTypes(environment).filter((type) => rowOf(type, {}) === undefined);
            assert.deepEqual(missing, []);
        });

    it("has a row for each type that the sandbox stands in for", () => {
        const types = [...awsFakes, ...kubernetesFakes].map(({ type }) => type);
        assert.deepEqual(
            types.filter((type) => rowOf(type, {}) === undefined),
            [],
        );
    });

    it("names each type once without a condition, and after its rows with one", () => {
        for (const type of new Set(ROWS.map((row) => row.type))) {
            const rows = ROWS.filter((row) => row.type === type);
            assert.deepEqual(
                rows.map(({ when }) => when === undefined),
                [...rows.slice(1).map(() => false), true],
                type,
            );
        }
    });

    it("lists what is one call, in order and once", () => {
        assert.deepEqual(API_CALLS, [...new Set(API_CALLS)].sort());
    });
});
