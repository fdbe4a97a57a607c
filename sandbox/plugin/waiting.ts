/**
 * The time that services take, at the scale of the run. A cancelled engine waits for nothing any more.
 */
export class Waiting {
    private readonly cancelled = new AbortController();

    /** @param scale what a second of AWS takes here, in seconds; 0: nothing takes time */
    constructor(private readonly scale: number) {}

    /**
     * Waits as long as a service takes.
     * @param seconds on AWS
     * @returns whether the wait came to its end; false when it was cancelled
     */
    async for(seconds: number): Promise<boolean> {
        if (this.scale === 0 || seconds === 0) return true;
        const { signal } = this.cancelled;
        if (signal.aborted) return false;
        return new Promise((resolve) => {
            const end = (): void => {
                clearTimeout(timer);
                signal.removeEventListener("abort", end);
                resolve(!signal.aborted);
            };
            const timer = setTimeout(end, seconds * this.scale * 1000);
            signal.addEventListener("abort", end);
        });
    }

    /** Ends every wait, those to come included. */
    cancel(): void {
        this.cancelled.abort();
    }
}
