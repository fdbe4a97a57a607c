import assert from "node:assert/strict";
import { loadConfig, type PlatformConfig } from "../../config";
import { overlaps, parseRange } from "../../config/cidr";
import { ENVIRONMENTS } from "../../environments";
import { engineValues, readStackFile, type Json } from "./stack-files";

/** Every key with what is below it, in the order of the file; what stands in lists is a value. */
function keysOf(value: Json): Json {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return Object.entries(value).map(([key, below]) => [key, keysOf(below)]);
}

function* pairs<T>(items: readonly T[]): Iterable<[T, T]> {
    for (const [index, item] of items.entries())
        for (const other of items.slice(index + 1)) yield [item, other];
}

/** They deploy all parts. */
const CONFIGS = () =>
    ENVIRONMENTS.map((stack) => loadConfig(stack, engineValues(stack)) as Required<PlatformConfig>);

describe("the stack files", () => {
    for (const stack of ENVIRONMENTS) {
        it(`load: ${stack}`, () => {
            assert.equal(loadConfig(stack, engineValues(stack)).environment, stack);
        });
    }

    it("have the same keys in the same order", () => {
        const [dvlp, ...others] = ENVIRONMENTS.map((stack) => {
            // Comes with `pulumi stack init`, to one stack after the other.
            const { encryptedkey: _, ...file } = readStackFile(stack);
            return keysOf(file);
        });
        for (const other of others) assert.deepEqual(other, dvlp);
    });

    it("have an account each", () => {
        const accounts = CONFIGS().map(({ aws }) => aws.accountId);
        assert.equal(new Set(accounts).size, ENVIRONMENTS.length);
    });

    it("have VPC ranges that do not overlap", () => {
        for (const [one, other] of pairs(CONFIGS().map(({ network }) => parseRange(network.cidr)))) {
            assert.ok(one !== undefined && other !== undefined && !overlaps(one, other));
        }
    });

    it("let in no connected network that overlaps a VPC: the two could not be connected", () => {
        const configs = CONFIGS();
        for (const cidr of configs.flatMap(({ cluster }) => cluster.endpoint.privateAccessCidrs)) {
            for (const { network } of configs) {
                const [one, other] = [parseRange(cidr), parseRange(network.cidr)];
                assert.ok(one !== undefined && other !== undefined && !overlaps(one, other), cidr);
            }
        }
    });

    it("name a key service for secrets and hold none", () => {
        for (const stack of ENVIRONMENTS) {
            const file = readStackFile(stack);
            assert.match(String(file.secretsprovider), /^awskms:\/\/alias\/[\w-]+\?region=[\w-]+$/);
            // A passphrase's salt; `encryptedkey` may be there: only the key service opens it (docs/aws.md).
            assert.equal(file.encryptionsalt, undefined);
            assert.ok(!JSON.stringify(file.config).includes('"secure"'));
        }
    });

    it("give prod the shape that pprd has tried", () => {
        const [, pprd, prod] = CONFIGS();
        for (const key of ["zones", "natGateways", "gatewayEndpoints", "interfaceEndpoints"] as const) {
            assert.deepEqual(pprd.network[key], prod.network[key], key);
        }
        assert.deepEqual(pprd.cluster.endpoint, prod.cluster.endpoint);
        assert.equal(prod.protect, true);
    });

    it("let dvlp be destroyed and do with one NAT gateway", () => {
        const [dvlp] = CONFIGS();
        assert.deepEqual([dvlp.protect, dvlp.network.natGateways], [false, "single"]);
    });
});
