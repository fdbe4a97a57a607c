import * as fs from "node:fs";
import { withLock } from "../../../sandbox/cloud/lock";

/** A process of lock.test.ts: adds one to a counter file, many times, by reading and writing it under the lock. */
const [lock, counter, times] = process.argv.slice(2);

async function main(): Promise<void> {
    for (let i = 0; i < Number(times); i++) {
        await withLock(lock, () => {
            const count = Number(fs.readFileSync(counter, "utf8"));
            fs.writeFileSync(counter, String(count + 1));
        });
    }
}

void main();
