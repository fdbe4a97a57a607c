import tseslint from "typescript-eslint";
import { importDirections } from "./scripts/lint/import-directions.mjs";

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
            "@typescript-eslint/no-unused-vars": [
                "error",
                { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
            ],
        },
    },
    // Plain CommonJS: mocha requires its reporter, Node what runs beside or below the measured program.
    { files: ["test/reporter.js", "**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
    // The program imports providers by service: the packages' roots load some 300 modules that it has no use for.
    {
        files: ["index.ts", "components/**/*.ts"],
        rules: {
            "@typescript-eslint/no-restricted-imports": [
                "error",
                {
                    paths: ["@pulumi/aws", "@pulumi/eks", "@pulumi/kubernetes"].map((name) => ({
                        name,
                        message: `Import the service, ${name}/<service>: the root takes long to load (docs/benchmarks.md).`,
                        allowTypeImports: true,
                    })),
                },
            ],
        },
    },
    {
        plugins: { "core-platform": { rules: { "import-directions": importDirections } } },
        rules: { "core-platform/import-directions": ["error", { root: import.meta.dirname }] },
    },
);
