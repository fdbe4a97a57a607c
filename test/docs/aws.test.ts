import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ticketOf } from "../../environments";

const ROOT = path.resolve(__dirname, "../..");

/** README.md and everything in docs/, by path from the root. */
const DOCS = [
    "README.md",
    ...(readdirSync(path.join(ROOT, "docs"), { recursive: true }) as string[])
        .filter((name) => name.endsWith(".md"))
        .map((name) => path.join("docs", name)),
].filter((file) => existsSync(path.join(ROOT, file)));

function read(file: string): string {
    return readFileSync(path.join(ROOT, file), "utf8");
}

/** What stands between backticks, line by line: in the text, and in blocks, whose broken lines are joined. */
function codeOf(markdown: string): string[] {
    const fence = /^ *```\w*\n([\s\S]*?)^ *```$/gm;
    const blocks = [...markdown.matchAll(fence)].flatMap(([, block]) =>
        block.replaceAll("\\\n", " ").split("\n"),
    );
    const spans = [...markdown.replace(fence, "").matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);
    return [...blocks, ...spans];
}

/** Names in the root, less those of the tools: what a path of the repository begins with. */
const TOP = readdirSync(ROOT).filter(
    (name) => !["node_modules", ".git", ".sandbox", "coverage"].includes(name),
);

/** The words of a line that can only be paths of the repository; patterns and placeholders are none. */
function pathsOf(line: string): string[] {
    return line
        .split(/[\s"'`()|,;:=]+/)
        .map((word) => word.replace(/[.]+$/, ""))
        .filter((word) => /^[\w./-]+$/.test(word))
        .filter((word) =>
            word.includes("/")
                ? TOP.includes(word.split("/")[0])
                : /^[A-Za-z][\w.-]*\.(ts|mjs|md|json|yaml)$/.test(word),
        );
}

/** Files that a reader makes, or that a tool keeps elsewhere. */
const NOT_OURS = [
    "trust.json",
    "roles.json",
    "Pulumi.dvlp-t-123.yaml",
    "Pulumi.dvlp-platform.yaml",
    "Pulumi.dvlp-local.yaml",
    "project/Pulumi.dvlp-local.yaml",
];

/** The targets of links within the repository, from its root; headings as `file#heading`. */
function linksOf(file: string): string[] {
    return [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^\w+:/.test(target))
        .map((target) => (target.startsWith("#") ? file + target : path.join(path.dirname(file), target)));
}

/** As GitHub and GitLab name the anchor of a heading. */
function anchors(markdown: string): string[] {
    return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
        heading
            .toLowerCase()
            .replace(/[^\w\s-]/g, "")
            .replaceAll(" ", "-"),
    );
}

describe("The documentation", () => {
    for (const file of DOCS) {
        const code = codeOf(read(file));

        it(`of ${file} names npm scripts that there are`, () => {
            const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
            const named = code.flatMap((line) => [...line.matchAll(/\bnpm run (?:-s )?([\w:-]*\w)/g)]);
            for (const [, script] of named) assert.ok(script in scripts, `npm run ${script}`);
        });

        it(`of ${file} names files that there are`, () => {
            const beside = (name: string): boolean =>
                [ROOT, path.join(ROOT, path.dirname(file))].some((folder) =>
                    existsSync(path.join(folder, name)),
                );
            const missing = code.flatMap(pathsOf).filter((name) => !NOT_OURS.includes(name) && !beside(name));
            assert.deepEqual(missing, []);
        });

        it(`of ${file} leaves it to npm run ephemeral to copy dvlp's configuration`, () => {
            // The copy alone states no ticket and no last day: config/rules/ephemeral.ts refuses it.
            const copies = code.filter((line) => {
                const stack = /\bstack init ([\w-]+)/.exec(line)?.[1] ?? "";
                return ticketOf(stack) !== undefined && line.includes("--copy-config-from");
            });
            assert.deepEqual(copies, []);
        });

        it(`of ${file} links to files and headings that there are`, () => {
            const missing = linksOf(file).filter((link) => {
                const [target, heading] = link.split("#");
                if (!existsSync(path.join(ROOT, target))) return true;
                return heading !== undefined && !anchors(read(target)).includes(heading);
            });
            assert.deepEqual(missing, []);
        });
    }
});

describe("docs/aws.md", function () {
    this.timeout(120_000);
    const lines = codeOf(read("docs/aws.md"));

    /** Commands of pulumi, as [what stands before the first flag, the flags]. */
    const commands = lines
        .flatMap((line) => [...line.matchAll(/(?:^|\s)pulumi ((?:[a-z][\w.-]* ?)+)([^#]*)/g)])
        .map(([, words, rest]) => ({
            words: words.trim().split(" "),
            flags: [...rest.matchAll(/(?:^|\s)(--?[a-z][a-z-]*)/g)].map(([, flag]) => flag),
        }));

    const engine = process.env.CORE_PLATFORM_ENGINE_BIN;
    const help = new Map<string, string>();
    function helpOf(words: readonly string[]): string {
        const key = words.join(" ");
        const known = help.get(key);
        if (known !== undefined) return known;
        assert.ok(engine, "npm test names the folder of the engine in CORE_PLATFORM_ENGINE_BIN");
        // The engine leaves arguments aside and shows the help of the command that it makes out.
        const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
        const text = execFileSync(path.join(engine, "pulumi"), [...words, "--help"], {
            encoding: "utf8",
            env,
        });
        help.set(key, text);
        return text;
    }

    it("has commands of pulumi with flags to look at", () => {
        const known = commands.map(({ words, flags }) => [words[0], ...flags].join(" "));
        for (const one of ["up -s --exclude", "preview -s --expect-no-changes", "destroy -s"])
            assert.ok(known.includes(one), `${one} is not among ${known.join("; ")}`);
    });

    it("uses commands and flags that the engine has", function () {
        // `npm test -- --unit` brings no engine; where there should be one, its absence is a failure.
        if (process.env.UNIT_TESTS !== undefined) this.skip();
        for (const { words, flags } of commands) {
            const text = helpOf(words);
            const usage = /^Usage:\n\s+pulumi ([a-z-]+)/m.exec(text)?.[1];
            assert.equal(usage, words[0], `pulumi ${words.join(" ")}`);
            for (const flag of flags) {
                const there = new RegExp(`^\\s+(-\\w, )?${flag}[\\s,]`, "m").test(text);
                assert.ok(there, `pulumi ${words.join(" ")} has no ${flag}`);
            }
        }
    });

    it("makes the cloud half as test/e2e/first-up.test.ts does", () => {
        const [, pattern] = /"--exclude", "(.+)"/.exec(read("test/e2e/first-up.test.ts")) ?? [];
        assert.ok(pattern);
        const used = lines.filter((line) => line.includes("--exclude"));
        assert.notEqual(used.length, 0);
        for (const line of used) assert.ok(line.includes(`--exclude '${pattern}'`), line);
    });

    it("installs the plugins of package.json's versions, and the engine's", () => {
        const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
        const plugins = lines.flatMap((line) => [
            ...line.matchAll(/plugin install resource (\w+) ([\d.]+)/g),
        ]);
        assert.deepEqual(plugins.map(([, name]) => name).sort(), ["aws", "eks", "kubernetes"]);
        for (const [, name, version] of plugins) assert.equal(version, dependencies[`@pulumi/${name}`], name);
        const archives = lines.flatMap((line) => [...line.matchAll(/pulumi-resource-(\w+)-v([\d.]+)-/g)]);
        for (const [, name, version] of archives)
            assert.equal(version, dependencies[`@pulumi/${name}`], name);
        assert.ok(read("docs/aws.md").includes(`--version ${dependencies["@pulumi/pulumi"]}\n`));
    });

    it("puts the state where the helper looks for it", () => {
        const output = execFileSync(process.execPath, ["scripts/backend.mjs", "dvlp", "--json"], {
            cwd: ROOT,
            encoding: "utf8",
        });
        const { PULUMI_BACKEND_URL: url, secretsProvider } = JSON.parse(output) as Record<string, string>;
        const text = read("docs/aws.md");
        const account = /^ACCOUNT=(\d{12})/m.exec(text)?.[1] ?? "";
        const bucket = /^BUCKET=(.+)$/m.exec(text)?.[1].replace("$ACCOUNT", account);
        assert.equal(bucket, new URL(url).host);
        assert.ok(text.includes(`--secrets-provider="${secretsProvider}"`));
    });
});
