import * as assert from "node:assert/strict";
import { securityGroupIngressRule } from "../../../../sandbox/aws/ec2/security-group-ingress-rule";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network } from "../network-fixture";

const { type } = securityGroupIngressRule;
const HTTPS = { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 443, toPort: 443 };

describeRefusals(securityGroupIngressRule, {
    "InvalidGroup.NotFound": (cloud) =>
        cloud.create(type, "https", { securityGroupId: missing("sg"), ...HTTPS }),
    "InvalidPermission.Duplicate": async (cloud) => {
        const network = new Network(cloud);
        const { id: securityGroupId } = await network.securityGroup(await network.vpc());
        await cloud.create(type, "https", { securityGroupId, ...HTTPS });
        await cloud.create(type, "https-again", { securityGroupId, ...HTTPS, ipProtocol: "6" });
    },
    InvalidParameterValue: async (cloud) => {
        const network = new Network(cloud);
        const { id: securityGroupId } = await network.securityGroup(await network.vpc());
        const { toPort: _, ...half } = HTTPS;
        await cloud.create(type, "https", { securityGroupId, ...half });
    },
    RulesPerSecurityGroupLimitExceeded: async (cloud) => {
        const network = new Network(cloud);
        const { id: securityGroupId } = await network.securityGroup(await network.vpc());
        for (let i = 0; i < 60; i++) network.put(type, `sgr-${i}`, { securityGroupId });
        await cloud.create(type, "https", { securityGroupId, ...HTTPS });
    },
});

describe("a pretended ingress rule", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted, and holds on to nothing", async () => {
        const vpc = await network.vpc();
        const group = await network.securityGroup(vpc);
        const inputs = { securityGroupId: group.id, ...HTTPS };
        const made = await cloud.create(type, "https", inputs);
        assert.match(made.id, /^sgr-0[0-9a-f]{16}$/);
        assert.equal(made.properties.securityGroupRuleId, made.id);
        assert.equal(
            made.properties.arn,
            `arn:aws:ec2:eu-central-1:111122223333:security-group-rule/${made.id}`,
        );
        assert.deepEqual((await cloud.read(made, inputs))?.inputs, inputs);
        for (const object of [made, group, vpc]) await cloud.delete(object);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("calls protocols by name, and takes number and name for the same", async () => {
        const group = await network.securityGroup(await network.vpc());
        const made = await cloud.create(type, "dns", {
            ...HTTPS,
            securityGroupId: group.id,
            ipProtocol: "17",
        });
        assert.equal(made.properties.ipProtocol, "udp");
        assert.deepEqual(cloud.diff(type, { ipProtocol: "17" }, { ipProtocol: "udp" }).changes, {});
        assert.ok("ipProtocol" in cloud.diff(type, { ipProtocol: "17" }, { ipProtocol: "tcp" }).changes);
    });

    it("says in EC2's words which rule is there already", async () => {
        const group = await network.securityGroup(await network.vpc());
        const inputs = { securityGroupId: group.id, ...HTTPS };
        await cloud.create(type, "https", inputs);
        await assert.rejects(
            cloud.create(type, "again", inputs),
            /AuthorizeSecurityGroupIngress.*the specified rule "peer: 10\.0\.0\.0\/8, TCP, from port: 443, to port: 443, ALLOW" already exists/,
        );
        const all = { securityGroupId: group.id, cidrIpv4: "10.0.0.0/8", ipProtocol: "-1" };
        await cloud.create(type, "all", all);
        await assert.rejects(cloud.create(type, "all-again", all), /"peer: 10\.0\.0\.0\/8, ALL, ALLOW"/);
    });

    it("changes by an update, unless that makes it another rule's double", async () => {
        const group = await network.securityGroup(await network.vpc());
        const before = { securityGroupId: group.id, ...HTTPS };
        const made = await cloud.create(type, "https", before);
        const http = { ...before, fromPort: 80, toPort: 80 };
        await cloud.create(type, "http", http);
        await assert.rejects(cloud.update(made, before, http), { code: "InvalidPermission.Duplicate" });
        const after = await cloud.update(made, before, { ...before, description: "from inside" });
        assert.equal(after.description, "from inside");
    });

    it("needs the group that it lets in", async () => {
        const group = await network.securityGroup(await network.vpc());
        const inputs = {
            securityGroupId: group.id,
            referencedSecurityGroupId: missing("sg"),
            ipProtocol: "-1",
        };
        await assert.rejects(cloud.create(type, "from", inputs), { code: "InvalidGroup.NotFound" });
    });

    it("is replaced when its group or the kind of its source changes, not when its range does", () => {
        const before = { securityGroupId: "sg-1", ...HTTPS };
        const changesTo = (after: Properties): Record<string, boolean> => {
            const { changes } = cloud.diff(type, before, after);
            return Object.fromEntries(
                Object.entries(changes).map(([name, change]) => [name, change.replaces]),
            );
        };
        assert.deepEqual(changesTo({ ...before, securityGroupId: "sg-2" }), { securityGroupId: true });
        assert.deepEqual(changesTo({ ...before, cidrIpv4: "10.1.0.0/16" }), { cidrIpv4: false });
        const { cidrIpv4: _, ...rest } = before;
        assert.deepEqual(changesTo({ ...rest, referencedSecurityGroupId: "sg-2" }), {
            cidrIpv4: true,
            referencedSecurityGroupId: true,
        });
    });

    it("is refused at preview without a source, with two, with a bad range or a bad port", () => {
        const check = (inputs: Properties) => () =>
            cloud.check(type, "https", { securityGroupId: "sg-1", ipProtocol: "tcp", ...inputs });
        assert.throws(check({}), /must be specified/);
        assert.throws(
            check({ cidrIpv4: "10.0.0.0/8", referencedSecurityGroupId: "sg-2" }),
            /`cidr_ipv4,referenced_security_group_id` were specified/,
        );
        assert.throws(check({ cidrIpv4: "10.0.0.1/8" }), /cidrIpv4: .* did you mean "10\.0\.0\.0\/8"/);
        assert.throws(
            check({ ...HTTPS, toPort: 65536 }),
            /toPort: expected to_port to be in the range \(-1 - 65535\), got 65536/,
        );
    });
});
