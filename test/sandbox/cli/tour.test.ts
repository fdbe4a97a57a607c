import assert from "node:assert/strict";
import { NEXT, tour } from "../../../sandbox/cli/tour";
import { placeOf } from "../../../sandbox/cli/place";
import { outputOf } from "./output";

const place = placeOf({
    CORE_PLATFORM_ROOT: "/repository",
    CORE_PLATFORM_ENGINE_BIN: "/bin",
    SANDBOX_DIR: "/box",
});

/** Takes the tour with an engine that only notes what it is asked. */
async function taken(
    codeOf: (command: string) => number = () => 0,
): Promise<{ ran: string[]; code: number; shown: string }> {
    const ran: string[] = [];
    const run = (args: readonly string[]): Promise<number> => {
        ran.push(args.join(" "));
        return Promise.resolve(codeOf(args[0]));
    };
    const { result, stdout } = await outputOf(() => tour({ place, run }));
    return { ran, code: result, shown: stdout };
}

describe("The tour", () => {
    it("previews and updates the first environment, and shows its outputs", async () => {
        const { ran, code } = await taken();
        assert.deepEqual(ran, ["preview -s dvlp", "up -s dvlp --skip-preview", "stack output -s dvlp"]);
        assert.equal(code, 0);
    });

    it("shows each command as it can be typed, says where the pretended cloud is, and what to try next", async () => {
        const { ran, shown } = await taken();
        for (const command of ran) assert.ok(shown.includes(`npm run sandbox -- ${command}\n`), command);
        assert.ok(shown.includes("/box\n"));
        assert.ok(shown.endsWith(`${NEXT}\n`));
    });

    it("ends at the first step that fails, with its exit code, and says so", async () => {
        const { ran, code, shown } = await taken((command) => (command === "up" ? 3 : 0));
        assert.deepEqual([ran.length, code], [2, 3]);
        assert.match(shown, /pulumi up ended with exit code 3/);
        assert.equal(shown.includes("What to try next"), false);
    });

    it("fits a terminal of 80 columns", async () => {
        const { shown } = await taken();
        assert.deepEqual(
            shown.split("\n").filter((line) => line.length > 80),
            [],
        );
    });
});
