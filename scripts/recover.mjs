/** `npm run recover -- STACK`: puts a state right whose engine was killed, in the sandbox or on AWS. */
import { engineCommand } from "./engine-command.mjs";
import { entryPoint } from "./entry-point.mjs";
import { recoveredStack } from "./recovered-stack.mjs";

await entryPoint(() => {
    const args = process.argv.slice(2);
    return engineCommand("recovery", args, recoveredStack(args));
});
