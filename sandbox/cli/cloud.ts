import { Command, CommanderError } from "commander";
import { editObject } from "./cloud/edit";
import { listObjects } from "./cloud/list";
import { resetSandbox } from "./cloud/reset";
import { removeObject } from "./cloud/remove";
import { showObject } from "./cloud/show";
import { placeOf } from "./place";

/** `npm run sandbox:cloud -- COMMAND`: looks at the pretended cloud and changes it by hand. @returns the exit code */
export async function cloud(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
    const place = placeOf(environment);
    const program = new Command("npm run sandbox:cloud --")
        .description("Looks at the pretended cloud and changes it behind the engine's back, as people do.")
        .helpCommand(false)
        .exitOverride();
    const add = (usage: string, description: string): Command =>
        program
            .command(usage)
            .description(description)
            .option("-s, --stack <stack>", "only this stack's account")
            .option("--json", "answer in JSON");
    add("list", "what stands in the cloud")
        .option("-t, --type <text>", "only types with this in their name, such as ec2 or Subnet")
        .action((options) => listObjects(place, options));
    add("show <id>", "everything about one object, by its id or its logical name").action((id, options) =>
        showObject(place, id, options),
    );
    add("edit <id> <key=value...>", "changes properties by hand: drift")
        .addHelpText(
            "after",
            "\nVALUE is JSON where it can be, else text. KEY may be a path: tags.owner, vpcConfig.subnetIds[0]",
        )
        .action((id, changes, options) => editObject(place, id, changes, options));
    add("rm <id>", "removes an object, as if somebody had deleted it by hand").action((id, options) =>
        removeObject(place, id, options),
    );
    add("reset", "starts from nothing: removes clouds and states")
        .option("--keep-state", "remove the cloud alone: everything has drifted away")
        .option("--dry-run", "only say what would go")
        .action((options) => resetSandbox(place, options));
    try {
        await program.parseAsync(args, { from: "user" });
        return 0;
    } catch (error) {
        // Commander has printed its own message already.
        if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
        throw error;
    }
}
