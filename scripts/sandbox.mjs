/** `npm run sandbox`: preview and update of dvlp in the sandbox. `npm run sandbox -- ARGS`: `pulumi ARGS` there. */
import { entryPoint } from "./entry-point.mjs";
import { sandboxCommand } from "./sandbox-command.mjs";

await entryPoint(() => sandboxCommand("run", process.argv.slice(2)));
