import assert from "node:assert/strict";
import { recoveredStack } from "../../scripts/recovered-stack.mjs";

const URN = "urn:pulumi:dvlp::core-platform::aws:ec2/vpc:Vpc::network-vpc";

describe("The stack of npm run recover", () => {
    it("is the first argument that is neither an option nor an option's value", () => {
        for (const args of [
            ["dvlp"],
            ["dvlp", "--aws", "--found", `${URN}=vpc-1`],
            ["--found", `${URN}=vpc-1`, "dvlp", "--aws"],
            ["--aws", "--nothing", URN, "--nothing", URN, "dvlp"],
            [`--found=${URN}=vpc-1`, "-y", "dvlp"],
        ])
            assert.equal(recoveredStack(args), "dvlp", args.join(" "));
    });

    it("is empty when there is none", () => {
        assert.equal(recoveredStack(["--aws", "--found", `${URN}=vpc-1`]), "");
        assert.equal(recoveredStack(["--help"]), "");
    });
});
