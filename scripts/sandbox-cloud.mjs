/** `npm run sandbox:cloud -- ARGS`: looks at the pretended cloud, or changes it behind the program's back. */
import { entryPoint } from "./entry-point.mjs";
import { sandboxCommand } from "./sandbox-command.mjs";

await entryPoint(() => sandboxCommand("cloud", process.argv.slice(2)));
