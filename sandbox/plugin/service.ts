import { sandboxFolder } from "../cloud/location";
import { holdState } from "../faults/held-state";
import { FaultRun } from "../faults/run";
import { durationOf } from "../latency/durations";
import type { Call } from "./call";
import { note, onRecord } from "./on-record";
import type { Intent, Package } from "./package";
import { killParent } from "./parent";
import { lostAnswer, requestOf, troubleOf, type Trouble } from "./trouble";
import type { Waiting } from "./waiting";

/**
 * What stands between a provider and the service that it calls: faults, the record of the call, and the time that it
 * takes. Every call goes through here.
 */
export class Service {
    constructor(
        private readonly pkg: Package,
        private readonly waiting: Waiting,
        private readonly faults = FaultRun.current(),
        // A plugin's parent is the engine.
        private readonly killEngine: () => void = killParent,
    ) {}

    /**
     * Makes one call: alone on the account, on record, and as slow as the service.
     * @param action what the service does, in one transaction; what it throws is its refusal
     */
    async call<T>(call: Call, intent: Intent, action: () => T): Promise<T> {
        const trouble = await this.troubleOf(call, intent);
        if (trouble?.losesState) holdState(sandboxFolder());
        if (trouble !== undefined) await this.turnAway(trouble, call, intent);
        const seconds = secondsOf(call, intent);
        const answer = await call.account.transaction(() => onRecord(this.pkg, call, intent, action));
        if (trouble?.killsEngine) this.killEngine();
        await this.wait(seconds, call, intent);
        if (trouble?.isLost) throw new Error(lostAnswer(this.pkg, call));
        return answer;
    }

    private async troubleOf(call: Call, intent: Intent): Promise<Trouble | undefined> {
        const strikes = await this.faults?.next(requestOf(this.pkg, call, intent));
        return strikes && troubleOf(strikes, this.pkg, call);
    }

    private async turnAway({ retried, refused }: Trouble, call: Call, intent: Intent): Promise<void> {
        if (retried.length > 0) {
            await call.account.transaction(() =>
                retried.forEach((answer) => note(this.pkg, call, intent, answer)),
            );
            await this.waiting.for(retried.length * PAUSE);
        }
        if (refused !== undefined)
            await call.account.transaction(() =>
                onRecord(this.pkg, call, intent, () => call.refuseWith(refused)),
            );
    }

    private async wait(seconds: number, call: Call, { verb }: Intent): Promise<void> {
        const isOver = await this.waiting.for(seconds);
        if (isOver) return;
        // The words of a Go program that was told to stop waiting: what was begun goes on in the cloud.
        if (verb === "delete") throw new Error("context canceled");
        call.unready ??= { code: "context canceled", message: "context canceled" };
    }
}

/** Between two tries, in seconds of AWS; the SDK's pauses are random and grow. */
const PAUSE = 1;

/** How long the service takes on AWS. What a deleted object was is only known before it is gone. */
function secondsOf(call: Call, { verb, id, inputs }: Intent): number {
    if (verb === "read" || verb === "invoke") return 0;
    const known = inputs ?? (id === undefined ? undefined : call.find(call.type, id)?.properties);
    return durationOf(call.type, verb, known).seconds;
}
