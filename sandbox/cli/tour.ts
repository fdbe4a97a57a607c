import { ENVIRONMENTS } from "../../environments";
import type { Engine } from "./engine";

const STACK = ENVIRONMENTS[0];

/** What the tour shows; each is a command that can be typed. */
const STEPS: { title: string; args: string[] }[] = [
    { title: "What an update would do", args: ["preview", "-s", STACK] },
    { title: "Doing it", args: ["up", "-s", STACK, "--skip-preview"] },
    { title: "What the stack tells others", args: ["stack", "output", "-s", STACK] },
];

/** Preview and up of the first environment, then what to look at. @returns the exit code of what failed, or 0 */
export async function tour(engine: Pick<Engine, "run" | "place">): Promise<number> {
    say(`The engine is the real one. AWS and Kubernetes are pretended: they are files in
${engine.place.folder}
Nothing leaves this machine, and no tracked file is changed.`);
    for (const { title, args } of STEPS) {
        say(`\n== ${title}: npm run sandbox -- ${args.join(" ")}\n`);
        const code = await engine.run(args);
        if (code !== 0) {
            say(`\n== pulumi ${args[0]} ended with exit code ${code}; the tour ends here`);
            return code;
        }
    }
    say(NEXT);
    return 0;
}

/** At most 80 columns: it is read on a terminal. */
export const NEXT = `
== What to try next
npm run sandbox                                   again: nothing changes
npm run sandbox:cloud -- list                     what stands in the cloud
npm run sandbox -- preview -s prod                another environment
npm run sandbox -- config set --path -s ${STACK} \\
  'core-platform:network.zones[2]' c              a change in the sandbox, and
npm run sandbox -- preview -s ${STACK} --diff         what its reviewer sees
npm run sandbox:cloud -- edit ID tags.owner=me    a change by hand, and what
npm run sandbox -- refresh -s ${STACK}                the engine finds
npm run sandbox -- destroy -s ${STACK}                everything goes
npm run sandbox:cloud -- reset                    from nothing again
npm run -s sandbox -- preview -s ${STACK} --json      for programs`;

function say(text: string): void {
    process.stdout.write(`${text}\n`);
}
