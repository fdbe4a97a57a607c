import * as fs from "node:fs";
import { UserError } from "../../command-line/user-error";
import type { Context } from "../../recovery/context";
import type { Deployment, Exported } from "../../recovery/deployment";
import type { Orphan } from "../../recovery/plan";

export const URN = "urn:pulumi:dvlp::core-platform::aws:ec2/vpc:Vpc::network-vpc";
export const VPC = { urn: URN, type: "aws:ec2/vpc:Vpc", custom: true };

/** A stack and a cloud for the command; what it does is written down. */
export class Pretended implements Context {
    calls: string[] = [];
    said: string[] = [];
    imported: Exported | undefined;
    interactive = false;
    answer = true;
    /** What pulumi says when a refresh fails; undefined: it does not. */
    refreshFailure: string | undefined;

    constructor(
        readonly deployment: Deployment,
        readonly orphans: Orphan[] = [],
    ) {}

    readonly pulumi = {
        ask: (args: readonly string[]): Promise<string> => {
            if (args[1] === "export")
                return Promise.resolve(JSON.stringify({ version: 3, deployment: this.deployment }));
            this.calls.push(args.filter((_, index) => args[index - 1] !== "--file").join(" "));
            if (args[1] === "import")
                this.imported = JSON.parse(
                    fs.readFileSync(args[args.indexOf("--file") + 1], "utf8"),
                ) as Exported;
            if (args[0] === "refresh" && this.refreshFailure !== undefined)
                return Promise.reject(new UserError(this.refreshFailure));
            return Promise.resolve("");
        },
    };

    orphansOf(): Promise<Orphan[] | undefined> {
        return Promise.resolve(this.orphans);
    }

    confirm(): Promise<boolean> {
        return Promise.resolve(this.answer);
    }

    say(text: string): void {
        this.said.push(text);
    }
}

/** A stack whose engine was killed while it made the VPC. */
export function killed(orphans: Orphan[] = [{ ...VPC, id: "vpc-1" }]): Pretended {
    return new Pretended(
        { resources: [], pending_operations: [{ type: "creating", resource: VPC }] },
        orphans,
    );
}

/** The same on AWS, where nobody knows what it made. */
export function killedOnAws(): Pretended {
    const { deployment } = killed();
    const stack = new Pretended(deployment);
    stack.orphansOf = () => Promise.resolve(undefined);
    return stack;
}
