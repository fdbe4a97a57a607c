import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { apiTable } from "../../../../sandbox/kubernetes/api/table";

const PACKAGE = path.dirname(require.resolve("@pulumi/kubernetes/package.json"));

/** `apps/v1/Deployment` of every resource class that the installed package declares in a version without alpha or beta. */
function classesOfPackage(): string[] {
    const found = new Set<string>();
    for (const group of fs.readdirSync(PACKAGE)) {
        const folder = path.join(PACKAGE, group, "v1");
        if (!fs.existsSync(folder)) continue;
        for (const version of fs
            .readdirSync(path.join(PACKAGE, group))
            .filter((name) => /^v\d+$/.test(name))) {
            for (const file of fs.readdirSync(path.join(PACKAGE, group, version))) {
                if (!file.endsWith(".js")) continue;
                const text = fs.readFileSync(path.join(PACKAGE, group, version, file), "utf8");
                const type = /__pulumiType = 'kubernetes:([^:]+):(\w+)'/.exec(text);
                if (type !== null) found.add(`${type[1].replace(/^core\//, "")}/${type[2]}`);
            }
        }
    }
    return [...found];
}

describe("the committed table of Kubernetes' API", () => {
    it("names the releases that it was read from", () => {
        assert.deepEqual(Object.keys(apiTable().sources), ["1.33", "1.34", "1.35"]);
        for (const { version, sum } of Object.values(apiTable().sources)) {
            assert.match(version, /^v1\.3[345]\.\d+$/);
            assert.match(sum, /^h1:[\w+/]{43}=$/);
        }
    });

    it("is loaded once", () => {
        assert.equal(apiTable(), apiTable());
    });

    it("leads every kind and every property to a type that it has", () => {
        const { kinds, types } = apiTable();
        for (const [key, { type }] of Object.entries(kinds)) assert.ok(type in types, `${key}: ${type}`);
        for (const [name, fields] of Object.entries(types)) {
            for (const [field, text] of Object.entries(fields)) {
                const [, reference] = /#(\S+)/.exec(text) ?? [];
                if (reference !== undefined) assert.ok(reference in types, `${name}.${field}: ${reference}`);
            }
        }
    });

    it("has every kind that the installed @pulumi/kubernetes has a class for, but these", () => {
        const kinds = apiTable().kinds;
        const missing = classesOfPackage()
            .filter((key) => !/(List|Patch)$/.test(key) && !key.startsWith("helm.sh/"))
            .filter((key) => !(key in kinds));
        assert.deepEqual(missing.sort(), MISSING);
    });
});

const MISSING = [
    // Kinds that came to version 1 after 1.35: the package is made from a newer document.
    "admissionregistration.k8s.io/v1/MutatingAdmissionPolicy",
    "admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding",
    "certificates.k8s.io/v1/ClusterTrustBundle",
    "certificates.k8s.io/v1/PodCertificateRequest",
    // No kind at all.
    "meta/v1/Status",
    "resource.k8s.io/v1/DeviceTaintRule",
    "storagemigration.k8s.io/v1/StorageVersionMigration",
    // A pod is bound by it; nothing stands in the cluster afterwards.
    "v1/Binding",
];
