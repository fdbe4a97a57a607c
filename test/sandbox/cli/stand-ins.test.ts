import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { installStandIns } from "../../../sandbox/cli/stand-ins";
import { temporaryFolder } from "../cloud/temporary-folder";
import { pretendedPlace } from "./pretended-place";

describe("The stand-ins", () => {
    const folder = temporaryFolder();

    it("stand where the engine looks for plugins of the packages' versions", () => {
        const { place } = pretendedPlace(folder());
        installStandIns(place);
        const plugins = path.join(place.home, "plugins");
        assert.deepEqual(
            fs
                .readdirSync(plugins)
                .map((name) => `${name}/${fs.readdirSync(path.join(plugins, name)).join()}`),
            [
                "resource-aws-v7.1.0/pulumi-resource-aws",
                "resource-eks-v4.2.0/pulumi-resource-eks",
                "resource-kubernetes-v4.3.0/pulumi-resource-kubernetes",
            ],
        );
    });

    for (const name of ["plain", "with space", `it's "quoted" $HOME \`x\``]) {
        it(`run by a shell from a folder that is named ${name}`, () => {
            const { place } = pretendedPlace(path.join(folder(), name));
            installStandIns(place);
            const dist = path.join(place.root, "sandbox", "dist");
            fs.mkdirSync(dist, { recursive: true });
            for (const script of ["aws.js", "cli.js"])
                fs.writeFileSync(
                    path.join(dist, script),
                    "console.log(JSON.stringify(process.argv.slice(2)))",
                );
            const run = (file: string): string => spawnSync(file, ["a b", "$c"], { encoding: "utf8" }).stdout;
            const plugin = path.join(place.home, "plugins", "resource-aws-v7.1.0", "pulumi-resource-aws");
            assert.equal(run(plugin), '["a b","$c"]\n');
            assert.equal(run(path.join(place.bin, "aws")), '["aws","a b","$c"]\n');
        });
    }

    it("are written again only when something changed: a running engine may just be starting one", () => {
        const { place } = pretendedPlace(folder());
        const inode = (): number => fs.statSync(path.join(place.bin, "aws")).ino;
        installStandIns(place);
        const first = inode();
        installStandIns(place);
        assert.equal(inode(), first);
        fs.writeFileSync(path.join(place.bin, "aws"), "something else");
        installStandIns(place);
        assert.match(fs.readFileSync(path.join(place.bin, "aws"), "utf8"), /^#!\/bin\/sh\nexec /);
        assert.equal(fs.statSync(path.join(place.bin, "aws")).mode & 0o777, 0o755);
    });
});
