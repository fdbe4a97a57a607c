import { Call } from "../../../sandbox/plugin/call";
import type { Refusals } from "../../../sandbox/plugin/refusal";
import type { PretendedCloud } from "../pretended-cloud";
import { REGION } from "./network-fixture";

/** A call on a test's cloud, for helpers of fakes that take one. */
export function callOn(cloud: PretendedCloud, refusals: Refusals = {}): Call {
    const caller = {
        stack: "dvlp",
        accountId: "111122223333",
        partition: "aws",
        region: REGION,
        defaultTags: {},
    };
    return new Call(cloud.account, caller, {
        type: "aws:test/test:Test",
        urn: "",
        service: "EC2",
        operation: "Test",
        refusals,
        describe: (refused) => `${refused.code}: ${refused.sentence}`,
        isGlobal: () => false,
    });
}
