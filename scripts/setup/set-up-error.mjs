/** Set-up could not be done for a reason outside this repository; the message says what to do about it. */
export class SetUpError extends Error {
    name = "SetUpError";

    /**
     * @param {string} message what failed and what to do, for the person at the terminal
     * @param {number} exitCode the process' exit code; default 1
     */
    constructor(message, exitCode = 1) {
        super(message);
        this.exitCode = exitCode;
    }
}
