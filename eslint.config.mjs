import importX, { createNodeResolver } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import { importDirections } from "./scripts/lint/import-directions.mjs";

/** The rules that know the checkout: imports between its parts. */
export function directions(basePath) {
    return {
        files: ["**/*.{ts,mjs,js}"],
        plugins: { "import-x": importX },
        settings: {
            "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".mjs", ".js", ".json"] })],
        },
        rules: { "import-x/no-restricted-paths": ["error", importDirections(basePath)] },
    };
}

export default tseslint.config(
    { ignores: ["**/node_modules/", "sandbox/dist/", ".sandbox/", "coverage/"] },
    tseslint.configs.recommended,
    {
        linterOptions: { reportUnusedDisableDirectives: "error" },
        rules: {
            eqeqeq: "error",
            "no-var": "error",
            "prefer-const": "error",
            "@typescript-eslint/no-explicit-any": "error",
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
        },
    },
    // Mocha loads its reporter by require.
    { files: ["test/reporter.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
    directions(import.meta.dirname),
);
