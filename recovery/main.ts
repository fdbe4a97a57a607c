import { launch } from "../command-line/launch";
import { start } from "../command-line/start";
import { terminal } from "../command-line/terminal";
import { run } from "./command";
import type { Context } from "./context";
import { sandboxOrphans } from "./sandbox-orphans";

/** Pulumi and the cloud, in the sandbox or on AWS, where nobody knows by itself what an URN made. */
function contextFor(aws: boolean): Context {
    const { pulumi, root } = launch(aws);
    const orphansOf = aws ? () => Promise.resolve(undefined) : (stack: string) => sandboxOrphans(root, stack);
    return { ...terminal(), pulumi, orphansOf };
}

start(run(process.argv.slice(2), contextFor));
