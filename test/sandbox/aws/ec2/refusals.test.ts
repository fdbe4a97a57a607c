import * as assert from "node:assert/strict";
import * as shared from "../../../../sandbox/aws/ec2/refusals";
import { fakes } from "../../../../sandbox/aws/fakes";
import { callIn } from "../call";
import { PretendedCloud } from "../../pretended-cloud";
import { missing } from "../network-fixture";

describe("the refusals that fakes of EC2 share", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("name what is not there", () => {
        const { ERRORS: _, missingParameter, defaultGroupStays, ...notThere } = shared;
        for (const rows of Object.values(notThere))
            for (const code of Object.keys(rows))
                assert.throws(() => callIn(cloud, rows).refuse(code, { id: "x-1" }), /'x-1' does not exist$/);
        assert.throws(
            () => callIn(cloud, defaultGroupStays).refuse("CannotDelete", { id: "sg-1" }),
            /^RefusedError: the specified group: "sg-1" name: "default" cannot be deleted by a user$/,
        );
        assert.throws(
            () => callIn(cloud, missingParameter).refuse("MissingParameter", { parameter: "SubnetId" }),
            /^RefusedError: The request must contain the parameter SubnetId$/,
        );
    });

    it("read as the AWS SDK for Go writes them", async () => {
        await assert.rejects(
            cloud.create("aws:ec2/routeTable:RouteTable", "routes", { vpcId: missing("vpc") }),
            /^RefusedError: operation error EC2: CreateRouteTable, https response error StatusCode: 400, RequestID: [0-9a-f-]{36}, api error InvalidVpcID\.NotFound: The vpc ID 'vpc-0+' does not exist$/,
        );
    });

    it("are not reworded by a fake of the same service", () => {
        const rows = Object.assign({}, ...Object.values(shared).filter((one) => typeof one === "object"));
        for (const fake of fakes.filter((one) => one.service === "EC2"))
            for (const [code, row] of Object.entries(fake.refusals))
                if (code in rows && code !== "MissingParameter")
                    assert.equal(row.sentence, rows[code].sentence, fake.type);
    });
});
