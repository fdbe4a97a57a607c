/** How often the plugin looks whether the engine is still there, in milliseconds. */
const PERIOD = 1000;

/** Asked for while modules load: what a plugin imports can take a second, and the engine may be killed in it. */
const STARTER = process.ppid;

/**
 * Kills the process that started this one, as by kill -9; whoever adopted an orphan stays.
 * @param kill for tests
 */
export function killParent(
    parent: number = STARTER,
    kill: (pid: number) => void = (pid) => process.kill(pid, "SIGKILL"),
): void {
    if (process.ppid === parent) kill(parent);
}

/**
 * Ends this process when the one that started it is gone: a plugin would otherwise outlive a killed engine
 * and keep working on the account.
 */
export function endWithParent(parent: number = STARTER): void {
    setInterval(() => {
        // An orphan is adopted by another process: its parent's id changes.
        if (process.ppid !== parent) process.exit(0);
    }, PERIOD).unref();
}
