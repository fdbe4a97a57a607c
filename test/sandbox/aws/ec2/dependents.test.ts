import * as assert from "node:assert/strict";
import { dependents } from "../../../../sandbox/aws/ec2/dependents";
import { callIn } from "../call";
import { PretendedCloud } from "../../pretended-cloud";
import { Network } from "../network-fixture";

describe("what refers to an object", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("is found by an id, by a list of ids and inside an object, in the caller's region alone", () => {
        const network = new Network(cloud);
        network.put("aws:a/a:A", "one", { vpcId: "vpc-1" });
        network.put("aws:a/b:B", "other", { vpcId: ["vpc-2", "vpc-1"] });
        network.put("aws:a/a:A", "elsewhere", { vpcId: "vpc-1" }, "eu-west-1");
        network.put("aws:a/a:A", "inside", { config: { ids: ["vpc-1"] } });
        const call = callIn(cloud);
        const idsOf = (path: string, types?: string[]): string[] =>
            dependents(path, "vpc-1", call, types).map((object) => object.id);
        assert.deepEqual(idsOf("vpcId"), ["one", "other"]);
        assert.deepEqual(idsOf("vpcId", ["aws:a/b:B"]), ["other"]);
        assert.deepEqual(idsOf("config.ids"), ["inside"]);
    });
});
