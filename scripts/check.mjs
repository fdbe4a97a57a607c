/** `npm run check`: types, lint with the import directions, format. All run even if one fails. */
import { spawnSync } from "node:child_process";
import { checks } from "./checks.mjs";
import { entryPoint } from "./entry-point.mjs";
import { setUp } from "./setup/index.mjs";

await entryPoint(async () => {
    const { root } = await setUp({ engine: false, plugins: false });
    const results = checks(root).map((check) => ({ title: check.title, result: run(check, root) }));
    for (const { title, result } of results) {
        console.log(`${result.padEnd(8)} ${title}`);
    }
    return results.some(({ result }) => result === "FAILED") ? 1 : 0;
});

function run({ command, args, optional, silent }, root) {
    const done = spawnSync(command, args, {
        cwd: root,
        stdio: ["ignore", silent ? "pipe" : "inherit", "inherit"],
        encoding: "utf8",
    });
    if (done.error?.code === "ENOENT" && optional) {
        console.log(`${command} is not there and is left out: ${optional}.`);
        return "left out";
    }
    if (done.error) {
        throw done.error;
    }
    const output = done.stdout ?? "";
    process.stdout.write(output);
    return done.status === 0 && !(silent && output) ? "ok" : "FAILED";
}
