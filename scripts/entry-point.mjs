/**
 * Runs a script's main function and ends the process by what it returns. A SetUpError is for the user, and its
 * message is all that is shown; any other error is a bug and shows where it comes from.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function entryPoint(main) {
    try {
        process.exitCode = await main();
    } catch (error) {
        console.error(error.name === "SetUpError" ? error.message : error);
        process.exitCode = error.exitCode ?? 1;
    }
}
