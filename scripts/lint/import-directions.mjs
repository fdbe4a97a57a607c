import path from "node:path";

/**
 * Which part of the repository may import which others: design.md's "imports point one way", as data. A part is a
 * folder or a file of the root; parts of node_modules are free, and so are the tests.
 */
const MAY_IMPORT = {
    environments: [],
    config: ["environments"],
    components: ["environments", "config"],
    "outputs.ts": ["environments", "config", "components"],
    "index.ts": ["environments", "config", "components", "outputs.ts"],
    policies: ["environments"],
    releases: ["environments"],
    bootstrap: ["environments"],
    sandbox: ["environments"],
    "command-line": [],
    recovery: ["command-line"],
    ephemeral: ["environments", "config", "command-line"], // writes a stack's configuration, and asks config/ whether it holds
    bench: ["environments", "sandbox"],
    scripts: [],
};

/** Inside the sandbox: the stand-ins know nothing of each other, and nothing below them knows a stand-in. */
const MAY_IMPORT_IN_SANDBOX = {
    "sandbox/aws": ["sandbox/plugin", "sandbox/cloud", "sandbox/kubeconfig", "sandbox/typings"],
    "sandbox/eks": ["sandbox/plugin", "sandbox/cloud", "sandbox/kubeconfig"],
    "sandbox/kubernetes": [
        "sandbox/plugin",
        "sandbox/cloud",
        "sandbox/kubeconfig",
        "sandbox/local",
        "sandbox/typings",
    ],
    "sandbox/plugin": ["sandbox/cloud", "sandbox/faults", "sandbox/latency"],
    "sandbox/faults": ["sandbox/cloud"],
    "sandbox/latency": ["sandbox/cloud"],
    "sandbox/cloud": [],
    "sandbox/local": ["sandbox/cloud"],
    "sandbox/critical-path": ["sandbox/aws", "sandbox/cloud", "sandbox/latency"],
    "sandbox/typings": ["sandbox/aws", "sandbox/kubernetes", "sandbox/plugin"], // is made for the stand-ins' types
    "sandbox/kubeconfig": ["sandbox/cloud"],
    "sandbox/cli": [
        "sandbox/aws",
        "sandbox/kubernetes",
        "sandbox/plugin",
        "sandbox/cloud",
        "sandbox/faults",
        "sandbox/latency",
        "sandbox/kubeconfig",
        "sandbox/local",
        "sandbox/critical-path",
    ], // changes by hand are calls of the stand-ins' services
};

/** Every pair of parts that must not meet, as [importer, imported]. */
export const FORBIDDEN = [MAY_IMPORT, MAY_IMPORT_IN_SANDBOX].flatMap((directions) =>
    Object.entries(directions).flatMap(([importer, allowed]) =>
        Object.keys(directions)
            .filter((imported) => imported !== importer && !allowed.includes(imported))
            .map((imported) => [importer, imported]),
    ),
);

/** The parts of the repository that a direction is given for. */
export const PARTS = Object.keys(MAY_IMPORT);

/**
 * The rule for ESLint. It compares paths alone, so that it needs no resolver: all imports between parts are relative.
 * Its option `root` is the folder that holds the parts.
 */
export const importDirections = {
    meta: {
        type: "problem",
        schema: [{ type: "object", properties: { root: { type: "string" } }, required: ["root"] }],
        messages: {
            forbidden: "{{importer}} must not import {{imported}}: see scripts/lint/import-directions.mjs.",
        },
    },
    create(context) {
        const { root } = context.options[0];
        const file = path.relative(root, context.filename);

        const check = (source) => {
            if (typeof source?.value !== "string" || !source.value.startsWith(".")) {
                return; // no import, a package, or a name known at run time alone
            }
            const target = path.join(path.dirname(file), source.value);
            for (const [importer, imported] of FORBIDDEN) {
                if (isIn(file, importer) && isIn(target, imported)) {
                    context.report({ node: source, messageId: "forbidden", data: { importer, imported } });
                }
            }
        };
        return {
            ImportDeclaration: (node) => check(node.source),
            ExportNamedDeclaration: (node) => check(node.source),
            ExportAllDeclaration: (node) => check(node.source),
            ImportExpression: (node) => check(node.source),
            TSImportType: (node) => check(node.source),
            TSExternalModuleReference: (node) => check(node.expression),
            "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
        };
    },
};

/** Whether a path from the root, with or without its extension, is a part or lies in it. */
function isIn(file, part) {
    const normal = file.split(path.sep).join("/");
    return normal === part || `${normal}.ts` === part || normal.startsWith(`${part}/`);
}
