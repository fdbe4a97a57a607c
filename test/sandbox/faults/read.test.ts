import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { readFaults } from "../../../sandbox/faults/read";
import { temporaryFolder } from "../cloud/temporary-folder";

describe("a file of faults", () => {
    const folder = temporaryFolder();
    const read = (content: string): ReturnType<typeof readFaults> => {
        const file = path.join(folder(), "faults.yaml");
        fs.writeFileSync(file, content);
        return readFaults(file);
    };

    it("is YAML, or JSON, with defaults for what is left out", () => {
        assert.deepEqual(read("faults:\n  - fault: throttle\n    type: Subnet\n"), [
            { fault: "throttle", type: "Subnet", verb: "create", times: 1 },
        ]);
        assert.deepEqual(read('{"faults": [{"fault": "fail"}]}'), [
            {
                fault: "fail",
                verb: "create",
                nth: 1,
                code: "InternalFailure",
                message: "An internal error has occurred",
            },
        ]);
        const everyKind = ["throttle", "fail", "time-out"].map((fault) => ({ fault }));
        const others = [
            { fault: "deny", action: "ec2:Create*", principal: "arn:aws:sts::*:assumed-role/viewer/*" },
            { fault: "expire-credentials", step: 3 },
            { fault: "lose-state", step: 3 },
            { fault: "kill-engine", step: 3 },
        ];
        assert.equal(read(JSON.stringify({ faults: [...everyKind, ...others] })).length, 7);
    });

    it("is refused with every mistake, by its field", () => {
        const mistakes = [
            { fault: "explode" },
            { fault: "fail", nth: 0 },
            { fault: "throttle", tpye: "Subnet" },
            { fault: "deny", action: "CreateVpc" },
            { fault: "deny", action: "ec2:*", principal: "viewer" },
            { fault: "lose-state" },
        ];
        assert.throws(
            () => read(JSON.stringify({ faults: mistakes })),
            (error: Error) => {
                const [head, ...lines] = error.message.split("\n");
                assert.match(head, /faults\.yaml does not hold:$/);
                const fields = lines.map((line) => /^ {2}(\S+): ./.exec(line)?.[1]);
                assert.deepEqual(fields, [
                    "faults[0].fault",
                    "faults[1].nth",
                    "faults[2]",
                    "faults[3].action",
                    "faults[4].principal",
                    "faults[5].step",
                ]);
                return true;
            },
        );
        for (const content of ["", "faults: []\n", "other: 1\n"])
            assert.throws(
                () => read(content),
                { message: /does not hold:\n {2}(the file|faults): / },
                content,
            );
    });

    it("that is no YAML is refused by line", () => {
        assert.throws(() => read("faults: [\n"), { message: /at line 2/ });
    });

    it("that can't be read is named", () => {
        assert.throws(() => readFaults(path.join(folder(), "nowhere")), {
            message: `${path.join(folder(), "nowhere")} can't be read (ENOENT)`,
        });
    });
});
