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
    scripts: [],
};

/** Inside the sandbox: the stand-ins know nothing of each other, and nothing below them knows a stand-in. */
const MAY_IMPORT_IN_SANDBOX = {
    "sandbox/aws": ["sandbox/plugin", "sandbox/cloud", "sandbox/kubeconfig"],
    "sandbox/eks": ["sandbox/plugin", "sandbox/cloud", "sandbox/kubeconfig"],
    "sandbox/kubernetes": ["sandbox/plugin", "sandbox/cloud", "sandbox/kubeconfig"],
    "sandbox/plugin": ["sandbox/cloud"],
    "sandbox/cloud": [],
    "sandbox/kubeconfig": [],
    "sandbox/cli": ["sandbox/plugin", "sandbox/cloud", "sandbox/kubeconfig"], // edits are checked against the plugins' typings
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
 * The options of ESLint's rule import-x/no-restricted-paths.
 * @param {string} basePath the folder that holds the parts
 */
export function importDirections(basePath) {
    return {
        basePath,
        zones: FORBIDDEN.map(([importer, imported]) => ({
            target: `./${importer}`,
            from: `./${imported}`,
            message: `${importer} must not import ${imported}: see scripts/lint/import-directions.mjs.`,
        })),
    };
}
