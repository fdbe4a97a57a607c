/** `npm run critical-path -- STACK`: how long an up from nothing takes on AWS, and what makes it so long. */
import { entryPoint } from "./entry-point.mjs";
import { sandboxCommand } from "./sandbox-command.mjs";

await entryPoint(() => sandboxCommand("critical-path", process.argv.slice(2)));
