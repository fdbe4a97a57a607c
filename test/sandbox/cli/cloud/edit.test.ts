import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { editObject, parseChange } from "../../../../sandbox/cli/cloud/edit";
import type { Place } from "../../../../sandbox/cli/place";
import type { Properties } from "../../../../sandbox/cloud/values";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { accountOf, pretendedPlace, putObject } from "../pretended-place";

describe("Editing an object", () => {
    const folder = temporaryFolder();
    let place: Place;
    const properties = { size: 1, tags: { owner: "team" }, config: { ids: ["a", "b"], name: null } };

    beforeEach(() => {
        place = pretendedPlace(folder()).place;
        putObject(place, "dvlp", { id: "vpc-1", properties, internal: { kept: true } });
    });

    /** As it is typed: what the service says to a change is told beside the fakes. */
    const edit = (changes: string[], json = false): Promise<{ stdout: string }> =>
        outputOf(() => editObject(place, "vpc-1", changes.map(parseChange), { json, force: true }));
    const stored = (): Properties =>
        accountOf(place, "dvlp").get("aws:ec2/vpc:Vpc", "vpc-1", "eu-central-1")!.properties;

    it("changes properties and parts of them, and keeps the rest", async () => {
        await edit(["size=2", "tags.owner=me", "config.ids[1]=c", "config.ids[2]=d", "config.name=n"]);
        assert.deepEqual(stored(), {
            size: 2,
            tags: { owner: "me" },
            config: { ids: ["a", "c", "d"], name: "n" },
        });
    });

    it("adds keys to maps, with dots in quotes", async () => {
        await edit(['tags["kubernetes.io/role/elb"]=1', "tags.new=x=y"]);
        assert.deepEqual(stored().tags, { owner: "team", "kubernetes.io/role/elb": 1, new: "x=y" });
    });

    it("shows each value before and after, and the object in JSON", async () => {
        const { stdout } = await edit(["size=2", "tags.new=x"]);
        assert.equal(stdout, 'vpc-1: size: 1 -> 2\nvpc-1: tags.new: (nothing) -> "x"\n');
        const answer = JSON.parse((await edit(["size=3"], true)).stdout) as {
            stack: string;
            properties: Properties;
        };
        assert.deepEqual([answer.stack, answer.properties.size], ["dvlp", 3]);
    });

    it("refuses a property that the object does not have, with the nearest one", async () => {
        await assert.rejects(edit(["sise=2"]), { message: 'unknown property "sise"; did you mean "size"?' });
        await assert.rejects(edit(["toString=2"]), { message: 'unknown property "toString"' });
    });

    it("refuses paths that lead nowhere", async () => {
        const wrong: [string, RegExp][] = [
            ["config.idz[0]=x", /config\.idz\[0\] leads nowhere: there is no idz/],
            ["config.name.deep=x", /leads nowhere: there is no name/],
            ["config.toString.x=1", /there is no toString/],
            ["size.deep=x", /leads into a number/],
            ["config.ids[3]=x", /the list has 2 items, counted from 0/],
            ["config.ids.length=0", /the list has 2 items/],
        ];
        for (const [change, message] of wrong) await assert.rejects(edit([change]), { message }, change);
    });

    it("makes all changes or none", async () => {
        await assert.rejects(edit(["size=2", "tags.owner=me", "sise=3"]));
        assert.deepEqual(stored(), properties);
    });

    it("starts from what is there when its turn comes, not from what it saw before", async () => {
        const account = accountOf(place, "dvlp");
        const object = account.get("aws:ec2/vpc:Vpc", "vpc-1", "eu-central-1")!;
        const lock = path.join(account.folder, ".lock");
        // Held by a live process, the one that started this one.
        fs.writeFileSync(lock, String(process.ppid));
        const editing = edit(["tags.owner=me"]);
        account.put({ ...object, properties: { ...properties, size: 9 } });
        fs.rmSync(lock);
        await editing;
        assert.deepEqual([stored().size, stored().tags], [9, { owner: "me" }]);
    });

    it("takes a property away with null, and makes the map for a first key", async () => {
        await edit(["size=null", "tags.owner=null"]);
        assert.deepEqual(stored(), { tags: {}, config: properties.config });
        putObject(place, "dvlp", { id: "vpc-1", properties: {} });
        await edit(["tags.owner=me"]);
        assert.deepEqual(stored(), { tags: { owner: "me" } });
    });

    it("heeds the service's rules without --force, and changes nothing where they forbid it", async () => {
        const vpc = {
            cidrBlock: "10.0.0.0/16",
            arn: "arn:aws:ec2:::vpc/vpc-1",
            tags: {},
            tagsAll: { a: "b" },
        };
        putObject(place, "dvlp", { id: "vpc-1", properties: vpc });
        const byRules = (change: string): Promise<void> =>
            editObject(place, "vpc-1", [parseChange("tags.owner=me"), parseChange(change)], {});
        await assert.rejects(byRules("cidrBlock=10.1.0.0/16"), { message: /^cidrBlock: a Vpc keeps what/ });
        await assert.rejects(byRules("arn=x"), { message: /^arn: the service itself says/ });
        assert.deepEqual(stored(), vpc);
        await outputOf(() => byRules("enableDnsHostnames=true"));
        assert.deepEqual(stored(), {
            ...vpc,
            enableDnsHostnames: true,
            tags: { owner: "me" },
            tagsAll: { a: "b", owner: "me" },
        });
    });

    it("keeps what only the service knows", async () => {
        await edit(["size=2"]);
        const object = accountOf(place, "dvlp").get("aws:ec2/vpc:Vpc", "vpc-1", "eu-central-1");
        assert.deepEqual(object?.internal, { kept: true });
    });
});

describe("A change as it is typed", () => {
    it("is JSON where it can be, else text", () => {
        const values: [string, unknown][] = [
            ["1", 1],
            ["true", true],
            ["null", null],
            ["[1]", [1]],
            ['"1"', "1"],
            ["a b", "a b"],
            ["", ""],
            ["{", "{"],
        ];
        for (const [text, value] of values) assert.deepEqual(parseChange(`k=${text}`), { path: "k", value });
    });

    it("has its sign behind the key, which may have one in quotes", () => {
        assert.deepEqual(parseChange('tags["a=b.c"]=d=e'), { path: 'tags["a=b.c"]', value: "d=e" });
        assert.deepEqual(parseChange("a[0].b=line\nline"), { path: "a[0].b", value: "line\nline" });
    });

    it("needs a key and a sign", () => {
        for (const change of ["", "a", "=1", ".=1", '["a=1'])
            assert.throws(() => parseChange(change), { message: /KEY=VALUE/ }, change);
    });
});
