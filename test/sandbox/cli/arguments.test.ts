import assert from "node:assert/strict";
import { absolutePaths, mentions, stackOf } from "../../../sandbox/cli/arguments";

describe("The paths among pulumi's arguments", () => {
    const absolute = (...args: string[]): string[] => absolutePaths(args, "/here");

    it("are made absolute from where the user stands", () => {
        assert.deepEqual(absolute("up", "--plan", "p.json", "--save-plan=../q.json"), [
            "up",
            "--plan",
            "/here/p.json",
            "--save-plan=/q.json",
        ]);
    });

    it("may be several with commas between them", () => {
        assert.deepEqual(absolute("preview", "--policy-pack", "a,b", "--policy-pack-config=c,/d"), [
            "preview",
            "--policy-pack",
            "/here/a,/here/b",
            "--policy-pack-config=/here/c,/d",
        ]);
    });

    it("may have an equals sign in them", () => {
        assert.deepEqual(absolute("stack", "export", "--file=a=b"), ["stack", "export", "--file=/here/a=b"]);
    });

    it("stay as they are when they are absolute", () => {
        assert.deepEqual(absolute("import", "--file", "/x/y"), ["import", "--file", "/x/y"]);
    });

    it("stand behind short flags for import alone: -f means something else to up", () => {
        assert.deepEqual(absolute("import", "-f", "a", "-o=b"), ["import", "-f", "/here/a", "-o=/here/b"]);
        assert.deepEqual(absolute("up", "-f", "-y"), ["up", "-f", "-y"]);
    });

    it("are no other arguments, and nothing behind two dashes", () => {
        const args = [
            "config",
            "set",
            "--path",
            "a.b[0]",
            "value",
            "-s",
            "dvlp",
            "--message=--file",
            "--",
            "--file",
            "x",
        ];
        assert.deepEqual(absolute(...args), args);
    });
});

describe("The stack among pulumi's arguments", () => {
    it("is found in every way of writing it", () => {
        for (const args of [["-s", "prod"], ["--stack", "prod"], ["--stack=prod"], ["-sprod"], ["-s=prod"]])
            assert.equal(stackOf(["preview", ...args]), "prod", args.join(" "));
    });

    it("is none when no flag names it", () => {
        for (const args of [[], ["stack", "select", "prod"], ["up", "--skip-preview"], ["up", "-s"]])
            assert.equal(stackOf(args), undefined, args.join(" "));
    });

    it("is mentioned by a flag, as a word, and with its project", () => {
        const ways = [
            ["-s", "prod"],
            ["-sprod"],
            ["--stack=prod"],
            ["select", "prod"],
            ["--copy-config-from=prod"],
        ];
        for (const args of [...ways, ["--stack=organization/core-platform/prod"]])
            assert.equal(mentions(args, "prod"), true, args.join(" "));
        for (const args of [[], ["-s", "dvlp"], ["production"], ["prod-1"], ["-sprodx"]])
            assert.equal(mentions(args, "prod"), false, args.join(" "));
    });
});
