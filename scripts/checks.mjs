import path from "node:path";

/**
 * What `npm run check` does, in this order.
 * @param {string} root the checkout
 * @returns {{ title: string, command: string, args: string[], optional?: string, silent?: boolean }[]}
 *   `optional` is the reason why the command may be absent; `silent`: any output means a failure
 */
export function checks(root) {
    const node = (title, script, ...args) => ({
        title,
        command: process.execPath,
        args: [path.join(root, "node_modules", ...script.split("/")), ...args],
    });
    return [
        // "noCheck" in tsconfig.json keeps types from being checked at every preview; here they are.
        node("types", "typescript/bin/tsc", "--noEmit", "--noCheck", "false"),
        node("lint", "eslint/bin/eslint.js", "--max-warnings=0", "."),
        node("format", "prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."),
        {
            title: "format of Go",
            command: "gofmt",
            args: ["-l", "engine"],
            silent: true,
            optional: "Go is needed only where the engine is built from source",
        },
    ];
}
