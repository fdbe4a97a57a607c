import assert from "node:assert/strict";
import { Command, InvalidArgumentError } from "commander";
import { runLine } from "../../command-line/run-line";
import { UserError } from "../../command-line/user-error";

describe("command-line/run-line", () => {
    let done: string[];
    let printed: string;
    beforeEach(() => {
        done = [];
        printed = "";
    });

    /** A program with one command, which takes its time. */
    function program(action: (name: string) => Promise<void>): Command {
        const write = (text: string): void => void (printed += text);
        const root = new Command("program")
            .exitOverride()
            .configureOutput({ writeOut: write, writeErr: write });
        root.command("do").argument("<name>", "what", lowerCase).action(action);
        return root;
    }

    function lowerCase(text: string): string {
        if (text !== text.toLowerCase()) throw new InvalidArgumentError("Write it in lower case.");
        return text;
    }

    async function note(name: string): Promise<void> {
        await new Promise(setImmediate);
        done.push(name);
    }

    it("waits for the action, whose exit code is its own affair", async () => {
        assert.equal(await runLine(program(note), ["do", "this"]), undefined);
        assert.deepEqual(done, ["this"]);
    });

    it("ends by 0 after help, of the program and of a command", async () => {
        for (const args of [["--help"], ["do", "--help"]]) {
            printed = "";
            assert.equal(await runLine(program(note), args), 0);
            assert.match(printed, /^Usage: program /);
        }
    });

    it("ends by 2 for what can't be meant, which is said once, and does nothing", async () => {
        for (const [args, said] of [
            [["do"], "error: missing required argument 'name'\n"],
            [["do", "this", "--fast"], "error: unknown option '--fast'\n"],
            [["d"], "error: unknown command 'd'\n(Did you mean do?)\n"],
            [
                ["do", "THIS"],
                "error: command-argument value 'THIS' is invalid for argument 'name'. Write it in lower case.\n",
            ],
        ] as const) {
            printed = "";
            assert.equal(await runLine(program(note), args), 2, args.join(" "));
            assert.equal(printed, said);
        }
        assert.deepEqual(done, []);
    });

    it("passes on what the action throws", async () => {
        const mistake = new UserError("no such thing");
        await assert.rejects(
            runLine(
                program(() => Promise.reject(mistake)),
                ["do", "this"],
            ),
            mistake,
        );
    });
});
