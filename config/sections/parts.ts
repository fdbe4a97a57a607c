/** `core-platform:parts`: which parts of the platform a stack deploys, and which stacks hold the others. */
import { z } from "zod";
import { PARTS, type Part } from "../../environments/parts";
import { list, text, wordOf } from "../settings";

function stackName(example: string) {
    return text({
        pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/,
        expects: "the name of a stack of this project",
        example,
    });
}

const holder = {
    network: stackName("prod").optional(),
    cluster: stackName("prod").optional(),
    platform: stackName("prod-platform").optional(),
} satisfies Readonly<Record<Part, z.ZodType>>;

export const partsSection = z.strictObject({
    /** What this stack deploys. Default: all; with `cluster.existing`, what runs on any cluster. */
    deploys: list(wordOf(PARTS, "platform"), { of: "parts", min: 1, example: "[platform]" }).default([
        ...PARTS,
    ]),
    /** The stack that deploys a part which this one needs and does not deploy. */
    holders: z.strictObject(holder).default({}),
});
