import * as assert from "node:assert/strict";
import { describeFault } from "../../../sandbox/faults/fault";

describe("a fault's name", () => {
    it("says what it does to what", () => {
        assert.equal(
            describeFault({ fault: "throttle", type: "Subnet", verb: "create", times: 2 }),
            "throttle Subnet create",
        );
        assert.equal(
            describeFault({ fault: "time-out", name: "network-vpc", verb: "delete", nth: 1 }),
            "time-out network-vpc delete",
        );
        assert.equal(describeFault({ fault: "deny", action: "ec2:*" }), "deny ec2:*");
        assert.equal(describeFault({ fault: "lose-state", step: 3 }), "lose-state at step 3");
    });
});
