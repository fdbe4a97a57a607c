import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { Account } from "../../../sandbox/cloud/account";
import { readKubeconfig } from "../../../sandbox/kubeconfig/read";
import { createLocalCluster } from "../../../sandbox/local/cluster";
import { addToKubeconfig, contextOf, removeFromKubeconfig } from "../../../sandbox/local/kubeconfig-file";
import { temporaryFolder } from "../cloud/temporary-folder";

const MINE = `apiVersion: v1
kind: Config
current-context: work
contexts: [{ name: work, context: { cluster: work, user: me } }]
clusters: [{ name: work, cluster: { server: "https://work.example" } }]
users: [{ name: me, user: { token: t } }]
`;

describe("The kubeconfig of local clusters", () => {
    const folder = temporaryFolder();
    const file = (): string => path.join(folder(), "kubeconfig");
    const made = (name: string) => createLocalCluster(new Account(path.join(folder(), "local")), name);
    const names = (list: string): string[] =>
        (parse(fs.readFileSync(file(), "utf8")) as Record<string, { name: string }[]>)[list].map(
            ({ name }) => name,
        );

    it("is one that kubectl could use, and for its owner alone", () => {
        const cluster = made("dev");
        addToKubeconfig(file(), cluster);
        const { server, user } = readKubeconfig(file());
        assert.equal(server, cluster.properties.endpoint);
        assert.equal(user.clientCertificateData, cluster.properties.clientCertificateData);
        assert.equal(fs.statSync(file()).mode & 0o777, 0o600);
    });

    it("keeps what is in it, and holds a cluster once", () => {
        fs.writeFileSync(file(), MINE);
        const cluster = made("dev");
        for (const _ of [1, 2]) addToKubeconfig(file(), cluster);
        for (const [list, mine] of [
            ["contexts", "work"],
            ["clusters", "work"],
            ["users", "me"],
        ])
            assert.deepEqual(names(list), [mine, contextOf("dev")]);
    });

    it("is as before once a cluster is taken out, but for the current context", () => {
        fs.writeFileSync(file(), MINE);
        addToKubeconfig(file(), made("dev"));
        removeFromKubeconfig(file(), "dev");
        assert.deepEqual(parse(fs.readFileSync(file(), "utf8")), {
            ...(parse(MINE) as object),
            "current-context": "",
        });
    });

    it("is left alone where it is something else, and needs not to be there to take a cluster out", () => {
        removeFromKubeconfig(file(), "dev");
        assert.equal(fs.existsSync(file()), false);
        fs.writeFileSync(file(), "hello");
        assert.throws(() => addToKubeconfig(file(), made("dev")), /is no kubeconfig; name another file/);
        assert.equal(fs.readFileSync(file(), "utf8"), "hello");
    });
});
