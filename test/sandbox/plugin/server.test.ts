import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as services from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Account } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { start, type Served } from "../../../sandbox/plugin/server";
import { fromStruct, toStruct } from "../../../sandbox/plugin/struct";
import { temporaryFolder } from "../cloud/temporary-folder";
import { ACCOUNT_ID, FIND, PROVIDER_URN, THING, tinyPackage, urn } from "./tiny-package";

const CORE = urn("core");

/** Fills a request of the protocol: `{ urn: "..." }` calls `setUrn`; plain objects become structs. */
function fill<Request extends object>(request: Request, values: Record<string, unknown>): Request {
    for (const [name, value] of Object.entries(values)) {
        const setter = `set${name[0].toUpperCase()}${name.slice(1)}`;
        const set = (request as Record<string, unknown>)[setter] as (value: unknown) => void;
        set.call(request, typeof value === "object" ? toStruct(value as Properties) : value);
    }
    return request;
}

describe("The server of a plugin", () => {
    const folder = temporaryFolder();
    const before = process.env.SANDBOX_DIR;
    let served: Served;
    let client: grpc.Client;
    let configurations: Properties[];

    beforeEach(async () => {
        process.env.SANDBOX_DIR = folder();
        configurations = [];
        served = await start(tinyPackage(configurations));
        const Client = services.ResourceProviderClient as unknown as grpc.ServiceClientConstructor;
        client = new Client(`127.0.0.1:${served.port}`, grpc.credentials.createInsecure());
    });
    afterEach(() => {
        client.close();
        served.stop();
        if (before === undefined) delete process.env.SANDBOX_DIR;
        else process.env.SANDBOX_DIR = before;
    });

    /** Calls a method of the protocol as the engine does. */
    function call<Response>(method: string, request: object): Promise<Response> {
        type Method = (
            request: object,
            answer: (error: grpc.ServiceError | null, response: Response) => void,
        ) => void;
        const run = (client as unknown as Record<string, Method>)[method];
        return new Promise((resolve, reject) => {
            run.call(client, request, (error, response) =>
                error === null ? resolve(response) : reject(error),
            );
        });
    }

    const configure = (args: Properties = { region: "here" }): Promise<proto.ConfigureResponse> =>
        call("configure", fill(new proto.ConfigureRequest(), { urn: PROVIDER_URN, args }));

    const create = (properties: Properties, preview = false): Promise<proto.CreateResponse> =>
        call("create", fill(new proto.CreateRequest(), { urn: CORE, properties, preview }));

    const failuresOf = (response: proto.CheckResponse | proto.InvokeResponse): string[] =>
        response.getFailuresList().map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);

    const stored = (): Properties | undefined =>
        new Account(path.join(folder(), "cloud", ACCOUNT_ID)).get(THING, "a", "here")?.properties;

    it("says at the handshake that it takes no secrets, resources or outputs: the engine unwraps them", async () => {
        const answer = await call<proto.ProviderHandshakeResponse>(
            "handshake",
            new proto.ProviderHandshakeRequest(),
        );
        assert.deepEqual(
            [answer.getAcceptSecrets(), answer.getAcceptResources(), answer.getAcceptOutputs()],
            [false, false, false],
        );
    });

    it("reports the version of the npm package", async () => {
        const info = await call<plugin.PluginInfo>("getPluginInfo", new Empty());
        assert.equal(info.getVersion(), "1.2.3");
    });

    it("answers what the engine asks by the way", async () => {
        const attach = new plugin.PluginAttach();
        attach.setAddress("127.0.0.1:1");
        await call("attach", attach);
        await call("cancel", new Empty());
        assert.equal(
            (await call<proto.GetSchemaResponse>("getSchema", new proto.GetSchemaRequest())).getSchema(),
            "",
        );
    });

    it("says by its message what it does not implement", async () => {
        await assert.rejects(call("construct", new proto.ConstructRequest()), {
            code: grpc.status.UNIMPLEMENTED,
        });
    });

    describe("for a provider", () => {
        it("parses JSON texts where the typings say so: a kubeconfig that is JSON stays text", async () => {
            const kubeconfig = '{"kind":"Config"}';
            const answer = await configure({
                region: "here",
                kubeconfig,
                allowedAccountIds: '["111122223333"]',
                defaultTags: '{"tags":{"owner":"team"}}',
                dry: "false",
            });
            assert.equal(answer.getSupportspreview(), true);
            assert.deepEqual(configurations, [
                {
                    region: "here",
                    kubeconfig,
                    allowedAccountIds: ["111122223333"],
                    defaultTags: { tags: { owner: "team" } },
                    dry: false,
                },
            ]);
        });

        it("names the key of a text that is no JSON", async () => {
            await assert.rejects(configure({ dry: "maybe" }), {
                details: /^the provider's dry is no JSON: /,
            });
        });

        it("passes on why a configuration cannot work", async () => {
            await assert.rejects(configure({ region: "nowhere" }), { details: "there is no region nowhere" });
        });

        it("checks the configuration by names, kinds and the package's rules, and answers it unchanged", async () => {
            const check = (news: Properties): Promise<proto.CheckResponse> =>
                call("checkConfig", fill(new proto.CheckRequest(), { urn: PROVIDER_URN, news }));
            const news = { region: "here", allowedAccountIds: UNKNOWN, version: "1.2.3", dry: "false" };
            const good = await check(news);
            assert.deepEqual(failuresOf(good), []);
            assert.deepEqual(fromStruct(good.getInputs()), news);
            assert.deepEqual(
                failuresOf(await check({ regoin: "x", allowedAccountIds: '"1"', dry: "true" })),
                [
                    'regoin: unknown property "regoin"; did you mean "region"?',
                    "allowedAccountIds: expected a list, got a string",
                    "dry: there is no dry run",
                ],
            );
        });

        it("tells a change that replaces it from one that does not, and from none", async () => {
            const diff = (after: Properties): Promise<proto.DiffResponse> => {
                const olds = { region: "a", defaultTags: '{"tags":{"a":"1","b":"2"}}' };
                const values = { urn: PROVIDER_URN, olds, oldInputs: olds, news: { ...olds, ...after } };
                return call("diffConfig", fill(new proto.DiffRequest(), values));
            };
            const kinds = proto.DiffResponse.DiffChanges;
            assert.equal(
                (await diff({ defaultTags: '{"tags":{"b":"2","a":"1"}}' })).getChanges(),
                kinds.DIFF_NONE,
            );
            const updated = await diff({ dry: "true" });
            assert.deepEqual([updated.getChanges(), updated.getReplacesList()], [kinds.DIFF_SOME, []]);
            const replaced = await diff({ region: "b" });
            assert.deepEqual(
                [replaced.getChanges(), replaced.getReplacesList()],
                [kinds.DIFF_SOME, ["region"]],
            );
        });
    });

    it("answers a check with the inputs and what is wrong with them", async () => {
        await configure();
        const check = (news: Properties, olds: Properties = {}): Promise<proto.CheckResponse> =>
            call("check", fill(new proto.CheckRequest(), { urn: CORE, olds, news }));
        assert.deepEqual(failuresOf(await check({ sise: 1 })), [
            'sise: unknown property "sise"; did you mean "size"?',
            'size: missing required property "size"',
        ]);
        const first = await check({ size: 1 });
        assert.deepEqual(failuresOf(first), []);
        const inputs = fromStruct(first.getInputs());
        assert.deepEqual(fromStruct((await check({ size: 1 }, inputs)).getInputs()), inputs);
    });

    it("answers a difference with roots, replacements and the detailed paths", async () => {
        await configure();
        const diff = (oldInputs: Properties, news: Properties): Promise<proto.DiffResponse> =>
            call("diff", fill(new proto.DiffRequest(), { urn: CORE, id: "a", oldInputs, olds: {}, news }));
        const kinds = proto.DiffResponse.DiffChanges;
        const none = await diff({ size: 1 }, { size: 1 });
        assert.deepEqual([none.getChanges(), none.getDiffsList()], [kinds.DIFF_NONE, []]);
        const some = await diff(
            {
                name: "a",
                tier: "x",
                size: 1,
                rules: [{ port: 1, source: "a" }],
                config: { mode: "m", version: "1" },
            },
            { name: "a", size: 2, labels: {}, rules: [{ port: 2, source: "b" }], config: { version: "1" } },
        );
        assert.equal(some.getChanges(), kinds.DIFF_SOME);
        assert.deepEqual(some.getDiffsList(), ["config", "rules", "size", "tier", "labels"]);
        assert.deepEqual(some.getReplacesList(), ["config", "rules"]);
        assert.equal(some.getDeletebeforereplace(), true);
        assert.equal(some.getHasdetaileddiff(), true);
        const { ADD, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = proto.PropertyDiff.Kind;
        const detailed = some.getDetaileddiffMap();
        assert.deepEqual(
            Object.fromEntries(
                [...detailed.keys()].map((key: string) => [key, detailed.get(key)!.getKind()]),
            ),
            {
                tier: DELETE,
                size: UPDATE,
                labels: ADD,
                "rules[0].port": UPDATE_REPLACE,
                "rules[0].source": UPDATE,
                "config.mode": DELETE_REPLACE,
            },
        );
        for (const key of detailed.keys()) assert.equal(detailed.get(key as string)!.getInputdiff(), true);
    });

    it("previews a create without making anything, and then makes it", async () => {
        await configure();
        const preview = await create({ name: "a", size: 1 }, true);
        assert.equal(preview.getId(), "");
        assert.equal(fromStruct(preview.getProperties()).arn, UNKNOWN);
        assert.equal(stored(), undefined);
        const made = await create({ name: "a", size: 1 });
        assert.equal(made.getId(), "a");
        assert.deepEqual(fromStruct(made.getProperties()), stored());
    });

    it("reads what is there, and answers an empty id for what is gone", async () => {
        await configure();
        await create({ name: "a", size: 1 });
        const read = (id: string): Promise<proto.ReadResponse> =>
            call(
                "read",
                fill(new proto.ReadRequest(), { id, urn: CORE, inputs: { size: 1 }, properties: {} }),
            );
        const found = await read("a");
        assert.equal(found.getId(), "a");
        assert.deepEqual(fromStruct(found.getInputs()), { size: 1 });
        assert.deepEqual(fromStruct(found.getProperties()), stored());
        assert.equal((await read("b")).getId(), "");
    });

    it("previews an update, makes it, and deletes", async () => {
        await configure();
        const olds = fromStruct((await create({ name: "a", size: 1 })).getProperties());
        const update = (preview: boolean): Promise<proto.UpdateResponse> => {
            const inputs = { oldInputs: { name: "a", size: 1 }, news: { name: "a", size: 2 } };
            return call(
                "update",
                fill(new proto.UpdateRequest(), { id: "a", urn: CORE, olds, ...inputs, preview }),
            );
        };
        const previewed = fromStruct((await update(true)).getProperties());
        assert.deepEqual([previewed.size, previewed.revision, stored()?.size], [2, UNKNOWN, 1]);
        const updated = fromStruct((await update(false)).getProperties());
        assert.deepEqual([updated.size, updated.revision, stored()?.size], [2, 2, 2]);
        await call("delete", fill(new proto.DeleteRequest(), { id: "a", urn: CORE }));
        assert.equal(stored(), undefined);
    });

    it("invokes a function, with failures for mistyped arguments, and refuses unknown ones", async () => {
        await configure();
        await create({ name: "a", size: 7 });
        const invoke = (args: Properties): Promise<proto.InvokeResponse> =>
            call("invoke", fill(new proto.InvokeRequest(), { tok: FIND, args }));
        assert.deepEqual(fromStruct((await invoke({ id: "a" })).getReturn()), { size: 7 });
        assert.deepEqual(failuresOf(await invoke({})), ['id: missing required property "id"']);
        await assert.rejects(invoke({ id: UNKNOWN }), {
            details: `${FIND} was called with an unknown argument`,
        });
    });

    it("passes every error on as its message: refusals, bugs of a fake, calls before the configuration", async () => {
        await assert.rejects(create({ size: 1 }), {
            details: /the provider was used before it was configured/,
        });
        await configure();
        await assert.rejects(create({ size: 101 }), {
            details: "CreateThing: 400 TooLarge: 101 is more than 100.",
        });
        await assert.rejects(create({ name: "a", size: 1, tier: "broken" }), {
            details: "a bug of the fake",
        });
    });

    it("passes an object that did not get ready on with its details", async () => {
        await configure();
        await assert.rejects(create({ name: "a", size: 1, tier: "slow" }), (error: grpc.ServiceError) => {
            assert.equal(error.details, "a did not get ready.");
            assert.equal(error.metadata.get("grpc-status-details-bin").length, 1);
            return true;
        });
    });

    it("takes messages beyond gRPC's own limit of 4 MB", async () => {
        await configure();
        const news = { name: "a", size: 1, labels: { big: "x".repeat(5_000_000) } };
        const request = fill(new proto.DiffRequest(), { urn: CORE, id: "a", oldInputs: {}, olds: {}, news });
        assert.deepEqual((await call<proto.DiffResponse>("diff", request)).getDiffsList(), [
            "labels",
            "name",
            "size",
        ]);
    });
});

describe("A plugin process", () => {
    it("prints its port and nothing else", async () => {
        const script = `require("./sandbox/plugin/server").serve(require("./test/sandbox/plugin/tiny-package").tinyPackage())`;
        const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", script], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        const [line] = (await once(child.stdout, "data")) as [Buffer];
        child.kill("SIGKILL");
        await once(child, "exit");
        assert.match(line.toString(), /^\d+\n$/);
    });
});
