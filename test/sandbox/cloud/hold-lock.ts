import { withLock } from "../../../sandbox/cloud/lock";

/** A process of lock.test.ts: takes a lock, says so, and holds it until it is killed. */
void withLock(process.argv[2], () => {
    process.stdout.write("held\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
