import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Account } from "../../../sandbox/cloud/account";
import { trailOf, type TrailEvent } from "../../../sandbox/cloud/trail";
import type { Fault } from "../../../sandbox/faults/fault";
import { FaultRun } from "../../../sandbox/faults/run";
import { Call } from "../../../sandbox/plugin/call";
import type { Package } from "../../../sandbox/plugin/package";
import { Service } from "../../../sandbox/plugin/service";
import { Waiting } from "../../../sandbox/plugin/waiting";
import { temporaryFolder } from "../cloud/temporary-folder";
import { ACCOUNT_ID, THING, thing, tinyPackage, urn } from "./tiny-package";

describe("the way to a service", () => {
    const folder = temporaryFolder();
    const before = process.env.SANDBOX_DIR;
    let account: Account;
    let pkg: Package;

    beforeEach(() => {
        process.env.SANDBOX_DIR = folder();
        account = new Account(path.join(folder(), "cloud", ACCOUNT_ID));
        pkg = { ...tinyPackage(), prefixes: { EC2: "ec2" } };
    });
    afterEach(() => {
        if (before === undefined) delete process.env.SANDBOX_DIR;
        else process.env.SANDBOX_DIR = before;
    });

    function call(type = THING): Call {
        const caller = pkg.configure({ region: "here" }, "dvlp");
        return new Call(account, caller, {
            type,
            urn: urn("core"),
            service: "EC2",
            operation: "CreateThing",
            refusals: thing.refusals,
            describe: ({ code, sentence, attempts }) =>
                `${code}: ${sentence}${attempts === undefined ? "" : ` (${attempts})`}`,
            isGlobal: () => false,
        });
    }

    const service = (faults: Fault[] = [], waiting = new Waiting(0)): Service =>
        new Service(pkg, waiting, FaultRun.begin(path.join(folder(), "run"), faults));

    /** Makes an object by a service; @returns what the call answers */
    const make = (by: Service, id = "a", made = call()): Promise<{ id: string }> =>
        by.call(made, { verb: "create", inputs: {} }, () => {
            made.put({ type: THING, id, properties: {} });
            return { id };
        });

    const events = (): Pick<TrailEvent, "eventName" | "errorCode">[] =>
        trailOf(account).map(({ eventName, errorCode }) => ({ eventName, ...(errorCode && { errorCode }) }));

    it("puts who called what for which resource on record", async () => {
        await make(service());
        const [{ eventTime, ...event }] = trailOf(account);
        assert.match(eventTime, /^\d{4}-\d\d-\d\dT.*Z$/);
        assert.deepEqual(event, {
            eventSource: "ec2.amazonaws.com",
            eventName: "CreateThing",
            awsRegion: "here",
            userIdentity: {
                type: "AssumedRole",
                arn: `arn:aws:sts::${ACCOUNT_ID}:assumed-role/sandbox/core-platform-sandbox`,
                accountId: ACCOUNT_ID,
            },
            readOnly: false,
            resources: [{ type: THING, id: "a" }],
            urn: urn("core"),
        });
    });

    it("puts a refusal on record by the service's code, with EC2's side before it", async () => {
        const refused = call();
        const by = service().call(refused, { verb: "create" }, () =>
            refused.refuseWith({ code: "X", status: 400, sentence: "no" }),
        );
        await assert.rejects(by, { message: "X: no" });
        assert.deepEqual(events(), [{ eventName: "CreateThing", errorCode: "Client.X" }]);
    });

    it("calls a mistake of its own a failure of the service", async () => {
        const by = service().call(call(), { verb: "read", id: "a" }, () => {
            throw new TypeError("x is undefined");
        });
        await assert.rejects(by, { message: "x is undefined" });
        assert.deepEqual(events(), [{ eventName: "CreateThing", errorCode: "Server.InternalFailure" }]);
        assert.equal(trailOf(account)[0].readOnly, true);
    });

    it("gets through when it is throttled for less than the provider has patience", async () => {
        await make(service([{ fault: "throttle", verb: "create", times: 2 }]));
        const turnedAway = { eventName: "CreateThing", errorCode: "Server.RequestLimitExceeded" };
        assert.deepEqual(events(), [turnedAway, turnedAway, { eventName: "CreateThing" }]);
        assert.equal(account.all().length, 1);
    });

    it("is given up after the provider's last try: nothing is made", async () => {
        const made = make(service([{ fault: "throttle", verb: "create", times: 25 }]));
        await assert.rejects(made, { message: "RequestLimitExceeded: Request limit exceeded. (25)" });
        assert.equal(events().length, 25);
        assert.deepEqual(account.all(), []);
    });

    it("fails where a fault says so: nothing is made, and the next call gets through", async () => {
        const by = service([
            { fault: "fail", verb: "create", nth: 1, code: "InternalError", message: "sorry" },
        ]);
        await assert.rejects(make(by), { message: "InternalError: sorry" });
        assert.deepEqual(account.all(), []);
        await make(by);
        assert.equal(account.all().length, 1);
    });

    it("loses an answer where a fault says so: the object is made, and on record", async () => {
        const made = make(service([{ fault: "time-out", verb: "create", nth: 1 }]));
        await assert.rejects(made, {
            message:
                "operation error EC2: CreateThing, https response error StatusCode: 0, RequestID: , request send failed, " +
                'Post "https://ec2.here.amazonaws.com/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
        });
        assert.equal(account.all().length, 1);
        assert.deepEqual(events(), [{ eventName: "CreateThing" }]);
    });

    it("is denied in the words of a policy, with the caller and the action", async () => {
        const made = make(service([{ fault: "deny", action: "ec2:CreateThing" }]));
        await assert.rejects(made, {
            message:
                "UnauthorizedOperation: You are not authorized to perform this operation. " +
                `User: arn:aws:sts::${ACCOUNT_ID}:assumed-role/sandbox/core-platform-sandbox is not authorized to perform: ` +
                "ec2:CreateThing because no identity-based policy allows the ec2:CreateThing action",
        });
        assert.deepEqual(account.all(), []);
    });

    it("is closed to a caller whose credentials have ended", async () => {
        const by = service([{ fault: "expire-credentials", step: 2 }]);
        await make(by);
        for (const id of ["b", "c"])
            await assert.rejects(make(by, id), { message: "RequestExpired: Request has expired." });
        assert.equal(account.all().length, 1);
    });

    it("takes the states away at a step, and goes on", async () => {
        const stacks = path.join(folder(), "state", ".pulumi", "stacks", "core-platform");
        fs.mkdirSync(stacks, { recursive: true });
        await make(service([{ fault: "lose-state", step: 1 }]));
        assert.ok(fs.statSync(stacks).isFile());
    });

    it("kills the engine at a step, when the object is made and before the answer", async () => {
        const killed: number[] = [];
        const run = FaultRun.begin(path.join(folder(), "run"), [{ fault: "kill-engine", step: 1 }]);
        const kill = (): void => void killed.push(account.all().length);
        await make(new Service(pkg, new Waiting(0), run, kill));
        assert.deepEqual(killed, [1]);
    });

    it("reports what did not get ready when it is told to stop waiting", async () => {
        const waiting = new Waiting(1);
        const made = call();
        waiting.cancel();
        await make(service([], waiting), "a", made);
        assert.deepEqual(made.unready, { code: "context canceled", message: "context canceled" });
        const gone = service([], waiting).call(call(), { verb: "delete", id: "a" }, () => undefined);
        await assert.rejects(gone, { message: "context canceled" });
    });

    it("takes as long as the table says for what is made, changed or deleted, and no time to read", async () => {
        const waits: number[] = [];
        const waiting = new (class extends Waiting {
            override async for(seconds: number): Promise<boolean> {
                waits.push(seconds);
                return true;
            }
        })(1);
        const by = service([], waiting);
        const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
        const inputs = { vpcEndpointType: "Interface" };
        const made = call(type);
        await by.call(made, { verb: "create", inputs }, () => {
            made.put({ type, id: "a", properties: inputs });
            return { id: "a" };
        });
        await by.call(call(type), { verb: "read", id: "a" }, () => ({ id: "a" }));
        await by.call(call(type), { verb: "update", id: "a", inputs }, () => ({ id: "a" }));
        const gone = call(type);
        await by.call(gone, { verb: "delete", id: "a" }, () => {
            account.remove({ type, id: "a", region: "here" });
            return { id: "a" };
        });
        assert.deepEqual(waits, [60, 0, 30, 30]);
    });
});
