import * as assert from "node:assert/strict";
import { EndpointAccess } from "../../../components/cluster/endpoint-access";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, names, runMocked, type Registration } from "../../helpers/mocked-engine";

async function access(...cidrs: string[]): Promise<{ registrations: Registration[]; rules: number }> {
    const { registrations, result } = await runMocked({ resources: awsMocks }, () => {
        const { rules } = new EndpointAccess("access", { clusterSecurityGroupId: "sg-eks", cidrs });
        return rules.length;
    });
    return { registrations, rules: result };
}

describe("EndpointAccess", () => {
    it("lets each range in to the Kubernetes API and to nothing else", async () => {
        const { registrations } = await access("10.8.0.0/16");
        assert.deepEqual(named(registrations, "access-10.8.0.0-16").inputs, {
            securityGroupId: "sg-eks",
            description: "Kubernetes API from 10.8.0.0/16",
            cidrIpv4: "10.8.0.0/16",
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
        });
    });

    it("names rules by range, so that another order or one range less moves no other", async () => {
        const there = await access("10.8.0.0/16", "192.168.7.0/24");
        const back = await access("192.168.7.0/24", "10.8.0.0/16");
        const less = await access("192.168.7.0/24");
        assert.deepEqual(there.registrations, back.registrations);
        assert.deepEqual(
            names(there.registrations).filter((name) => !names(less.registrations).includes(name)),
            ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule access-10.8.0.0-16"],
        );
    });

    it("tells two ranges apart that begin alike", async () => {
        assert.equal((await access("10.8.0.0/16", "10.8.0.0/17")).registrations.length, 3);
    });

    it("hands out all its rules to wait for, and makes none for nobody", async () => {
        assert.equal((await access("10.8.0.0/16", "192.168.7.0/24")).rules, 2);
        const { registrations, rules } = await access();
        assert.deepEqual([names(registrations), rules], [["core-platform:cluster:EndpointAccess access"], 0]);
    });
});
