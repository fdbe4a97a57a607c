import assert from "node:assert/strict";
import { listObjects, table } from "../../../../sandbox/cli/cloud/list";
import { allObjects } from "../../../../sandbox/cli/cloud/objects";
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

    it("fits a terminal: names and ids are cut in the middle, and short ones stay", async () => {
        fill();
        const { stdout } = await outputOf(() => listObjects(place, {}), 80);
        for (const line of stdout.split("\n")) assert.ok(line.length <= 80, line);
        const long = stdout.split("\n").find((line) => line.includes("AccessPolicy"))!;
        assert.match(long, / long-name-\S*…\S*name- {2}core-plat\S*…\S*Policy$/);
        assert.match(stdout, /core-vpc-1 +vpc-1\n/);
    });

    it("gives a column what the other does not need", () => {
        putObject(place, "dvlp", { id: LONG });
        const found = allObjects(place, {}).map(({ stack, object }) => ({
            stack,
            object: { ...object, urn: "::a" },
        }));
        assert.equal(table(found, 80).split("\n")[1].length, 80);
        const swapped = found.map(({ stack, object }) => ({
            stack,
            object: { ...object, urn: `::${LONG}`, id: "i" },
        }));
        const line = table(swapped, 80).split("\n")[1];
        assert.ok(line.length > 70 && line.length <= 80, line);
    });

    it("stays readable where a terminal is narrower than any table", () => {
        putObject(place, "dvlp", { id: LONG });
        assert.match(table(allObjects(place, {}), 10), /core-…|…/);
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
