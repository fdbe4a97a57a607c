import * as fs from "node:fs";
import * as path from "node:path";
import { Account, type CloudObject } from "../../../sandbox/cloud/account";
import { placeOf, type Place } from "../../../sandbox/cli/place";

/** A small repository, an engine that only notes its calls, and the place of a sandbox for them. */
export interface PretendedPlace {
    place: Place;
    /** What set-up and npm give to the sandbox's command line. */
    environment: NodeJS.ProcessEnv;
    /** The calls of pulumi until now, without `-C <project>`. */
    calls(): string[];
}

const STACK_FILE = `# What this stack is.
secretsprovider: awskms://alias/key
encryptedkey: abc
config:
  core-platform:owner: team # who
  core-platform:cluster:
    version: "1.35"
    protect: false
    size: 3
`;

/**
 * The engine's stand-in. `stack init` takes a moment and refuses a stack that is there, as the real one does;
 * `exit N` ends with that code, `environment` prints what it got, `wait` waits for Ctrl-C
 * and counts how often it comes.
 */
const PULUMI = `#!/bin/sh
[ "$1" = -C ] && cd "$2" && shift 2
echo "$*" >> "$SANDBOX_DIR/calls"
stacks="$SANDBOX_DIR/state/.pulumi/stacks/core-platform"
select_stack() {
    mkdir -p "$PULUMI_HOME/workspaces"
    echo "{\\"stacks\\": {\\"file://x\\": \\"organization/core-platform/$1\\"}}" > "$PULUMI_HOME/workspaces/x-workspace.json"
}
case "$1 $2" in
"stack init")
    [ "$PULUMI_PARALLEL" = fail ] && { echo "the disk is full" >&2; exit 255; }
    [ -e "$stacks/$3.json" ] && { echo "stack $3 already exists" >&2; exit 255; }
    sleep 0.1
    mkdir -p "$stacks"; echo '{}' > "$stacks/$3.json"
    [ "$4" = --no-select ] || select_stack "$3" ;;
"stack select") select_stack "$3" ;;
"exit "*) exit "$2" ;;
environment*) env ;;
wait*)
    # Not by a trap: the shell takes two signals that come close together for one.
    exec node -e '
        let times = 0;
        const end = () => { console.log("cancelled " + times); process.exit(7); };
        process.on("SIGINT", () => { if (times++ === 0) setTimeout(end, 400); });
        setInterval(() => undefined, 1000);
        console.log("ready");' ;;
esac
`;

/** @param folder a folder that is removed after the test */
export function pretendedPlace(folder: string): PretendedPlace {
    const root = path.join(folder, "repository");
    const engine = path.join(folder, "engine");
    const write = (file: string, content: string, mode = 0o644): void => {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, content, { mode });
    };
    write(
        path.join(root, "Pulumi.yaml"),
        "# The project.\nname: core-platform\nruntime: nodejs\nmain: index.ts\n",
    );
    for (const stack of ["dvlp", "pprd", "prod"]) write(path.join(root, `Pulumi.${stack}.yaml`), STACK_FILE);
    for (const [name, version] of [
        ["aws", "7.1.0"],
        ["eks", "4.2.0"],
        ["kubernetes", "4.3.0"],
    ])
        write(path.join(root, "node_modules", "@pulumi", name, "package.json"), JSON.stringify({ version }));
    write(path.join(engine, "pulumi"), PULUMI, 0o755);
    const environment: NodeJS.ProcessEnv = {
        PATH: process.env.PATH,
        HOME: folder,
        CORE_PLATFORM_ROOT: root,
        CORE_PLATFORM_ENGINE_BIN: engine,
        SANDBOX_DIR: path.join(folder, "sandbox"),
        INIT_CWD: folder,
    };
    const place = placeOf(environment);
    const log = path.join(place.folder, "calls");
    const calls = (): string[] => (fs.existsSync(log) ? fs.readFileSync(log, "utf8").trim().split("\n") : []);
    return { place, environment, calls };
}

/** The account of a stack: here each has one of its own, which bears its name. */
export function accountOf(place: Place, stack: string): Account {
    return new Account(path.join(place.cloud, stack));
}

/** Puts an object of a stack into the pretended cloud. */
export function putObject(
    place: Place,
    stack: string,
    changes: Partial<CloudObject> & { id: string },
): CloudObject {
    const object: CloudObject = {
        type: "aws:ec2/vpc:Vpc",
        region: "eu-central-1",
        createdAt: "2026-01-01T00:00:00Z",
        urn: `urn:pulumi:${stack}::core-platform::aws:ec2/vpc:Vpc::core-${changes.id}`,
        stack,
        properties: {},
        ...changes,
    };
    accountOf(place, stack).put(object);
    return object;
}
