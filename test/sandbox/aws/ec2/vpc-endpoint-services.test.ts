import * as assert from "node:assert/strict";
import { endpointService, shortName } from "../../../../sandbox/aws/ec2/vpc-endpoint-services";

const REGION = "eu-central-1";

describe("the services behind VPC endpoints", () => {
    it("are known by their name in the region, and there alone", () => {
        const found = endpointService("com.amazonaws.eu-central-1.sts", REGION);
        assert.deepEqual(found?.privateNames, ["sts.eu-central-1.amazonaws.com"]);
        for (const name of ["com.amazonaws.eu-west-1.sts", "com.amazonaws.eu-central-1.stss", "sts", ""])
            assert.equal(endpointService(name, REGION), undefined, name);
    });

    it("are not taken from what every object inherits", () => {
        assert.equal(endpointService("com.amazonaws.eu-central-1.constructor", REGION), undefined);
    });

    it("have gateways for S3 and DynamoDB alone", () => {
        const typesOf = (short: string): readonly string[] | undefined =>
            endpointService(`com.amazonaws.${REGION}.${short}`, REGION)?.types;
        assert.deepEqual(typesOf("s3"), ["Gateway", "Interface"]);
        assert.deepEqual(typesOf("dynamodb"), ["Gateway", "Interface"]);
        assert.deepEqual(typesOf("ecr.dkr"), ["Interface"]);
    });

    it("answer to names that turn their own around, or lie in another domain", () => {
        const namesOf = (short: string): readonly string[] | undefined =>
            endpointService(`com.amazonaws.${REGION}.${short}`, REGION)?.privateNames;
        assert.deepEqual(namesOf("ecr.dkr"), [
            "dkr.ecr.eu-central-1.amazonaws.com",
            "*.dkr.ecr.eu-central-1.amazonaws.com",
        ]);
        assert.deepEqual(namesOf("eks-auth"), ["eks-auth.eu-central-1.api.aws"]);
    });

    it("have short names of one part or two", () => {
        assert.equal(shortName("com.amazonaws.eu-central-1.ecr.api"), "ecr.api");
        assert.equal(shortName("com.amazonaws.eu-central-1.sts"), "sts");
    });
});
