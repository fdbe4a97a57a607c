import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { refreshProject, sandboxStackFile, trackedStacks } from "../../../sandbox/cli/project";
import type { Place } from "../../../sandbox/cli/place";
import { temporaryFolder } from "../cloud/temporary-folder";
import { pretendedPlace } from "./pretended-place";

describe("The engine's project", () => {
    const folder = temporaryFolder();
    let place: Place;

    beforeEach(() => {
        place = pretendedPlace(folder()).place;
    });

    const tracked = (name: string): string => path.join(place.root, name);
    const copy = (name: string): string => path.join(place.project, name);
    const read = (file: string): string => fs.readFileSync(file, "utf8");
    const edit = (file: string, from: string, to: string): void => {
        assert.ok(read(file).includes(from));
        fs.writeFileSync(file, read(file).replace(from, to));
    };

    it("is the tracked one, whose program stays in the repository", () => {
        assert.deepEqual(refreshProject(place), []);
        const project = parse(read(copy("Pulumi.yaml"))) as { name: string; main: string };
        assert.equal(project.name, "core-platform");
        assert.equal(path.isAbsolute(project.main), false);
        assert.equal(path.resolve(place.project, project.main), path.join(place.root, "index.ts"));
    });

    it("leads to the program through a link to the sandbox's folder as well", () => {
        const real = path.join(folder(), "deep", "er", "box");
        fs.mkdirSync(real, { recursive: true });
        fs.symlinkSync(real, path.join(folder(), "link"));
        const linked = { ...place, project: path.join(folder(), "link", "project") };
        refreshProject(linked);
        const { main } = parse(read(path.join(linked.project, "Pulumi.yaml"))) as { main: string };
        assert.equal(path.resolve(real, "project", main), path.join(place.root, "index.ts"));
    });

    it("has copies of the stack files without a key service, with a constant salt, comments kept", () => {
        refreshProject(place);
        const content = read(copy("Pulumi.dvlp.yaml"));
        assert.doesNotMatch(content, /secretsprovider|encryptedkey/);
        assert.match(content, /^encryptionsalt: v1:\S+$/m);
        assert.match(content, /core-platform:owner: team # who/);
        assert.deepEqual(
            (parse(content) as { config: unknown }).config,
            (parse(read(tracked("Pulumi.dvlp.yaml"))) as { config: unknown }).config,
        );
    });

    it("takes the satellites that have a stack file in the repository along, and no other stack", () => {
        const file = read(tracked("Pulumi.dvlp.yaml"));
        for (const stack of ["prod-platform", "dvlp-t1", "prod-other"])
            fs.writeFileSync(tracked(`Pulumi.${stack}.yaml`), file);
        assert.deepEqual(trackedStacks(place), ["dvlp", "pprd", "prod", "prod-platform"]);
        assert.deepEqual(refreshProject(place), []);
        assert.match(read(copy("Pulumi.prod-platform.yaml")), /^encryptionsalt: /m);
        assert.equal(fs.existsSync(copy("Pulumi.dvlp-t1.yaml")), false);
    });

    it("never writes tracked files", () => {
        const names = ["Pulumi.yaml", "Pulumi.dvlp.yaml", "Pulumi.pprd.yaml", "Pulumi.prod.yaml"];
        const before = names.map((name) => read(tracked(name)));
        for (const name of names) fs.chmodSync(tracked(name), 0o444);
        refreshProject(place);
        edit(copy("Pulumi.dvlp.yaml"), "team", "me");
        refreshProject(place);
        assert.deepEqual(
            names.map((name) => read(tracked(name))),
            before,
        );
        assert.deepEqual(fs.readdirSync(place.root).sort(), [...names, "node_modules"].sort());
    });

    it("keeps what config set wrote, and says for which stack, while the tracked file stays", () => {
        refreshProject(place);
        edit(copy("Pulumi.pprd.yaml"), "team", "me");
        assert.deepEqual(refreshProject(place), ["pprd"]);
        assert.deepEqual(refreshProject(place), ["pprd"]);
        assert.match(read(copy("Pulumi.pprd.yaml")), /owner: me/);
    });

    it("copies a stack file again when the tracked one changed", () => {
        refreshProject(place);
        edit(copy("Pulumi.pprd.yaml"), "team", "me");
        edit(tracked("Pulumi.pprd.yaml"), "team", "others");
        assert.deepEqual(refreshProject(place), []);
        assert.match(read(copy("Pulumi.pprd.yaml")), /owner: others/);
    });

    it("copies a stack file again when the copy was removed", () => {
        refreshProject(place);
        edit(copy("Pulumi.dvlp.yaml"), "team", "me");
        fs.rmSync(copy("Pulumi.dvlp.yaml"));
        assert.deepEqual(refreshProject(place), []);
        assert.match(read(copy("Pulumi.dvlp.yaml")), /owner: team/);
    });

    it("does not take the engine's way of writing for a change: text for numbers, other orders", () => {
        refreshProject(place);
        edit(copy("Pulumi.prod.yaml"), "size: 3", 'size: "3"');
        edit(copy("Pulumi.prod.yaml"), "    protect: false\n", "");
        edit(copy("Pulumi.prod.yaml"), 'version: "1.35"', 'protect: "false"\n    version: "1.35"');
        assert.deepEqual(refreshProject(place), []);
        edit(copy("Pulumi.prod.yaml"), 'size: "3"', 'size: "4"');
        assert.deepEqual(refreshProject(place), ["prod"]);
    });

    it("names the copy that is no YAML any more", () => {
        refreshProject(place);
        fs.writeFileSync(copy("Pulumi.dvlp.yaml"), "config: [");
        assert.throws(() => refreshProject(place), { message: /project\/Pulumi\.dvlp\.yaml is no YAML: / });
    });

    it("names the tracked file that is no YAML", () => {
        fs.writeFileSync(tracked("Pulumi.prod.yaml"), "config: [");
        assert.throws(() => refreshProject(place), { message: /^Pulumi\.prod\.yaml is no YAML: / });
    });
});

describe("A stack file in the sandbox", () => {
    it("gets the constant salt in place of its own", () => {
        const [one, two] = ["encryptionsalt: v1:mine\n", "config: {}\n"].map((content) =>
            sandboxStackFile("Pulumi.x.yaml", content),
        );
        assert.doesNotMatch(one, /mine/);
        assert.equal(two.split("\n")[1], one.split("\n")[0]);
    });
});
