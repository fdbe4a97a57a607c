/** `npm run ephemeral -- up|down|list TICKET`: clusters for experiments, in the sandbox or on AWS. */
import { engineCommand } from "./engine-command.mjs";
import { entryPoint } from "./entry-point.mjs";

// An ephemeral stack stands beside dvlp, and nowhere else.
await entryPoint(() => engineCommand("ephemeral", process.argv.slice(2), "dvlp"));
