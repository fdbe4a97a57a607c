import type { CloudObject } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import type { Fake, FakeFunction } from "../../../sandbox/plugin/fake";
import type { Package } from "../../../sandbox/plugin/package";
import type { Kind, Typings } from "../../../sandbox/plugin/typings";

/** The smallest package that has a bit of everything, so that the plugin is tested without AWS's rules. */

export const THING = "tiny:index/thing:Thing";
export const PLACE = "tiny:index/place:Place";
/** The account of every provider here. */
export const ACCOUNT_ID = "111122223333";
export const FIND = "tiny:index/find:find";

const STRING = { kind: "string" } as const;
const RULE: Kind = {
    kind: "object",
    properties: { port: { kind: "number", required: true }, source: STRING },
};

export const typings: Typings = {
    package: "tiny",
    version: "1.2.3",
    resources: {
        "pulumi:providers:tiny": {
            inputs: {
                region: STRING,
                kubeconfig: STRING,
                allowedAccountIds: { kind: "list", of: STRING },
                defaultTags: {
                    kind: "object",
                    properties: { tags: { kind: "map", of: STRING } },
                },
                dry: { kind: "boolean" },
            },
            outputs: [],
        },
        [THING]: {
            inputs: {
                name: STRING,
                namePrefix: STRING,
                size: { kind: "number", required: true },
                tier: STRING,
                labels: { kind: "map", of: STRING },
                rules: { kind: "list", of: RULE },
                config: { kind: "object", properties: { mode: STRING, place: STRING, version: STRING } },
            },
            outputs: ["name", "size", "tier", "labels", "rules", "config", "arn", "revision"],
        },
        [PLACE]: { inputs: { name: STRING }, outputs: ["name"] },
    },
    functions: { [FIND]: { inputs: { id: { kind: "string", required: true } }, outputs: ["size"] } },
};

const DOC = "https://example.com/things";

export const thing: Fake = {
    type: THING,
    service: "Tiny",
    operations: { create: "CreateThing", read: "GetThing", update: "UpdateThing", delete: "DeleteThing" },
    replaceOn: { name: DOC, "rules.port": DOC, "config.mode": DOC, "config.place": DOC },
    autoName: { property: "name", maxLength: 20 },
    defaults: { tier: "standard" },
    computedInside: ["config.version"],
    recomputed: ["revision"],
    refusals: {
        TooLarge: { sentence: "{size} is more than {most}.", source: DOC },
        InUse: {
            sentence: "{id} is in use.",
            status: 409,
            operation: "CheckThing",
            source: "https://example.com",
        },
        Slow: { sentence: "{id} did not get ready.", fromProvider: true, source: "pulumi" },
        SharedOne: { sentence: "one", code: "Shared", source: "https://example.com" },
    },
    check: (inputs) => (inputs.size === 13 ? [{ property: "size", reason: "13 brings bad luck" }] : []),
    create(inputs, call) {
        if (Number(inputs.size) > 100) call.refuse("TooLarge", { size: Number(inputs.size), most: 100 });
        if (inputs.tier === "forgotten") call.refuse("NotInTable");
        if (inputs.tier === "slow") call.notReady("Slow", { id: String(inputs.name) });
        if (inputs.tier === "broken") throw new TypeError("a bug of the fake");
        return {
            id: String(inputs.name),
            outputs: { arn: `arn:tiny:${call.caller.region}:${String(inputs.name)}`, revision: 1 },
            internal: { secret: "of the service" },
        };
    },
    update: (_, object) => ({ revision: Number(object.properties.revision) + 1 }),
    delete(object: CloudObject, call) {
        if (object.properties.tier === "used") call.refuse("InUse", { id: object.id });
    },
};

const place: Fake = {
    type: PLACE,
    service: "Tiny",
    operations: { create: "CreatePlace", read: "GetPlace", delete: "DeletePlace" },
    replaceOn: {},
    deleteBeforeReplace: true,
    refusals: {},
    create: (inputs) => ({ id: String(inputs.name), outputs: {} }),
};

const find: FakeFunction = {
    token: FIND,
    service: "Tiny",
    operation: "FindThing",
    refusals: { Missing: { sentence: "There is no {id}.", source: "https://example.com" } },
    invoke: (args, call) => ({
        size: call.require(THING, String(args.id), "Missing", { id: String(args.id) }).properties.size,
    }),
};

/** @param seen gets the provider's configuration as the package saw it */
export function tinyPackage(seen: Properties[] = []): Package {
    return {
        typings,
        fakes: [thing, place],
        functions: [find],
        configure(inputs, stack) {
            seen.push(inputs);
            if (inputs.region === "nowhere") throw new Error("there is no region nowhere");
            return {
                stack,
                accountId: ACCOUNT_ID,
                principal: `arn:aws:iam::${ACCOUNT_ID}:role/sandbox`,
                partition: "aws",
                region: String(inputs.region ?? "here"),
                defaultTags: {},
            };
        },
        isGlobal: (type) => type === PLACE,
        describe: ({ operation, status, code, sentence }) => `${operation}: ${status} ${code}: ${sentence}`,
        checkProvider: (inputs) =>
            inputs.dry === true ? [{ property: "dry", reason: "there is no dry run" }] : [],
        byHand: ({ id }, { region }) => ({
            stack: "dvlp",
            accountId: id,
            principal: `arn:aws:iam::${id}:role/sandbox`,
            partition: "aws",
            region,
            defaultTags: {},
        }),
        providerReplacements: (before, after) => (before.region === after.region ? [] : ["region"]),
    };
}

/** The URN of a resource of the stack dvlp. */
export function urn(name: string, type = THING): string {
    return `urn:pulumi:dvlp::core-platform::core-platform:x:X$${type}::${name}`;
}

export const PROVIDER_URN = "urn:pulumi:dvlp::core-platform::pulumi:providers:tiny::default";
