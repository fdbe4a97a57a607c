import { ENVIRONMENTS } from "../../environments";
import type { Engine } from "./engine";

const STACK = ENVIRONMENTS[0];

/** Preview and up of the first environment, then what to look at. @returns the exit code of what failed, or 0 */
export async function tour(engine: Engine): Promise<number> {
    const steps: { title: string; args: string[] }[] = [
        {
            title: `What an update of ${STACK} would do: pulumi preview -s ${STACK}`,
            args: ["preview", "-s", STACK],
        },
        { title: `Doing it: pulumi up -s ${STACK}`, args: ["up", "-s", STACK, "--skip-preview"] },
        {
            title: `What the stack tells the world: pulumi stack output -s ${STACK}`,
            args: ["stack", "output", "-s", STACK],
        },
    ];
    say(
        `The engine is real; AWS and Kubernetes are pretended, in ${engine.place.folder}. Nothing leaves this machine.`,
    );
    for (const { title, args } of steps) {
        say(`\n== ${title}`);
        const code = await engine.run(args);
        if (code !== 0) return code;
    }
    say(NEXT);
    return 0;
}

const NEXT = `
== What to try next
npm run sandbox                                 the second time: no changes
npm run sandbox:cloud -- list                   what stands in the pretended cloud
npm run sandbox -- preview -s prod              another environment
npm run sandbox -- config set --path -s ${STACK} \\
  'core-platform:network.zones[2]' c            a change; then:
npm run sandbox -- preview -s ${STACK} --diff       what a reviewer sees
npm run sandbox -- destroy -s ${STACK}              everything goes
npm run -s sandbox -- preview -s ${STACK} --json    for programs`;

function say(text: string): void {
    process.stdout.write(`${text}\n`);
}
