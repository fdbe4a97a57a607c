import * as fs from "node:fs";
import * as path from "node:path";
import type { Account } from "./account";
import { readIfThere } from "./files";
import type { UserIdentity } from "./principal";

/**
 * One call, as CloudTrail records it; calls of Kubernetes as the cluster's audit log would have them.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export interface TrailEvent {
    eventTime: string;
    /** `ec2.amazonaws.com`; `kubernetes` for a call to a cluster. */
    eventSource: string;
    /** `CreateVpc` */
    eventName: string;
    awsRegion: string;
    userIdentity: UserIdentity;
    /** Whether the call only reads. */
    readOnly: boolean;
    /** What the call is about: the object's id, where there is one by then. */
    resources: { type: string; id?: string }[];
    /** `Client.UnauthorizedOperation`; left out where the call succeeds. */
    errorCode?: string;
    errorMessage?: string;
    /** What CloudTrail does not know: the resource of the program, and with it the stack. */
    urn?: string;
}

/** Adds an event to the account's trail. Called within a transaction: nobody else writes. */
export function record(account: Account, event: TrailEvent): void {
    fs.mkdirSync(account.folder, { recursive: true });
    fs.appendFileSync(trailFile(account), `${JSON.stringify(event)}\n`);
}

/** An account's events, in the order of the calls; a line that a killed process left unfinished is passed over. */
export function trailOf(account: Account): TrailEvent[] {
    return (readIfThere(trailFile(account)) ?? "").split("\n").flatMap((line) => {
        try {
            return [JSON.parse(line) as TrailEvent];
        } catch {
            return [];
        }
    });
}

/** Hidden: what lies in an account's folder is regions. */
function trailFile(account: Account): string {
    return path.join(account.folder, ".trail.jsonl");
}
