import * as assert from "node:assert/strict";
import type { Fault } from "../../../sandbox/faults/fault";
import { ATTEMPTS, noCounters, strike, type Request } from "../../../sandbox/faults/strike";

const REQUEST: Request = {
    type: "aws:ec2/subnet:Subnet",
    name: "network-a",
    verb: "create",
    action: "ec2:CreateSubnet",
    principal: "arn:aws:sts::111122223333:assumed-role/viewer/me",
};

/** How often each of some calls in a row is struck. */
function struck(faults: Fault[], calls: Partial<Request>[]): number[] {
    let counters = noCounters();
    return calls.map((call) => {
        const { strikes, counters: next } = strike(faults, counters, { ...REQUEST, ...call });
        counters = next;
        return strikes.reduce((sum, { times }) => sum + times, 0);
    });
}

describe("a fault", () => {
    it("that fails the n-th create counts what it means, by type, verb and name", () => {
        const fault: Fault = { fault: "fail", verb: "create", nth: 2, code: "X", message: "x" };
        assert.deepEqual(struck([fault], [{}, {}, {}]), [0, 1, 0]);
        assert.deepEqual(struck([fault], [{}, { verb: "update" }, { verb: "read" }, {}]), [0, 0, 0, 1]);
        for (const type of ["Subnet", "ec2:Subnet", "aws:ec2/subnet:Subnet", "subnet"])
            assert.deepEqual(struck([{ ...fault, type, nth: 1 }], [{ type: "aws:ec2/vpc:Vpc" }, {}]), [0, 1]);
        assert.deepEqual(
            struck([{ ...fault, type: "Vpc", nth: 1 }], [{ type: "aws:ec2/vpcEndpoint:VpcEndpoint" }]),
            [0],
        );
        assert.deepEqual(
            struck([{ ...fault, name: "network-b", nth: 1 }], [{}, { name: "network-b" }]),
            [0, 1],
        );
    });

    it("that loses an answer does so once", () => {
        assert.deepEqual(struck([{ fault: "time-out", verb: "create", nth: 1 }], [{}, {}]), [1, 0]);
    });

    it("that throttles turns so many calls away, and no more of one than the provider tries", () => {
        assert.deepEqual(struck([{ fault: "throttle", verb: "create", times: 3 }], [{}, {}]), [3, 0]);
        const times = ATTEMPTS + 5;
        assert.deepEqual(struck([{ fault: "throttle", verb: "create", times }], [{}, {}, {}]), [
            ATTEMPTS,
            5,
            0,
        ]);
    });

    it("that denies goes by action and principal, with a policy's wildcards", () => {
        const deny = (action: string, principal?: string): Fault => ({ fault: "deny", action, principal });
        for (const action of [
            "ec2:CreateSubnet",
            "ec2:*",
            "EC2:createsubnet",
            "*:Create*",
            "ec2:CreateSubne?",
        ])
            assert.deepEqual(struck([deny(action)], [{}, {}]), [1, 1], action);
        for (const action of ["ec2:CreateSub", "eks:*", "ec2:.*"])
            assert.deepEqual(struck([deny(action)], [{}]), [0], action);
        assert.deepEqual(struck([deny("*:*", "*/viewer/*")], [{}]), [1]);
        assert.deepEqual(struck([deny("*:*", "*/admin/*")], [{}]), [0]);
        assert.deepEqual(struck([deny("*:*")], [{ action: undefined }]), [0]);
    });

    it("that ends the credentials refuses everything from its step on, reads too", () => {
        const fault: Fault = { fault: "expire-credentials", step: 2 };
        assert.deepEqual(
            struck([fault], [{ verb: "read" }, {}, { verb: "read" }, {}, { verb: "read" }]),
            [0, 0, 0, 1, 1],
        );
    });

    it("that takes the state away strikes at its step alone", () => {
        assert.deepEqual(
            struck([{ fault: "lose-state", step: 2 }], [{}, { verb: "read" }, {}, {}]),
            [0, 0, 1, 0],
        );
    });
});
