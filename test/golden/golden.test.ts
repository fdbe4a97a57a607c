import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { ENVIRONMENTS } from "../../environments";
import { Sandbox } from "../helpers/sandbox";
import { goldenGraph } from "./graph";

describe("the golden resource graph", function () {
    this.timeout(300_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());

    for (const environment of ENVIRONMENTS) {
        it(`of ${environment} is what the program makes (npm test -- --update-golden writes it anew)`, async () => {
            const graph = goldenGraph(await sandbox.preview(environment));
            const file = path.join(__dirname, `${environment}.json`);
            if (process.env.UPDATE_GOLDEN === "1") fs.writeFileSync(file, JSON.stringify(graph, null, 2) + "\n");
            assert.deepEqual(graph, JSON.parse(fs.readFileSync(file, "utf8")));
        });
    }
});
