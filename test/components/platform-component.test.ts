import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { PlatformComponent } from "../../components/platform-component";
import { awsMocks } from "../helpers/aws-mocks";
import { names, runMocked } from "../helpers/mocked-engine";

class Sample extends PlatformComponent {
    constructor(name: string, child: string) {
        super("sample", name);
        new aws.ec2.Vpc(child, { cidrBlock: "10.0.0.0/16" }, { parent: this });
        this.registerOutputs({});
    }
}

describe("PlatformComponent", () => {
    it("takes its type from folder and class", async () => {
        const { registrations } = await runMocked(
            { resources: awsMocks },
            () => void new Sample("one", "one-vpc"),
        );
        assert.deepEqual(names(registrations), [
            "core-platform:sample:Sample one",
            "aws:ec2/vpc:Vpc one-vpc",
        ]);
    });

    it("refuses a child whose name does not tell where it belongs", async () => {
        for (const child of ["vpc", "onevpc"]) {
            await assert.rejects(
                runMocked({ resources: awsMocks }, () => void new Sample("one", child)),
                /its name must begin with "one-"/,
            );
        }
    });
});
