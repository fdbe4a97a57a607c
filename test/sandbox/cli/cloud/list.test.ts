import assert from "node:assert/strict";
import { listObjects, table } from "../../../../sandbox/cli/cloud/list";
import { allObjects, type Found } from "../../../../sandbox/cli/cloud/objects";
import type { Place } from "../../../../sandbox/cli/place";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { pretendedPlace, putObject } from "../pretended-place";

const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const LONG =
    "core-platform-dvlp#arn:aws:iam::111122223333:role/core-platform-deployer" +
    "#arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

describe("The list of the pretended cloud", () => {
    const folder = temporaryFolder();
    let place: Place;

    beforeEach(() => {
        place = pretendedPlace(folder()).place;
    });

    const fill = (): void => {
        putObject(place, "dvlp", { id: "vpc-1" });
        putObject(place, "dvlp", {
            id: LONG,
            type: ASSOCIATION,
            urn: `urn:pulumi:dvlp::core-platform::x::${"long-name-".repeat(5)}`,
        });
        putObject(place, "dvlp", { id: "sg-1", type: "aws:ec2/securityGroup:SecurityGroup", urn: undefined });
        putObject(place, "dvlp", {
            id: "sg-2",
            type: "aws:ec2/securityGroup:SecurityGroup",
            urn: undefined,
            properties: { name: "default" },
        });
    };

    it("has a line for each object, in full in a pipe", async () => {
        fill();
        const { stdout } = await outputOf(() => listObjects(place, {}));
        const lines = stdout.split("\n");
        assert.match(lines[0], /^STACK {2}TYPE +NAME +ID$/);
        assert.deepEqual(
            lines.slice(1, 5).map((line) => line.split(/ {2,}/)),
            [
                ["dvlp", "ec2:SecurityGroup", "(made by the service)", "sg-1"],
                ["dvlp", "ec2:SecurityGroup", "(default)", "sg-2"],
                ["dvlp", "ec2:Vpc", "core-vpc-1", "vpc-1"],
                ["dvlp", "eks:AccessPolicyAssociation", "long-name-".repeat(5), LONG],
            ],
        );
        assert.deepEqual(lines.slice(5), ["4 objects", ""]);
    });

    it("has the same lines on a terminal that is wide enough", async () => {
        putObject(place, "dvlp", { id: "vpc-1" });
        const [wide, piped] = [
            await outputOf(() => listObjects(place, {}), 80),
            await outputOf(() => listObjects(place, {})),
        ];
        assert.equal(wide.stdout, piped.stdout);
    });

    it("has types for headings on a narrower one, names in full, and long ids cut in the middle", async () => {
        fill();
        const { stdout } = await outputOf(() => listObjects(place, {}), 80);
        const padded = (name: string): string => name.padEnd(50);
        assert.deepEqual(stdout.split("\n"), [
            "dvlp  ec2:SecurityGroup",
            `  ${padded("(made by the service)")}  sg-1`,
            `  ${padded("(default)")}  sg-2`,
            "dvlp  ec2:Vpc",
            `  ${padded("core-vpc-1")}  vpc-1`,
            "dvlp  eks:AccessPolicyAssociation",
            `  ${"long-name-".repeat(5)}  core-platfor…erAdminPolicy`,
            "4 objects",
            "",
        ]);
        for (const line of stdout.split("\n")) assert.ok(line.length <= 80, line);
    });

    it("gives ids what the names do not need, and cuts names that leave them no room", () => {
        putObject(place, "dvlp", { id: LONG });
        const found = (name: string): Found[] =>
            allObjects(place, {}).map(({ object, ...where }) => ({
                ...where,
                object: { ...object, urn: `::${name}` },
            }));
        assert.match(
            table(found("short"), 80),
            /\n {2}short {2}core-platform-dvlp#\S+…\S+AmazonEKSClusterAdminPolicy\n/,
        );
        const lines = table(found("core-platform-".repeat(6)), 80).split("\n");
        assert.match(lines[1], /^ {2}core-platform-\S+…\S+-platform- {2}core-platfor…erAdminPolicy$/);
        assert.equal(lines[1].length, 80);
    });

    it("is JSON for programs, an empty one too", async () => {
        const empty = await outputOf(() => listObjects(place, { json: true }), 80);
        assert.equal(empty.stdout, "[]\n");
        fill();
        const { stdout } = await outputOf(() => listObjects(place, { json: true, type: "Policy" }), 80);
        const answer = JSON.parse(stdout) as { stack: string; id: string }[];
        assert.deepEqual(
            answer.map(({ stack, id }) => [stack, id]),
            [["dvlp", LONG]],
        );
    });

    it("says what to do when nothing is there, and counts one as one", async () => {
        assert.match(
            (await outputOf(() => listObjects(place, {}))).stdout,
            /is empty\. Fill it: npm run sandbox\n$/,
        );
        putObject(place, "dvlp", { id: "vpc-1" });
        assert.match((await outputOf(() => listObjects(place, {}))).stdout, /\n1 object\n$/);
        const none = await outputOf(() => listObjects(place, { type: "zebra" }));
        assert.equal(none.stdout, "Nothing of that kind stands in the pretended cloud.\n");
    });
});
