import assert from "node:assert/strict";
import { profileText, sharesOf } from "../../bench/profile";

const at = (id: number, url: string, functionName = "f") => ({ id, callFrame: { functionName, url } });

describe("The shares of a profile", () => {
    it("go to packages, Node, V8 and the program itself, longest first", () => {
        const nodes = [
            at(1, "", "(garbage collector)"),
            at(2, "file:///x/node_modules/@pulumi/aws/index.js"),
            at(3, "/x/node_modules/@pulumi/eks/node_modules/zod/index.js"),
            at(4, "node:internal/modules/cjs/loader"),
            at(5, "/x/components/network/network.ts"),
        ];
        const profile = {
            nodes,
            samples: [1, 2, 3, 4, 5, 2],
            timeDeltas: [1000, 2000, 500, 4000, 250, 1000],
        };
        assert.deepEqual(sharesOf(profile), [
            { name: "node", ms: 4 },
            { name: "@pulumi/aws", ms: 3 },
            { name: "(garbage collector)", ms: 1 },
            { name: "zod", ms: 0.5 },
            { name: "the program's own", ms: 0.25 },
        ]);
    });

    it("are shown after the processes, each from the start of the run", () => {
        const program = {
            process: "program",
            startedAt: 1800,
            endedAt: 9000,
            cpuMs: 4321,
            peakMb: 234,
            startMs: 2500,
        };
        const aws = { process: "aws", startedAt: 4000, endedAt: 4100, cpuMs: 100, peakMb: 90 };
        const text = profileText({ started: 1000, ms: 8000 }, [program, aws], [{ name: "zod", ms: 49.6 }]);
        assert.match(text, /^program +800 ms +\+2500 ms +4321 ms +234 MB$/m);
        assert.match(text, /^aws +3000 ms +100 ms +90 MB$/m);
        assert.match(text, /^ +50 ms {2}zod$/m);
        assert.ok(text.split("\n").every(({ length }) => length <= 80));
    });
});
