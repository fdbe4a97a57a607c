import * as assert from "node:assert/strict";
import { recover } from "../../recovery/recover";
import { killed, killedOnAws, Pretended, URN, VPC } from "./pretended";

describe("a recovery", () => {
    it("writes the state with what was found, and reads what the provider computes", async () => {
        const stack = killed();
        assert.equal(await recover(stack, "dvlp", { yes: true }), 0);
        assert.deepEqual(stack.calls, [
            "stack import -s dvlp --file",
            `refresh -s dvlp --yes --skip-preview --target ${URN}`,
        ]);
        assert.deepEqual(stack.imported, {
            version: 3,
            deployment: { resources: [{ ...VPC, id: "vpc-1" }], pending_operations: [] },
        });
        assert.deepEqual(stack.said, [
            "Pending creates that made something; they become resources:",
            "  aws:ec2/vpc:Vpc network-vpc  vpc-1",
            "The state of dvlp holds again. Go on by an update.",
        ]);
    });

    it("reads nothing when nothing was made", async () => {
        const stack = killed([]);
        assert.equal(await recover(stack, "dvlp", { yes: true }), 0);
        assert.deepEqual(stack.calls, ["stack import -s dvlp --file"]);
        assert.match(
            stack.said.join("\n"),
            /made nothing; they are forgotten:\n {2}aws:ec2\/vpc:Vpc network-vpc/,
        );
    });

    it("has nothing to do where nothing is pending", async () => {
        const stack = new Pretended({ resources: [{ ...VPC, id: "vpc-1", outputs: { id: "vpc-1" } }] });
        assert.equal(await recover(stack, "dvlp", {}), 0);
        assert.deepEqual(stack.calls, []);
        assert.deepEqual(stack.said, [
            "Nothing is pending in dvlp, and nothing stands in the cloud without it.",
        ]);
    });

    it("names orphans and leaves them", async () => {
        const stack = new Pretended({ resources: [] }, [{ ...VPC, id: "vpc-9" }]);
        assert.equal(await recover(stack, "dvlp", { yes: true }), 0);
        assert.deepEqual(stack.calls, []);
        assert.match(
            stack.said.join("\n"),
            /Orphans, .*\n {2}aws:ec2\/vpc:Vpc network-vpc {2}vpc-9\nThey stay\./,
        );
    });

    it("asks before it writes; without anybody to ask it needs --yes", async () => {
        const stack = killed();
        await assert.rejects(recover(stack, "dvlp", {}), {
            name: "UserError",
            exitCode: 2,
            message: /add --yes/,
        });
        stack.interactive = true;
        stack.answer = false;
        assert.equal(await recover(stack, "dvlp", {}), 1);
        assert.deepEqual(stack.calls, []);
        stack.answer = true;
        assert.equal(await recover(stack, "dvlp", {}), 0);
        assert.equal(stack.calls.length, 2);
    });

    it("only says what it would do when it is a dry run, for programs in JSON", async () => {
        const stack = killed();
        assert.equal(await recover(stack, "dvlp", { dryRun: true, json: true }), 0);
        assert.deepEqual(stack.calls, []);
        assert.deepEqual(JSON.parse(stack.said.join("")), {
            adopted: [{ ...VPC, id: "vpc-1" }],
            forgotten: [],
            unknown: [],
            orphans: [],
            others: [],
            unread: [URN],
        });
    });

    it("takes what somebody has found himself, for a create that is pending", async () => {
        const stack = killed([]);
        await recover(stack, "dvlp", { yes: true, found: [{ urn: URN, id: "vpc-7" }] });
        assert.deepEqual(stack.imported?.deployment.resources, [{ ...VPC, id: "vpc-7" }]);
        const other = recover(killed([]), "dvlp", { yes: true, found: [{ urn: `${URN}x`, id: "vpc-7" }] });
        await assert.rejects(other, {
            message: `${URN}x: no create of it is pending in dvlp. Pending: ${URN}`,
        });
    });

    it("writes nothing on AWS before somebody has said what each pending create made", async () => {
        const stack = killedOnAws();
        await assert.rejects(recover(stack, "dvlp", { yes: true }), {
            name: "UserError",
            exitCode: 1,
            message: /^Nothing is written\. .* --found URN=ID or --nothing URN/,
        });
        assert.deepEqual(stack.calls, []);
        assert.deepEqual(stack.said.slice(0, 2), [
            "Pending creates of which nobody knows here what they made:",
            `  ${URN}`,
        ]);
        assert.equal(await recover(stack, "dvlp", { dryRun: true }), 0);
        assert.deepEqual(stack.calls, []);
        assert.equal(await recover(stack, "dvlp", { yes: true, nothing: [URN] }), 0);
        assert.deepEqual(stack.imported?.deployment, { resources: [], pending_operations: [] });
        const found = killedOnAws();
        assert.equal(await recover(found, "dvlp", { yes: true, found: [{ urn: URN, id: "vpc-7" }] }), 0);
        assert.deepEqual(found.imported?.deployment.resources, [{ ...VPC, id: "vpc-7" }]);
    });

    it("refuses to hear that nothing was made of what is not pending, or was found", async () => {
        const stack = killedOnAws();
        await assert.rejects(recover(stack, "dvlp", { yes: true, nothing: [`${URN}x`] }), {
            message: `${URN}x: no create of it is pending in dvlp. Pending: ${URN}`,
        });
        const both = { yes: true, nothing: [URN], found: [{ urn: URN, id: "vpc-7" }] };
        await assert.rejects(recover(stack, "dvlp", both), { exitCode: 2, message: /exclude each other/ });
        assert.deepEqual(stack.calls, []);
    });

    it("says of AWS only that nothing is pending", async () => {
        const stack = killedOnAws();
        stack.deployment.pending_operations = [];
        assert.equal(await recover(stack, "dvlp", {}), 0);
        assert.deepEqual(stack.said, ["Nothing is pending in dvlp."]);
    });

    it("names updates and deletes that were cut off, and writes nothing because of them", async () => {
        const stack = new Pretended({
            resources: [{ ...VPC, id: "vpc-1", outputs: { id: "vpc-1" } }],
            pending_operations: [{ type: "deleting", resource: { ...VPC, id: "vpc-1" } }],
        });
        assert.equal(await recover(stack, "dvlp", {}), 0);
        assert.deepEqual(stack.calls, []);
        assert.deepEqual(stack.said, [
            "Other operations that were cut off:",
            "  deleting aws:ec2/vpc:Vpc network-vpc",
            "Only a refresh of the stack sees how far they came.",
        ]);
    });

    it("reads, when run again, what a failed refresh has left unread", async () => {
        const stack = killed();
        stack.refreshFailure = "pulumi refresh failed:\ncredentials ended";
        await assert.rejects(recover(stack, "dvlp", { yes: true }), {
            name: "UserError",
            message: /^pulumi refresh failed:\ncredentials ended\nThe state is written, .* run this again/,
        });
        const again = new Pretended(stack.imported!.deployment);
        assert.equal(await recover(again, "dvlp", { yes: true }), 0);
        assert.deepEqual(again.calls, [`refresh -s dvlp --yes --skip-preview --target ${URN}`]);
        assert.deepEqual(again.said.slice(0, 2), [
            "Resources without what the provider computes; they are read:",
            "  aws:ec2/vpc:Vpc network-vpc",
        ]);
    });
});
