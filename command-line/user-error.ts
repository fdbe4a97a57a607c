/** What a person did wrong, or has to do: its message is all that is shown. Anything else that is thrown is a bug. */
export class UserError extends Error {
    override readonly name = "UserError";

    /** @param exitCode 1 failed, 2 for a command line that can't be meant */
    constructor(
        message: string,
        readonly exitCode: 1 | 2 = 1,
    ) {
        super(message);
    }
}
