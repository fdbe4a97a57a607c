import * as assert from "node:assert/strict";
import { eip } from "../../../../sandbox/aws/ec2/eip";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { Network } from "../network-fixture";

describeRefusals(eip, {
    AddressLimitExceeded: async (cloud) => {
        for (let i = 0; i <= 5; i++) await new Network(cloud).eip();
    },
    AuthFailure: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        const address = await network.eip();
        await network.natGateway(await network.subnet(vpc), address);
        await cloud.delete(address);
    },
});

describe("a pretended elastic address", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted, and leaves nothing", async () => {
        const made = await network.eip();
        assert.match(made.id, /^eipalloc-0[0-9a-f]{16}$/);
        const found = await cloud.read(made, { domain: "vpc" });
        assert.equal(found?.state.allocationId, made.id);
        assert.equal(found?.state.arn, `arn:aws:ec2:eu-central-1:111122223333:elastic-ip/${made.id}`);
        await cloud.delete(made);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is one of the addresses for documentation, each another", async () => {
        const [one, other] = [await network.eip(), await network.eip()];
        assert.equal(one.properties.publicIp, "203.0.113.1");
        assert.equal(one.properties.publicDns, "ec2-203-0-113-1.eu-central-1.compute.amazonaws.com");
        assert.equal(other.properties.publicIp, "203.0.113.2");
    });

    it("shows who uses it, and is free again afterwards", async () => {
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        const address = await network.eip();
        const nat = await network.natGateway(await network.subnet(vpc), address);
        const used = (await cloud.read(address))?.state;
        assert.equal(used?.associationId, nat.properties.associationId);
        assert.equal(used?.networkInterface, nat.properties.networkInterfaceId);
        assert.equal(used?.privateDns, "ip-10-0-0-4.eu-central-1.compute.internal");
        await cloud.delete(nat);
        assert.equal((await cloud.read(address))?.state.associationId, "");
        await cloud.delete(address);
    });

    it("is for a VPC unless told otherwise", async () => {
        const made = await cloud.create(eip.type, "address", {});
        assert.equal(made.properties.domain, "vpc");
        assert.equal(made.properties.networkBorderGroup, "eu-central-1");
    });

    it("is replaced when its domain changes and updated when its tags do", () => {
        const { changes } = cloud.diff(eip.type, { domain: "vpc" }, { domain: "standard", tags: {} });
        assert.equal(changes.domain.replaces, true);
        assert.equal(changes.tags.replaces, false);
    });

    it("is refused at preview with a domain that there is not, and with an instance", () => {
        const check = (inputs: Record<string, string>) => () => cloud.check(eip.type, "address", inputs);
        assert.throws(
            check({ domain: "classic" }),
            /domain: expected domain to be one of \["vpc" "standard"\]/,
        );
        assert.throws(check({ instance: "i-1" }), /does not act on "instance"/);
    });
});
