import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { checkedVersion } from "../../../components/cluster/version";
import { PlatformComponent } from "../../../components/platform-component";
import { runMocked } from "../../helpers/mocked-engine";

class Parent extends PlatformComponent {
    constructor() {
        super("cluster", "parent");
    }
}

/** @param running the versions of the clusters that the account has, by name */
async function checked(wanted: string, running: Record<string, string>): Promise<string> {
    const functions = {
        "aws:eks/getClusters:getClusters": () => ({ names: Object.keys(running) }),
        "aws:eks/getCluster:getCluster": ({ name }: { name?: unknown }) => ({
            version: running[String(name)],
        }),
    };
    const { result } = await runMocked({ resources: {}, functions }, () =>
        checkedVersion("core-platform-dvlp", wanted, new Parent()),
    );
    return result as unknown as string;
}

describe("checkedVersion", () => {
    it("takes any version for a cluster that is not there yet", async () => {
        assert.equal(await checked("1.33", {}), "1.33");
        assert.equal(await checked("1.33", { "another-cluster": "1.35" }), "1.33");
    });

    it("takes the version that runs, and the next one", async () => {
        assert.equal(await checked("1.34", { "core-platform-dvlp": "1.34" }), "1.34");
        assert.equal(await checked("1.35", { "core-platform-dvlp": "1.34" }), "1.35");
    });

    it("refuses to skip a minor version, and says which one comes next", async () => {
        await assert.rejects(
            checked("1.35", { "core-platform-dvlp": "1.33" }),
            /skips a minor version: the cluster runs 1\.33[\s\S]*Set "1\.34"/,
        );
    });

    it("refuses a lower version", async () => {
        await assert.rejects(checked("1.33", { "core-platform-dvlp": "1.34" }), /is lower than 1\.34/);
    });

    it("says why AWS did not answer, as a user's error without a stack trace", async () => {
        const functions = {
            "aws:eks/getClusters:getClusters": () => {
                // The mocks keep its message to themselves.
                throw new Error("AWS account ID not allowed: 123");
            },
        };
        const asked = runMocked({ resources: {}, functions }, () =>
            checkedVersion("core-platform-dvlp", "1.34", new Parent()),
        );
        await assert.rejects(asked, (error) => {
            assert.ok(pulumi.RunError.isInstance(error));
            assert.match(error.message, /could not be asked which version cluster core-platform-dvlp runs/);
            assert.equal(error.stack, undefined);
            return true;
        });
    });
});
