import * as assert from "node:assert/strict";
import {
    covers,
    MalformedPolicy,
    matches,
    readPolicy,
    sameDocument,
    trusts,
    type Place,
} from "../../../../sandbox/aws/iam/policy-document";
import { document, PODS, trust } from "../cluster-fixture";

const ALLOW = { Effect: "Allow", Action: "logs:*", Resource: "*" };
const SERVICE = { Service: "ec2.amazonaws.com" };

describe("a policy document", () => {
    it("is read with every one-or-many as many", () => {
        const [statement] = readPolicy(document([ALLOW]), "identity");
        assert.deepEqual([statement.actions, statement.resources], [["logs:*"], ["*"]]);
        const [other] = readPolicy(trust("eks.amazonaws.com"), "trust");
        assert.deepEqual(other.principals, { Service: ["eks.amazonaws.com"] });
    });

    const malformed: [why: string, document: string, place: Place, sentence: RegExp][] = [
        ["no JSON", "Allow", "identity", /invalid Json/],
        ["a list", "[]", "identity", /Syntax errors/],
        ["no statement", "{}", "identity", /Syntax errors/],
        ["an unknown key", JSON.stringify({ Statements: [ALLOW] }), "identity", /Syntax errors/],
        [
            "an unknown version",
            JSON.stringify({ Version: "2024-01-01", Statement: ALLOW }),
            "identity",
            /Version/,
        ],
        ["an unknown element", document([{ ...ALLOW, Actions: "logs:*" }]), "identity", /Syntax errors/],
        ["an unknown effect", document([{ ...ALLOW, Effect: "allow" }]), "identity", /Syntax errors/],
        ["no action", document([{ Effect: "Allow", Resource: "*" }]), "identity", /must contain actions/],
        ["an action without a service", document([{ ...ALLOW, Action: "Create" }]), "identity", /vendor/],
        [
            "no resource",
            document([{ Effect: "Allow", Action: "logs:*" }]),
            "identity",
            /must contain resources/,
        ],
        [
            "a principal",
            document([{ ...ALLOW, Principal: SERVICE }]),
            "identity",
            /should not specify a principal/,
        ],
        ["no principal", document([ALLOW]), "resource", /required field Principal/],
        ["a resource", document([{ ...ALLOW, Principal: SERVICE }]), "trust", /prohibited field Resource/],
    ];
    for (const [why, text, place, sentence] of malformed) {
        it(`is malformed with ${why} in a ${place} policy`, () => {
            assert.throws(
                () => readPolicy(text, place),
                (error: Error) => error instanceof MalformedPolicy && sentence.test(error.message),
            );
        });
    }

    it("covers actions by patterns, whatever the case, and all but those of NotAction", () => {
        assert.ok(matches("logs:Create*", "logs:CreateLogGroup"));
        assert.ok(matches("LOGS:createloggroup", "logs:CreateLogGroup"));
        assert.ok(!matches("logs:Create?", "logs:CreateLogGroup"));
        const [statement] = readPolicy(
            document([{ Effect: "Allow", NotAction: "logs:*", Resource: "*" }]),
            "identity",
        );
        assert.ok(covers(statement, "ec2:DescribeSubnets"));
        assert.ok(!covers(statement, "logs:CreateLogGroup"));
    });

    it("trusts a service for all the actions that are asked for", () => {
        const actions = ["sts:AssumeRole", "sts:TagSession"];
        assert.ok(trusts(PODS, "pods.eks.amazonaws.com", actions));
        assert.ok(!trusts(trust("pods.eks.amazonaws.com"), "pods.eks.amazonaws.com", actions));
        assert.ok(!trusts(PODS, "ec2.amazonaws.com", ["sts:AssumeRole"]));
        assert.ok(!trusts("no document", "ec2.amazonaws.com", ["sts:AssumeRole"]));
    });

    it("trusts nobody whom it denies", () => {
        const principal = { Principal: SERVICE, Action: "sts:AssumeRole" };
        const both = document([
            { Effect: "Allow", ...principal },
            { Effect: "Deny", ...principal },
        ]);
        assert.ok(!trusts(both, "ec2.amazonaws.com", ["sts:AssumeRole"]));
    });

    it("says the same in another order and with lists of one", () => {
        const one = document([{ Effect: "Allow", Action: ["a:B", "a:C"], Resource: "*" }]);
        const other = document([{ Resource: ["*"], Action: ["a:C", "a:B"], Effect: "Allow" }]);
        assert.ok(sameDocument(one, other));
        assert.ok(!sameDocument(one, document([{ Effect: "Deny", Action: ["a:B", "a:C"], Resource: "*" }])));
        assert.ok(!sameDocument(one, "no document"));
    });
});
