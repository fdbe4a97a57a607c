import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Account, GLOBAL, regionInside, stackOf, type CloudObject } from "../../../sandbox/cloud/account";
import { temporaryFolder } from "./temporary-folder";

const VPC = "aws:ec2/vpc:Vpc";
const REGION = "eu-central-1";

function object(id: string, changes: Partial<CloudObject> = {}): CloudObject {
    return { type: VPC, id, region: REGION, createdAt: "2026-01-01T00:00:00Z", properties: {}, ...changes };
}

describe("An account", () => {
    const folder = temporaryFolder();
    let account: Account;

    beforeEach(() => {
        account = new Account(path.join(folder(), "cloud", "dvlp"));
    });

    it("is empty before anything was made, and asking makes nothing", () => {
        assert.deepEqual(account.all(), []);
        assert.deepEqual(account.list(VPC, REGION), []);
        assert.equal(account.get(VPC, "vpc-1", REGION), undefined);
        assert.deepEqual(fs.readdirSync(folder()), []);
    });

    it("gives back what was put, with everything that it holds", () => {
        const vpc = object("vpc-1", {
            urn: "urn:x",
            properties: { a: [1, { b: null }] },
            internal: { c: 1 },
        });
        account.put(vpc);
        assert.deepEqual(account.get(VPC, "vpc-1", REGION), vpc);
    });

    it("keeps one file for each object, named by region, type and id", () => {
        account.put(object("vpc-1"));
        account.put(object("vpc-1", { properties: { changed: true } }));
        const file = path.join(account.folder, REGION, "aws.ec2.vpc.Vpc", "vpc-1.json");
        assert.equal((JSON.parse(fs.readFileSync(file, "utf8")) as CloudObject).properties.changed, true);
        assert.deepEqual(fs.readdirSync(path.dirname(file)), ["vpc-1.json"]);
    });

    it("keeps regions and types apart", () => {
        account.put(object("x"));
        account.put(object("x", { region: GLOBAL }));
        account.put(object("x", { type: "aws:ec2/subnet:Subnet" }));
        account.remove({ type: VPC, id: "x", region: REGION });
        assert.equal(account.get(VPC, "x", REGION), undefined);
        assert.deepEqual(
            account.all().map(({ type, region }) => `${region} ${type}`),
            [`${REGION} aws:ec2/subnet:Subnet`, `${GLOBAL} ${VPC}`],
        );
    });

    it("lists a type in every region", () => {
        account.put(object("x"));
        account.put(object("y", { region: GLOBAL }));
        account.put(object("z", { type: "aws:ec2/subnet:Subnet" }));
        assert.deepEqual(
            account
                .listEverywhere(VPC)
                .map(({ id }) => id)
                .sort(),
            ["x", "y"],
        );
        assert.equal(account.id, "dvlp");
    });

    it("tells the stack of an object: who made it, be it by its URN or along with something", () => {
        assert.equal(stackOf(object("x", { urn: "urn:pulumi:pprd::core-platform::t::n" })), "pprd");
        assert.equal(stackOf(object("x", { urn: undefined, stack: "prod" })), "prod");
        assert.equal(stackOf(object("x", { urn: undefined })), "");
    });

    it("takes ids with slashes, colons, dots and hashes, none of which leaves its folder", () => {
        const ids = [
            "arn:aws:iam::1:role/a/b",
            "../../../../up",
            "cluster#principal",
            "a b%2F",
            ".",
            "ünïcode",
        ];
        for (const id of ids) account.put(object(id));
        for (const id of ids) assert.equal(account.get(VPC, id, REGION)?.id, id);
        assert.deepEqual(
            account.list(VPC, REGION).map(({ id }) => id),
            [...ids].sort(),
        );
        assert.deepEqual(fs.readdirSync(folder()), ["cloud"]);
    });

    it("takes ids longer than a file name can be, and tells two of them apart by their ends", () => {
        const long = `cluster#arn:aws:iam::111122223333:role/${"path/".repeat(80)}`;
        account.put(object(`${long}one`));
        account.put(object(`${long}two`));
        assert.equal(account.get(VPC, `${long}one`, REGION)?.id, `${long}one`);
        assert.equal(account.list(VPC, REGION).length, 2);
    });

    it("lists by id, although a dot and a dash sort otherwise in file names", () => {
        for (const id of ["a-b", "a", "b", "a.b"]) account.put(object(id));
        assert.deepEqual(
            account.list(VPC, REGION).map(({ id }) => id),
            ["a", "a-b", "a.b", "b"],
        );
    });

    it("does not take files that are being written for objects", () => {
        account.put(object("vpc-1"));
        const types = path.join(account.folder, REGION, "aws.ec2.vpc.Vpc");
        fs.writeFileSync(path.join(types, "vpc-2.json.4711.tmp"), "{");
        assert.deepEqual(
            account.all().map(({ id }) => id),
            ["vpc-1"],
        );
    });

    it("removes an object together with what lives inside it, and no namesake's", () => {
        const cluster = object("core", { type: "aws:eks/cluster:Cluster" });
        const other = object("core.x", { type: "aws:eks/cluster:Cluster" });
        for (const one of [cluster, other]) {
            account.put(one);
            account.put(object("kube-system", { type: "k:Namespace", region: regionInside(one) }));
        }
        account.remove(cluster);
        assert.deepEqual(
            account.all().map(({ id, region }) => `${region} ${id}`),
            [`${REGION} core.x`, `${REGION}.Cluster.core.x kube-system`],
        );
        assert.doesNotThrow(() => account.remove(cluster));
    });

    it("names the region inside an object by its region, kind and id", () => {
        const region = regionInside({ type: "aws:eks/cluster:Cluster", id: "a/b", region: REGION });
        assert.equal(region, "eu-central-1.Cluster.a%2Fb");
    });

    it("hands out what a transaction returns, and releases its lock when one fails", async () => {
        await assert.rejects(
            account.transaction(() => {
                throw new Error("refused");
            }),
            { message: "refused" },
        );
        assert.equal(await account.transaction(() => 7), 7);
        assert.deepEqual(account.all(), []);
    });
});
