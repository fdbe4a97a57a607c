import assert from "node:assert/strict";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import {
    allObjects,
    answerJson,
    currently,
    nameOf,
    oneObject,
    shortType,
} from "../../../../sandbox/cli/cloud/objects";
import type { Place } from "../../../../sandbox/cli/place";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { accountOf, pretendedPlace, putObject } from "../pretended-place";

describe("The objects of the pretended clouds", () => {
    const folder = temporaryFolder();
    let place: Place;

    beforeEach(() => {
        place = pretendedPlace(folder()).place;
        putObject(place, "dvlp", { id: "vpc-1" });
        putObject(place, "pprd", { id: "vpc-1" });
        putObject(place, "pprd", { id: "vpc-2", urn: "urn:pulumi:pprd::core-platform::x::core-vpc-1" });
        putObject(place, "pprd", {
            id: "core",
            type: "aws:iam/role:Role",
            urn: undefined,
            properties: { name: "made" },
        });
        putObject(place, "pprd", { id: "core", type: "aws:eks/cluster:Cluster", urn: undefined });
    });

    const ids = (options: Parameters<typeof allObjects>[1]): string[] =>
        allObjects(place, options).map(({ stack, object }) => `${stack} ${object.id}`);

    it("are all, or those of one stack or type", () => {
        assert.equal(ids({}).length, 5);
        assert.deepEqual(ids({ stack: "dvlp" }), ["dvlp vpc-1"]);
        for (const type of ["vpc", "EC2", "ec2:Vpc", "ec2/vpc:Vpc"])
            assert.deepEqual(ids({ type }), ["dvlp vpc-1", "pprd vpc-1", "pprd vpc-2"], type);
    });

    it("belong to stacks; another one is an error that names them", () => {
        assert.throws(() => allObjects(place, { stack: "prod" }), {
            message: /^there is no stack "prod" here; there are dvlp, pprd\. /,
        });
    });

    it("are meant by their id, else by the logical name or the one they bear", () => {
        assert.equal(oneObject(place, "vpc-2", {}).object.id, "vpc-2");
        assert.equal(oneObject(place, "core-vpc-1", { stack: "dvlp" }).object.id, "vpc-1");
        assert.equal(oneObject(place, "made", {}).object.id, "core");
    });

    it("are not meant by a name when another's id says the same", () => {
        putObject(place, "dvlp", { id: "x", urn: "urn:pulumi:dvlp::core-platform::x::vpc-2" });
        assert.equal(oneObject(place, "vpc-2", {}).stack, "pprd");
    });

    it("are asked for more precisely when several are meant", () => {
        assert.throws(() => oneObject(place, "vpc-1", {}), {
            message:
                '"vpc-1" means several objects; say which by its id, --type or --stack:\n' +
                "  dvlp  ec2:Vpc  vpc-1\n  pprd  ec2:Vpc  vpc-1",
        });
        assert.throws(() => oneObject(place, "core-vpc-1", { stack: "pprd" }), {
            message: /vpc-1\n.*vpc-2$/,
        });
        assert.throws(() => oneObject(place, "core", {}), {
            message: /eks:Cluster {2}core\n {2}pprd {2}iam:Role {2}core/,
        });
        assert.equal(oneObject(place, "core", { type: "Role" }).object.type, "aws:iam/role:Role");
    });

    it("that are not there lead to the nearest id or name, or to the list", () => {
        assert.throws(() => oneObject(place, "vpc-3", {}), {
            message: 'nothing in the cloud has the id or name "vpc-3"; did you mean "vpc-1"?',
        });
        assert.throws(() => oneObject(place, "nonsense-of-all-kinds", {}), {
            message: /list shows what there is$/,
        });
    });

    it("are looked at again inside a transaction", () => {
        const found = oneObject(place, "vpc-2", {});
        const account = accountOf(place, "pprd");
        account.put({ ...found.object, properties: { new: true } });
        assert.deepEqual(currently(found).properties, { new: true });
        account.remove(found.object);
        assert.throws(() => currently(found), { message: "vpc-2 went away this very moment" });
    });
});

describe("An object's name", () => {
    const object: CloudObject = {
        type: "a:b/c:D",
        id: "i",
        region: "r",
        createdAt: "",
        properties: { name: "bears" },
    };

    it("is the logical one of its resource, else the one it bears, else none", () => {
        assert.equal(nameOf({ ...object, urn: "urn:pulumi:s::p::t::logical" }), "logical");
        assert.equal(nameOf(object), "bears");
        assert.equal(nameOf({ ...object, properties: { metadata: { name: "kube-system" } } }), "kube-system");
        assert.equal(nameOf({ ...object, properties: {} }), "");
    });
});

describe("A type", () => {
    it("is short by its module and name", () => {
        assert.equal(shortType("aws:ec2/vpc:Vpc"), "ec2:Vpc");
        assert.equal(shortType("kubernetes:core/v1:Namespace"), "core:Namespace");
    });
});

describe("An answer in JSON", () => {
    it("is JSON and a line end", async () => {
        const { stdout } = await outputOf(() => answerJson({ a: [1] }));
        assert.deepEqual(JSON.parse(stdout), { a: [1] });
        assert.ok(stdout.endsWith("}\n"));
    });
});
