/** `npm run -s backend -- STACK`: where a stack's state is kept on AWS, for the shell that runs pulumi. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { entryPoint } from "./entry-point.mjs";
import { setUp } from "./setup/index.mjs";

const HELP = `Usage: npm run -s backend -- STACK [--json]

Prints where the state of a stack is kept, read from its stack file:
  eval "$(npm run -s backend -- dvlp)"    lets pulumi use it in this shell
  npm run -s backend -- dvlp --json       the same for programs, with the key service of its secrets

An ephemeral stack, dvlp-<ticket>, is kept beside dvlp.`;

/** Exit code for a command line that can't be meant. */
const USAGE = 2;

/** As environments/index.ts has them, which plain Node can't load; a test compares. */
const PROJECT = "core-platform";
const EPHEMERAL = /^(dvlp)-[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/;

/** A shell evaluates what is printed: nothing of any other form may get there. */
const FORMS = {
    accountId: { pattern: /^\d{12}$/, expects: "an AWS account id of 12 digits, in quotes" },
    region: { pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, expects: "the name of an AWS region" },
};

await entryPoint(async () => {
    const args = process.argv.slice(2);
    if (args.includes("--help") || args.includes("-h")) {
        console.log(HELP);
        return 0;
    }
    const [stack, ...more] = args.filter((arg) => arg !== "--json");
    if (stack === undefined || stack.startsWith("-") || more.length > 0) {
        console.error(HELP);
        return USAGE;
    }
    const { root } = await setUp({ engine: false, plugins: false });
    const file = stackFile(root, stack);
    if (file === undefined) {
        const known = environments(root).join(", ");
        console.error(`No environment claims the stack ${JSON.stringify(stack)}.`);
        console.error(`They are ${known}; dvlp-<ticket> is an ephemeral stack.`);
        return USAGE;
    }
    const { parse } = await import("yaml"); // is there only now
    const { config, secretsprovider } = parse(readFileSync(file, "utf8")) ?? {};
    const aws = config?.[`${PROJECT}:aws`] ?? {};
    const wrong = Object.entries(FORMS).filter(([key, { pattern }]) => !pattern.test(aws[key]));
    if (wrong.length > 0) {
        for (const [key, { expects }] of wrong)
            console.error(`${path.basename(file)}: ${PROJECT}:aws.${key} must be ${expects}`);
        return 1;
    }
    // The bucket's own region, whatever AWS_REGION says.
    // Source: gocloud.dev (the engine's S3 driver), aws/aws.go, V2ConfigFromURLParams; `awssdk` is not read any more.
    const url = `s3://${PROJECT}-state-${aws.accountId}?region=${aws.region}`;
    if (args.includes("--json")) {
        console.log(JSON.stringify({ PULUMI_BACKEND_URL: url, secretsProvider: secretsprovider }, null, 2));
    } else {
        console.log(`export PULUMI_BACKEND_URL='${url}'`);
    }
    return 0;
});

/** @returns {string | undefined} the file that describes a stack; an ephemeral one need not have one of its own */
function stackFile(root, stack) {
    const environment = environments(root).find((name) => name === stack) ?? EPHEMERAL.exec(stack)?.[1];
    if (environment === undefined) {
        return undefined;
    }
    const [own, shared] = [stack, environment].map((name) => path.join(root, `Pulumi.${name}.yaml`));
    return existsSync(own) ? own : shared;
}

/** Every environment has a stack file, and every stack file without a dash in its name is one's. */
function environments(root) {
    return readdirSync(root)
        .map((name) => /^Pulumi\.([a-z]+)\.yaml$/.exec(name)?.[1])
        .filter((name) => name !== undefined)
        .sort();
}
