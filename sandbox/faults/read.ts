import * as fs from "node:fs";
import { parseDocument } from "yaml";
import { z } from "zod";
import { isPrincipal } from "../cloud/principal";
import type { Fault } from "./fault";

const count = z.int().min(1);

const selector = {
    type: z.string().min(1).optional(),
    name: z.string().min(1).optional(),
    verb: z.enum(["create", "update", "delete"]).default("create"),
};

/** What EKS and others say when something went wrong on their side. */
const SERVER_SIDE = {
    code: z.string().min(1).default("InternalFailure"),
    message: z.string().min(1).default("An internal error has occurred"),
};

const FAULT = z.discriminatedUnion("fault", [
    z.strictObject({ fault: z.literal("throttle"), ...selector, times: count.default(1) }),
    z.strictObject({ fault: z.literal("fail"), ...selector, nth: count.default(1), ...SERVER_SIDE }),
    z.strictObject({ fault: z.literal("time-out"), ...selector, nth: count.default(1) }),
    z.strictObject({
        fault: z.literal("deny"),
        action: z
            .string()
            .regex(/^[a-z0-9*?-]+:[A-Za-z0-9*?]+$/, "is no action such as ec2:CreateVpc or eks:*"),
        principal: z.string().refine(isPattern, "is no ARN of a principal, nor a pattern of one").optional(),
    }),
    z.strictObject({ fault: z.literal("expire-credentials"), step: count }),
    z.strictObject({ fault: z.literal("kill-engine"), step: count }),
    z.strictObject({ fault: z.literal("lose-state"), step: count }),
]);

const FILE = z.strictObject({ faults: z.array(FAULT).min(1) });

/**
 * Reads a file of faults, YAML or JSON.
 * @throws Error with everything that is wrong, by line or by field
 */
export function readFaults(file: string): Fault[] {
    const document = parseDocument(contentOf(file));
    if (document.errors.length > 0)
        throw new Error(document.errors.map(({ message }) => message.split("\n")[0]).join("\n"));
    const { success, data, error } = FILE.safeParse(document.toJS());
    if (success) return data.faults;
    const lines = error.issues.map(({ path, message }) => `  ${fieldOf(path)}: ${message}`);
    throw new Error(`${file} does not hold:\n${lines.join("\n")}`);
}

function contentOf(file: string): string {
    try {
        return fs.readFileSync(file, "utf8");
    } catch (error) {
        throw new Error(`${file} can't be read (${(error as NodeJS.ErrnoException).code})`, { cause: error });
    }
}

/** An ARN with `*` and `?` in it names principals; without them it has to be one. */
function isPattern(text: string): boolean {
    return /[*?]/.test(text) || isPrincipal(text);
}

/** `faults[0].step` */
function fieldOf(path: PropertyKey[]): string {
    const field = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
    return field.replace(/^\./, "") || "the file";
}
