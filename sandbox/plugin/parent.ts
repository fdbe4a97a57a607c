/** How often the plugin looks whether the engine is still there, in milliseconds. */
const PERIOD = 1000;

/**
 * Ends this process when the one that started it is gone: a plugin would otherwise outlive a killed engine
 * and keep working on the account.
 * @param parent its id, as it was when this process started
 */
export function endWithParent(parent: number = process.ppid): void {
    setInterval(() => {
        // An orphan is adopted by another process: its parent's id changes.
        if (process.ppid !== parent) process.exit(0);
    }, PERIOD).unref();
}
