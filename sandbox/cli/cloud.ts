import { Command, CommanderError, InvalidArgumentError } from "commander";
import { editObject, parseChange, type Change } from "./cloud/edit";
import { createKind, deleteKind } from "./cloud/kind";
import { listObjects } from "./cloud/list";
import { listOrphans } from "./cloud/orphans";
import { resetSandbox } from "./cloud/reset";
import { removeObject } from "./cloud/remove";
import { showObject } from "./cloud/show";
import { showTrail } from "./cloud/trail";
import { callerFolder, placeOf, type Place } from "./place";

const VALUES = `
VALUE is JSON where it can be, else text; null takes the property away. KEY may
be a path, with a key that has a dot in it in quotes:
  tags.owner=somebody  vpcConfig.subnetIds[0]=subnet-0  'tags["a.b/c"]=1'`;

/** `npm run sandbox:cloud -- COMMAND`: looks at the pretended cloud and changes it by hand. @returns the exit code */
export async function cloud(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
    const place = placeOf(environment);
    const program = new Command("npm run sandbox:cloud --")
        .description("Looks at the pretended cloud and changes it behind the engine's back, as people do.")
        .helpCommand(false)
        .exitOverride();
    const add = (name: string, description: string): Command =>
        program
            .command(name)
            .description(description)
            .option("-s, --stack <stack>", "only what this stack made")
            .option("--json", "answer in JSON");
    const addForObjects = (name: string, description: string): Command =>
        add(name, description).option("-t, --type <text>", "only types with this in their name: ec2, Subnet");
    const addForOne = (name: string, description: string): Command =>
        addForObjects(name, description).argument("<id>", "the object's id or its logical name");
    addForObjects("list", "what stands in the cloud").action((options) => listObjects(place, options));
    addForOne("show", "everything about one object").action((id, options) => showObject(place, id, options));
    addForOne("edit", "changes properties by hand: drift")
        .argument("<key=value...>", "what to change; all of it, or nothing", collectChanges)
        .option("-f, --force", "change what nobody could: ids, states, an impossible value")
        .addHelpText("after", VALUES)
        .action((id, changes, options) => editObject(place, id, changes, options));
    addForOne("rm", "deletes an object by hand, where the service lets one: drift")
        .option("-f, --force", "take it away whatever depends on it")
        .action((id, options) => removeObject(place, id, options));
    addForObjects("orphans", "what resources made and no state holds").action((options) =>
        listOrphans(place, options),
    );
    add("trail", "who called what and when, and what was refused")
        .option("-t, --type <text>", "only calls about types with this in their name: ec2, Subnet")
        .option("--errors", "only calls that were refused")
        .option("--reads", "also calls that only read")
        .option("--last <count>", "only so many of the newest", wholeNumber)
        .action((options) => showTrail(place, options));
    addKind(program, place, callerFolder(environment));
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

/** Two levels, as the real kind has. */
function addKind(program: Command, place: Place, here: string): void {
    const kind = program
        .command("kind")
        .description("pretended clusters on this machine, outside AWS")
        .helpCommand(false);
    const add = (name: string, description: string): Command =>
        kind
            .command(name)
            .description(description)
            .argument("<name>", "the cluster's name; its context is kind-<name>")
            .option("--kubeconfig <file>", "the kubeconfig to write to; default: the\nsandbox's own")
            .option("--json", "answer in JSON");
    add("create", "makes a cluster of one node, and a context for it").action((name, options) =>
        createKind(place, here, name, options),
    );
    add("delete", "removes a cluster with all that is on it")
        .option("--dry-run", "only say what would go")
        .action((name, options) => deleteKind(place, here, name, options));
}

function wholeNumber(text: string): number {
    if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("Write a whole number from 1.");
    return Number(text);
}

function collectChanges(text: string, before: Change[] = []): Change[] {
    try {
        return [...before, parseChange(text)];
    } catch (error) {
        throw new InvalidArgumentError((error as Error).message);
    }
}
