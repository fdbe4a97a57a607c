import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as services from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { equal, hasUnknown } from "../cloud/values";
import { notReadyDetails } from "./not-ready";
import type { Package } from "./package";
import { endWithParent } from "./parent";
import { Provider } from "./provider";
import { checkProviderInputs, providerInputs } from "./provider-inputs";
import { NotReadyError } from "./refusal";
import { checkResponse, diffResponse, invokeResponse, providerDiffResponse } from "./responses";
import { fromStruct, toStruct } from "./struct";

/** In bytes; as the SDK and the engine have it. gRPC's own limit, 4 MB, is less than a large chart's values. */
const LONGEST_MESSAGE = 400 * 1024 * 1024;

/** Serves a package as the engine expects of a plugin: prints the port, and ends when the engine does. */
export async function serve(pkg: Package): Promise<void> {
    // Asked for now: an engine killed while the server starts leaves another parent behind.
    const parent = process.ppid;
    const { port } = await start(pkg);
    process.stdout.write(`${port}\n`);
    endWithParent(parent);
}

/** A running server. */
export interface Served {
    /** On 127.0.0.1. */
    port: number;
    /** Ends it, calls that are under way included. */
    stop(): void;
}

/**
 * Serves a package's fakes over the provider protocol. The SDK's own server would not hand the provider's
 * configuration on.
 */
export async function start(pkg: Package): Promise<Served> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": LONGEST_MESSAGE });
    server.addService(services.ResourceProviderService, handlers(pkg, new Provider(pkg)));
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error === null ? resolve(bound) : reject(error),
        );
    });
    return { port, stop: () => server.forceShutdown() };
}

type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;

function handlers(pkg: Package, provider: Provider): grpc.UntypedServiceImplementation {
    return {
        handshake: answer(() => handshake()),
        getPluginInfo: answer(() => pluginInfo(pkg)),
        getSchema: answer(() => new proto.GetSchemaResponse()),
        attach: answer(() => new Empty()),
        cancel: answer(() => cancel(provider)),
        checkConfig: answer((request: proto.CheckRequest) => checkConfig(pkg, request)),
        diffConfig: answer((request: proto.DiffRequest) => diffConfig(pkg, request)),
        configure: answer((request: proto.ConfigureRequest) => configure(pkg, provider, request)),
        check: answer((request: proto.CheckRequest) => check(provider, request)),
        diff: answer((request: proto.DiffRequest) => diff(provider, request)),
        create: answer((request: proto.CreateRequest) => create(provider, request)),
        read: answer((request: proto.ReadRequest) => read(provider, request)),
        update: answer((request: proto.UpdateRequest) => update(provider, request)),
        delete: answer((request: proto.DeleteRequest) => remove(provider, request)),
        invoke: answer((request: proto.InvokeRequest) => invoke(provider, request)),
    };
}

/** Every error reaches the user as its message; without this the user reads "Unknown error". */
function answer<Request, Response>(
    handle: Handler<Request, Response>,
): grpc.handleUnaryCall<Request, Response> {
    return (call, callback) => {
        Promise.resolve()
            .then(() => handle(call.request))
            .then(
                (response) => callback(null, response),
                (error: unknown) => {
                    const message = error instanceof Error ? error.message : String(error);
                    const metadata = error instanceof NotReadyError ? notReadyDetails(error) : undefined;
                    callback({ code: grpc.status.UNKNOWN, message, metadata });
                },
            );
    };
}

function handshake(): proto.ProviderHandshakeResponse {
    const response = new proto.ProviderHandshakeResponse();
    // The engine unwraps secrets before the call and marks the outputs of secret inputs itself.
    response.setAcceptSecrets(false);
    response.setAcceptResources(false);
    response.setAcceptOutputs(false);
    return response;
}

function pluginInfo(pkg: Package): plugin.PluginInfo {
    const info = new plugin.PluginInfo();
    // A version other than the npm package's would make the engine warn at every run.
    info.setVersion(pkg.typings.version);
    return info;
}

function cancel(provider: Provider): Empty {
    provider.cancel();
    return new Empty();
}

function checkConfig(pkg: Package, request: proto.CheckRequest): proto.CheckResponse {
    const inputs = fromStruct(request.getNews());
    return checkResponse(inputs, checkProviderInputs(pkg, inputs));
}

function diffConfig(pkg: Package, request: proto.DiffRequest): proto.DiffResponse {
    const before = providerInputs(pkg, fromStruct(request.getOldInputs() ?? request.getOlds()));
    const after = providerInputs(pkg, fromStruct(request.getNews()));
    return providerDiffResponse(!equal(before, after), pkg.providerReplacements?.(before, after) ?? []);
}

function configure(
    pkg: Package,
    provider: Provider,
    request: proto.ConfigureRequest,
): proto.ConfigureResponse {
    provider.configure(request.getUrn() ?? "", providerInputs(pkg, fromStruct(request.getArgs())));
    const response = new proto.ConfigureResponse();
    response.setSupportspreview(true);
    return response;
}

function check(provider: Provider, request: proto.CheckRequest): proto.CheckResponse {
    const olds = fromStruct(request.getOlds());
    const { inputs, failures } = provider.check(request.getUrn(), olds, fromStruct(request.getNews()));
    return checkResponse(inputs, failures);
}

function diff(provider: Provider, request: proto.DiffRequest): proto.DiffResponse {
    const [before, after] = [fromStruct(request.getOldInputs()), fromStruct(request.getNews())];
    return diffResponse(provider.diff(request.getUrn(), before, after, fromStruct(request.getOlds())));
}

async function create(provider: Provider, request: proto.CreateRequest): Promise<proto.CreateResponse> {
    const inputs = fromStruct(request.getProperties());
    const response = new proto.CreateResponse();
    if (request.getPreview()) {
        response.setProperties(toStruct(provider.previewCreate(request.getUrn(), inputs)));
        return response;
    }
    const object = await provider.create(request.getUrn(), inputs);
    response.setId(object.id);
    response.setProperties(toStruct(object.properties));
    return response;
}

async function read(provider: Provider, request: proto.ReadRequest): Promise<proto.ReadResponse> {
    const inputs = fromStruct(request.getInputs());
    const recorded = fromStruct(request.getProperties());
    const found = await provider.read(request.getId(), request.getUrn(), inputs, recorded);
    const response = new proto.ReadResponse();
    // An empty id tells the engine that the object is gone.
    if (found === undefined) return response;
    response.setId(request.getId());
    response.setProperties(toStruct(found.state));
    response.setInputs(toStruct(found.inputs));
    return response;
}

async function update(provider: Provider, request: proto.UpdateRequest): Promise<proto.UpdateResponse> {
    const before = fromStruct(request.getOldInputs());
    const after = fromStruct(request.getNews());
    const state = fromStruct(request.getOlds());
    const properties = request.getPreview()
        ? provider.previewUpdate(request.getUrn(), state, before, after)
        : await provider.update(request.getId(), request.getUrn(), before, after, state);
    const response = new proto.UpdateResponse();
    response.setProperties(toStruct(properties));
    return response;
}

async function remove(provider: Provider, request: proto.DeleteRequest): Promise<Empty> {
    await provider.delete(request.getId(), request.getUrn(), fromStruct(request.getProperties()));
    return new Empty();
}

async function invoke(provider: Provider, request: proto.InvokeRequest): Promise<proto.InvokeResponse> {
    const args = fromStruct(request.getArgs());
    if (hasUnknown(args)) throw new Error(`${request.getTok()} was called with an unknown argument`);
    const { result, failures } = await provider.invoke(request.getTok(), args);
    return invokeResponse(result, failures);
}
