import { Command, InvalidArgumentError } from "commander";
import { runLine } from "../command-line/run-line";
import type { Context } from "./context";
import { recover, type RecoverOptions } from "./recover";

const ABOUT = `Puts the state of a stack right when its engine was killed in the middle of an
update: what was being made is looked up in the cloud and taken over. Nothing in
the cloud is changed. Take the lock away first:

  npm run sandbox -- cancel --yes -s dvlp        (on AWS: pulumi cancel)
  npm run recover -- dvlp

docs/recovery.md tells more.`;

interface CommandOptions extends RecoverOptions {
    aws?: boolean;
}

/** `npm run recover -- STACK` @param contextFor where to: AWS or the sandbox @returns the exit code */
export async function run(args: readonly string[], contextFor: (aws: boolean) => Context): Promise<number> {
    let code = 0;
    const program = new Command("npm run recover --")
        .description(ABOUT)
        .argument("<stack>", "the stack, dvlp")
        .option("--aws", "on AWS; without it in the sandbox")
        .option(
            "--found <urn=id>",
            "an object that you have found yourself, by its resource's URN; may be repeated",
            found,
        )
        .option(
            "--nothing <urn>",
            "a resource of which you know that it made nothing; may be repeated. On AWS\n" +
                "each pending create needs one of the two",
            nothing,
        )
        .option("--dry-run", "only say what would be done")
        .option("-y, --yes", "go on without asking")
        .option("--json", "answer in JSON")
        .exitOverride()
        .action(async (stack: string, { aws = false, ...options }: CommandOptions) => {
            code = await recover(contextFor(aws), stack, options);
        });
    return (await runLine(program, args)) ?? code;
}

/** `urn:pulumi:...::network-vpc=vpc-1`: an URN has no equals sign, an id may. */
function found(text: string, before: { urn: string; id: string }[] = []): { urn: string; id: string }[] {
    const [, urn, id] = /^(urn:pulumi:[^=]+)=(.+)$/.exec(text) ?? [];
    if (urn === undefined) throw new InvalidArgumentError("Write URN=ID, as stack export and AWS show them.");
    return [...before, { urn, id }];
}

function nothing(urn: string, before: string[] = []): string[] {
    if (!urn.startsWith("urn:pulumi:"))
        throw new InvalidArgumentError("Write an URN, as stack export shows it.");
    return [...before, urn];
}
