import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Account, type CloudObject } from "../../sandbox/cloud/account";
import type { Properties } from "../../sandbox/cloud/values";
import type { Fake } from "../../sandbox/plugin/fake";
import type { Package } from "../../sandbox/plugin/package";
import { ByHand } from "../../sandbox/plugin/by-hand";
import { Provider } from "../../sandbox/plugin/provider";
import { aws } from "../../sandbox/aws/package";

/** The account that tests work in. */
export const ACCOUNT_ID = "111122223333";

/** A pretended cloud for one test: the verbs as the engine calls them, without an engine. */
export class PretendedCloud {
    private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-cloud-"));
    private readonly provider: Provider;
    private readonly stack = "dvlp";
    private readonly providerUrn: string;

    constructor(
        private readonly pkg: Package = aws,
        configuration: Properties = { region: "eu-central-1", allowedAccountIds: [ACCOUNT_ID] },
    ) {
        this.provider = this.inFolder(() => new Provider(pkg));
        this.providerUrn = this.urn(`pulumi:providers:${pkg.typings.package}`, "provider");
        this.configure(configuration);
    }

    /** Configures the provider, once more for a test that has to prepare the account before. */
    configure(configuration: Properties): void {
        this.inFolder(() => this.provider.configure(this.providerUrn, configuration));
    }

    urn(type: string, name: string): string {
        return `urn:pulumi:${this.stack}::core-platform::${type}::${name}`;
    }

    /** Check, then create; failures of the check are thrown as one error. */
    async create(type: string, name: string, inputs: Properties): Promise<CloudObject> {
        const checked = this.check(type, name, inputs);
        return this.provider.create(this.urn(type, name), checked);
    }

    /** What a preview shows of a resource that is going to be made. */
    previewCreate(type: string, name: string, inputs: Properties): Properties {
        return this.provider.previewCreate(this.urn(type, name), this.check(type, name, inputs));
    }

    check(type: string, name: string, inputs: Properties, olds: Properties = {}): Properties {
        const { inputs: checked, failures } = this.provider.check(this.urn(type, name), olds, inputs);
        if (failures.length > 0) {
            throw new Error(failures.map((failure) => `${failure.property}: ${failure.reason}`).join("\n"));
        }
        return checked;
    }

    /** Check, then update of the object that `create` answered. */
    async update(object: CloudObject, before: Properties, after: Properties): Promise<Properties> {
        const { type, id, urn } = identity(object);
        const checked = this.check(type, urn.split("::")[3], after, before);
        return this.provider.update(id, urn, before, checked);
    }

    /** What a preview of an update shows. */
    previewUpdate(object: CloudObject, before: Properties, after: Properties): Properties {
        const { type, urn } = identity(object);
        const name = urn.split("::")[3];
        const olds = this.check(type, name, before);
        return this.provider.previewUpdate(urn, object.properties, olds, this.check(type, name, after, olds));
    }

    async delete(object: CloudObject): Promise<void> {
        const { id, urn } = identity(object);
        await this.provider.delete(id, urn, object.properties);
    }

    /** A deletion behind the engine's back. */
    deleteByHand(object: CloudObject): Promise<void> {
        const { account } = this;
        return account.transaction(() => new ByHand(this.pkg, account).delete(object));
    }

    async read(
        object: CloudObject,
        inputs: Properties = {},
    ): Promise<{ inputs: Properties; state: Properties } | undefined> {
        const { id, urn } = identity(object);
        return this.provider.read(id, urn, inputs, object.properties);
    }

    diff(type: string, before: Properties, after: Properties): ReturnType<Provider["diff"]> {
        return this.provider.diff(this.urn(type, "x"), before, after);
    }

    async invoke(token: string, args: Properties = {}): Promise<Properties> {
        const { result, failures } = await this.provider.invoke(token, args);
        if (failures.length > 0) throw new Error(failures.map((failure) => failure.reason).join("\n"));
        return result;
    }

    get account(): Account {
        return new Account(path.join(this.folder, "cloud", ACCOUNT_ID));
    }

    remove(): void {
        fs.rmSync(this.folder, { recursive: true, force: true });
    }

    private inFolder<T>(action: () => T): T {
        const before = process.env.SANDBOX_DIR;
        process.env.SANDBOX_DIR = this.folder;
        try {
            return action();
        } finally {
            if (before === undefined) delete process.env.SANDBOX_DIR;
            else process.env.SANDBOX_DIR = before;
        }
    }
}

function identity(object: CloudObject): { type: string; id: string; urn: string } {
    assert.ok(object.urn !== undefined, `${object.id} was not made by a resource`);
    return { type: object.type, id: object.id, urn: object.urn };
}

/** A failing call for each row of a fake's table of refusals: no row without a test, no test without a row. */
export function describeRefusals(
    fake: Pick<Fake, "refusals" | "type">,
    cases: Record<string, (cloud: PretendedCloud) => Promise<unknown>>,
    newCloud: () => PretendedCloud = () => new PretendedCloud(),
): void {
    describe(`refusals of ${fake.type}`, () => {
        it("each have a failing call here", () => {
            assert.deepEqual(Object.keys(cases).sort(), Object.keys(fake.refusals).sort());
        });
        for (const [code, call] of Object.entries(cases)) {
            it(`include ${code}`, async () => {
                const cloud = newCloud();
                try {
                    await assert.rejects(call(cloud), (error: Error & { code?: string }) => {
                        assert.equal(error.code, code, error.message);
                        return true;
                    });
                } finally {
                    cloud.remove();
                }
            });
        }
        it("each name a source", () => {
            for (const row of Object.values(fake.refusals))
                assert.match(row.source, /^https:\/\/|^terraform-provider-|^pulumi/);
        });
    });
}
