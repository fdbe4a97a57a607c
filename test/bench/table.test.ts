import assert from "node:assert/strict";
import type { Row } from "../../bench/figure";
import { isMet, table } from "../../bench/table";

const preview: Row = {
    subject: "dvlp",
    value: 5712,
    unit: "ms",
    floor: 812,
    ratio: 1.304,
    aim: { of: "ratio", most: 1.3 },
};

describe("The table of figures", () => {
    it("shows median, floor, ratio and whether the aim is met", () => {
        assert.equal(
            table([
                {
                    figure: { name: "preview", title: "preview of a stack" },
                    rows: [preview, { subject: "prod", value: 12.34, unit: "ms/resource" }],
                },
            ]),
            [
                "preview: preview of a stack",
                "measured                      median       floor   ratio         aim",
                "dvlp                          5.71 s      812 ms    1.30      <= 1.3  missed",
                "prod                         12.3 ms",
                "",
            ].join("\n"),
        );
    });

    it("fits into 80 columns", () => {
        const rows: Row[] = [
            { ...preview, subject: "a subject of twenty.", value: 9_999_990, floor: 9_999_990 },
        ];
        const lines = table([{ figure: { name: "preview", title: "preview" }, rows }]).split("\n");
        assert.deepEqual(
            lines.filter(({ length }) => length > 80),
            [],
        );
    });
});

describe("An aim", () => {
    it("is met by its limit itself", () => {
        assert.equal(isMet({ ...preview, ratio: 1.3 }), true);
        assert.equal(isMet(preview), false);
    });

    it("can be about the value", () => {
        const row: Row = { subject: "dvlp", value: 251, unit: "MB", aim: { of: "value", most: 250 } };
        assert.equal(isMet(row), false);
        assert.equal(isMet({ ...row, value: 249 }), true);
    });

    it("need not be set", () => {
        assert.equal(isMet({ subject: "dvlp", value: 1, unit: "MB" }), undefined);
    });
});
