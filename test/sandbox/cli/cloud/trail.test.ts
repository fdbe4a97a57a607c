import * as assert from "node:assert/strict";
import { showTrail } from "../../../../sandbox/cli/cloud/trail";
import type { Place } from "../../../../sandbox/cli/place";
import { record, type TrailEvent } from "../../../../sandbox/cloud/trail";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { accountOf, pretendedPlace, putObject } from "../pretended-place";

const EVENT: TrailEvent = {
    eventTime: "2026-01-01T00:00:01Z",
    eventSource: "ec2.amazonaws.com",
    eventName: "CreateVpc",
    awsRegion: "eu-central-1",
    userIdentity: {
        type: "AssumedRole",
        arn: "arn:aws:sts::111122223333:assumed-role/deployer/me",
        accountId: "111122223333",
    },
    readOnly: false,
    resources: [{ type: "aws:ec2/vpc:Vpc", id: "vpc-1" }],
    urn: "urn:pulumi:dvlp::core-platform::aws:ec2/vpc:Vpc::network-vpc",
};

describe("the trail of the pretended clouds", () => {
    const folder = temporaryFolder();
    let place: Place;

    beforeEach(() => {
        ({ place } = pretendedPlace(folder()));
        putObject(place, "pprd", { id: "x" });
        putObject(place, "dvlp", { id: "x" });
        record(accountOf(place, "pprd"), {
            ...EVENT,
            eventTime: "2026-01-01T00:00:02Z",
            errorCode: "Client.VpcLimitExceeded",
            errorMessage: "too many",
            resources: [{ type: "aws:ec2/vpc:Vpc" }],
            urn: EVENT.urn!.replace(":dvlp:", ":pprd:"),
        });
        record(accountOf(place, "dvlp"), EVENT);
        record(accountOf(place, "dvlp"), {
            ...EVENT,
            eventTime: "2026-01-01T00:00:03Z",
            eventName: "DescribeVpcs",
            readOnly: true,
        });
    });

    it("tells who did what to which resource, in the order of time, and why something was refused", async () => {
        const { stdout } = await outputOf(() => showTrail(place, {}));
        assert.deepEqual(stdout.split("\n"), [
            "2026-01-01T00:00:01Z  deployer  CreateVpc  ec2:Vpc network-vpc vpc-1",
            "2026-01-01T00:00:02Z  deployer  CreateVpc  ec2:Vpc network-vpc",
            "    refused: Client.VpcLimitExceeded: too many",
            "2 calls",
            "",
        ]);
    });

    it("narrows down to a stack, a type, refusals or the newest, and shows reads when asked to", async () => {
        const names = async (options: Parameters<typeof showTrail>[1]): Promise<string[]> => {
            const { stdout } = await outputOf(() => showTrail(place, { json: true, ...options }));
            return (JSON.parse(stdout) as TrailEvent[]).map(
                ({ eventName, urn }) => `${urn!.split(":")[2]} ${eventName}`,
            );
        };
        assert.deepEqual(await names({ stack: "dvlp" }), ["dvlp CreateVpc"]);
        assert.deepEqual(await names({ errors: true }), ["pprd CreateVpc"]);
        assert.deepEqual(await names({ reads: true, last: 1 }), ["dvlp DescribeVpcs"]);
        assert.deepEqual(await names({ type: "subnet" }), []);
        await assert.rejects(names({ stack: "prod" }), { message: /^there is no stack "prod" here/ });
    });

    it("says when there is nothing", async () => {
        const { stdout } = await outputOf(() => showTrail(place, { type: "subnet" }));
        assert.equal(stdout, "No such call is on record.\n");
    });
});
