import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { FIGURES } from "../../bench/figures";

describe("The list of figures", () => {
    it("holds each file of bench/figures under its name", () => {
        const files = readdirSync("bench/figures").map((name) => name.replace(/\.ts$/, ""));
        assert.deepEqual(FIGURES.map(({ name }) => name).sort(), files.sort());
    });

    it("has titles that fit into the help's 80 columns", () => {
        assert.deepEqual(
            FIGURES.filter(({ title }) => title.length > 62),
            [],
        );
    });
});
