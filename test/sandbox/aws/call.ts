import type { PretendedCloud } from "../pretended-cloud";
import { Call } from "../../../sandbox/plugin/call";
import type { Refusals } from "../../../sandbox/plugin/refusal";
import { ACCOUNT, REGION } from "./cluster-fixture";

/** A call in a pretended cloud, for what the fakes share: it refuses with the row's sentence alone. */
export function callIn(cloud: PretendedCloud, refusals: Refusals = {}): Call {
    const caller = {
        stack: "dvlp",
        accountId: ACCOUNT,
        principal: `arn:aws:iam::${ACCOUNT}:role/sandbox`,
        partition: "aws",
        region: REGION,
        defaultTags: {},
    };
    return new Call(cloud.account, caller, {
        type: "aws:test/test:Test",
        urn: cloud.urn("aws:test/test:Test", "test"),
        service: "Test",
        operation: "Test",
        refusals,
        describe: ({ sentence }) => sentence,
        isGlobal: (type) => type.startsWith("aws:iam/"),
    });
}
