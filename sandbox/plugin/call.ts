import type { Account, CloudObject } from "../cloud/account";
import { GLOBAL } from "../cloud/account";
import type { ServiceAnswer } from "../cloud/types";
import type { Refused } from "./package";
import { fill, RefusedError, type Refusal, type Refusals } from "./refusal";

/** Who calls, where: what the provider's configuration says. */
export interface Caller {
    /** The stack that the provider belongs to. */
    stack: string;
    /** Twelve digits; for Kubernetes those of the cluster's account. It names the account's folder. */
    accountId: string;
    /** Who calls AWS, by ARN; for Kubernetes whom the kubeconfig's token is for. */
    principal: string;
    /** `aws`; the sandbox knows no other. */
    partition: string;
    /** `eu-central-1`; for Kubernetes the cluster. */
    region: string;
    /** Tags that every resource gets (aws). */
    defaultTags: Record<string, string>;
    /** Tags that the provider neither shows nor touches (aws). */
    ignoredTags?: { keys: string[]; keyPrefixes: string[] };
    /** The session of an assumed role, by the name that the provider gives it (aws). */
    session?: string;
}

/** What a call is about, for messages and for the record. */
export interface Subject {
    type: string;
    urn: string;
    service: string;
    operation: string;
    refusals: Refusals;
    /** Turns a refusal into the text that the real provider shows. */
    describe(refused: Omit<Refused, "service">): string;
    /** Whether objects of a type belong to the whole account, `aws:iam/role:Role`. */
    isGlobal(type: string): boolean;
}

/** One API call of a fake: the account it works on, who calls, and how to refuse. */
export class Call {
    constructor(
        readonly account: Account,
        readonly caller: Caller,
        private readonly subject: Subject,
    ) {}

    /** Why the object did not get ready, once `notReady` was called: the row, and its sentence. */
    unready: { code: string; message: string } | undefined;

    /** The type token, or the function's. */
    get type(): string {
        return this.subject.type;
    }

    /** The URN of the resource; empty for functions. */
    get urn(): string {
        return this.subject.urn;
    }

    /** The service's name in messages, `EC2`. */
    get service(): string {
        return this.subject.service;
    }

    /** The API operation, `CreateVpc`. */
    get operation(): string {
        return this.subject.operation;
    }

    /** The logical name of the resource. */
    get name(): string {
        return this.subject.urn.split("::").at(-1) ?? "";
    }

    /** The region where objects of a type live: the caller's, or GLOBAL. */
    regionOf(type: string): string {
        return this.subject.isGlobal(type) ? GLOBAL : this.caller.region;
    }

    find(type: string, id: string): CloudObject | undefined {
        return this.account.get(type, id, this.regionOf(type));
    }

    list(type: string): CloudObject[] {
        return this.account.list(type, this.regionOf(type));
    }

    /** Writes an object that the service makes or changes by itself (a default security group, a target's state). */
    put(object: Omit<CloudObject, "region" | "createdAt"> & { createdAt?: string }): void {
        const createdAt = object.createdAt ?? new Date().toISOString();
        const { stack } = this.caller;
        this.account.put({ stack, ...object, region: this.regionOf(object.type), createdAt });
    }

    remove(object: CloudObject): void {
        this.account.remove(object);
    }

    /**
     * Refuses the call with a row of the fake's table.
     * @param code the row: the service's error code, or the row's own name
     * @param values what the sentence names
     */
    refuse(code: string, values: Record<string, string | number> = {}): never {
        const row = this.row(code);
        const sentence = fill(row.sentence, values);
        const answer = { code: row.code ?? code, status: row.status ?? 400, sentence };
        throw new RefusedError(code, this.sentence(code, values), answer);
    }

    /** Refuses the call for a reason that is no fake's: a policy, a limit of the service, a fault. */
    refuseWith(answer: ServiceAnswer & { attempts?: number }): never {
        const { operation } = this.subject;
        const { code, status, sentence, attempts } = answer;
        const words = this.subject.describe({
            urn: this.urn,
            operation,
            code,
            status,
            sentence,
            ...(attempts !== undefined && { attempts }),
        });
        throw new RefusedError(code, words, { code, status, sentence });
    }

    /** Lets a create or an update happen and reports, with a row of the table, that the object did not get ready. */
    notReady(code: string, values: Record<string, string | number> = {}): void {
        this.unready = { code, message: this.sentence(code, values) };
    }

    private sentence(code: string, values: Record<string, string | number>): string {
        const row = this.row(code);
        const sentence = fill(row.sentence, values);
        if (row.fromProvider) return sentence;
        return this.subject.describe({
            urn: this.urn,
            code: row.code ?? code,
            status: row.status ?? 400,
            operation: row.operation ?? this.subject.operation,
            sentence,
        });
    }

    private row(code: string): Refusal {
        const row = this.subject.refusals[code];
        if (row === undefined) throw new Error(`${this.subject.type} has no refusal ${code} in its table`);
        return row;
    }

    /** Finds an object that the call refers to, or refuses with the given row. */
    require(
        type: string,
        id: string,
        code: string,
        values: Record<string, string | number> = {},
    ): CloudObject {
        return this.find(type, id) ?? this.refuse(code, values);
    }
}
