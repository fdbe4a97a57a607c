import assert from "node:assert/strict";
import { minutes, reportOn, reportText } from "../../../sandbox/critical-path/report";
import { resource } from "./made-up";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const CLUSTER = "aws:eks/cluster:Cluster";

describe("the report on a stack", () => {
    const resources = [
        resource("vpc", VPC),
        resource("subnet", SUBNET, ["vpc"]),
        resource("endpoint", ENDPOINT, ["subnet"], { inputs: { vpcEndpointType: "Interface" } }),
        // The program's own choice: nothing in the request names the endpoint.
        resource("cluster", CLUSTER, ["subnet", "endpoint"]),
    ];
    const report = reportOn("dvlp", resources);

    it("has the program's chain, AWS's, and what lies between", () => {
        assert.deepEqual(
            report.program.steps.map(({ name, seconds, done }) => [name, seconds, done]),
            [
                ["vpc", 21, 21],
                ["subnet", 1, 22],
                ["endpoint", 60, 82],
                ["cluster", 540, 622],
            ],
        );
        assert.deepEqual(
            report.forced.steps.map(({ name }) => name),
            ["vpc", "subnet", "cluster"],
        );
        assert.deepEqual([report.program.seconds, report.forced.seconds], [622, 562]);
        assert.equal(report.ratio, 622 / 562);
    });

    it("says for each step where its time comes from", () => {
        for (const { source } of [...report.program.steps, ...report.forced.steps])
            assert.match(source, /^(AWS|log|estimate): /);
    });

    it("reads well", () => {
        assert.equal(
            reportText(report),
            [
                "dvlp: an up from nothing takes 10m22s on AWS, by the table of durations.",
                "",
                "The chain that makes it:",
                "   0m21s   +21 s  Vpc vpc",
                "   0m22s    +1 s  Subnet subnet",
                "   1m22s   +60 s  VpcEndpoint endpoint",
                "  10m22s  +540 s  Cluster cluster",
                "",
                "The chain that AWS itself forces: 9m22s",
                "   0m21s   +21 s  Vpc vpc",
                "   0m22s    +1 s  Subnet subnet",
                "   9m22s  +540 s  Cluster cluster",
                "",
                "The program takes 1.11 times what AWS forces. Estimates: 10 % of it.",
                "",
            ].join("\n"),
        );
    });

    it("stays within 80 columns when a name is long", () => {
        const long = `cluster-${"x".repeat(50)}`;
        const text = reportText(reportOn("dvlp", [resource(long, CLUSTER)]));
        assert.deepEqual(
            text.split("\n").filter((line) => line.length > 80),
            [],
        );
        assert.match(text, new RegExp(`Cluster\\n {18}${long}\\n`));
    });

    it("is about nothing that takes no time", () => {
        const { program, ratio } = reportOn("dvlp", [
            resource("aws", "pulumi:providers:aws"),
            resource("vpc", VPC, [], { provider: "aws" }),
        ]);
        assert.deepEqual(
            program.steps.map(({ name }) => name),
            ["vpc"],
        );
        assert.equal(ratio, 1);
    });

    it("writes times in minutes and seconds", () => {
        assert.deepEqual([0, 59, 60, 809].map(minutes), ["0m00s", "0m59s", "1m00s", "13m29s"]);
    });
});
