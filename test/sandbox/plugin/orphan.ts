import * as net from "node:net";
import { endWithParent } from "../../../sandbox/plugin/parent";

/** A process of parent.test.ts: serves, as a plugin does, until its parent is gone. */
net.createServer().listen(0, "127.0.0.1", () => {
    endWithParent();
    process.stdout.write("ready\n");
});
