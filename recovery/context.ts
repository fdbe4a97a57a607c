import type { Pulumi } from "../command-line/pulumi";
import type { Terminal } from "../command-line/terminal";
import type { Orphan } from "./plan";

/** What a recovery works with; tests put their own in its place. */
export interface Context extends Terminal {
    pulumi: Pick<Pulumi, "ask">;
    /** What stands in the cloud and in no state. @returns undefined where nobody can know, on AWS */
    orphansOf(stack: string): Promise<Orphan[] | undefined>;
}
