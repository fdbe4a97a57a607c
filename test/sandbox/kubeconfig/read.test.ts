import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readKubeconfig } from "../../../sandbox/kubeconfig/read";

/** A kubeconfig as kind writes it, with another cluster in it that is not current. */
function content(cluster: string, user: string): string {
    return `
current-context: kind
contexts:
- name: other
  context: { cluster: other, user: other }
- name: kind
  context: { cluster: kind, user: admin }
clusters:
- name: other
  cluster: { server: "https://other" }
- name: kind
  cluster: { ${cluster} }
users:
- name: admin
  user: { ${user} }
`;
}

const CLUSTER = 'server: "https://127.0.0.1:6443", certificate-authority-data: Y2E=';
const USER = "token: t";

describe("reading a kubeconfig", () => {
    let folder: string;
    let file: string;
    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-kubeconfig-"));
        file = path.join(folder, "config");
    });
    afterEach(() => fs.rmSync(folder, { recursive: true }));

    const write = (text: string): void => fs.writeFileSync(file, text);

    it("takes cluster and user of the current context", () => {
        write(content(CLUSTER, USER));
        assert.deepEqual(readKubeconfig(file), {
            server: "https://127.0.0.1:6443",
            certificateAuthorityData: "Y2E=",
            user: { token: "t" },
        });
    });

    it("takes a client certificate with its key", () => {
        write(content(CLUSTER, "client-certificate-data: Y2VydA==, client-key-data: a2V5"));
        assert.deepEqual(readKubeconfig(file).user, {
            clientCertificateData: "Y2VydA==",
            clientKeyData: "a2V5",
        });
    });

    it("inlines the files that it refers to, from its own folder", () => {
        for (const name of ["ca.crt", "client.crt", "client.key", "token"])
            fs.writeFileSync(path.join(folder, name), name);
        const cluster = 'server: "https://a", certificate-authority: ca.crt';
        write(content(cluster, "client-certificate: client.crt, client-key: client.key"));
        const base64 = (text: string): string => Buffer.from(text).toString("base64");
        assert.deepEqual(readKubeconfig(file), {
            server: "https://a",
            certificateAuthorityData: base64("ca.crt"),
            user: { clientCertificateData: base64("client.crt"), clientKeyData: base64("client.key") },
        });
        write(content(cluster, "tokenFile: token"));
        assert.deepEqual(readKubeconfig(file).user, { token: "token" });
    });

    const wrong: [why: string, text: string, message: RegExp][] = [
        ["is no YAML", "a: [", /config is not YAML: /],
        ["is empty", "", /config is not a kubeconfig: it holds no keys/],
        ["names no current context", "contexts: []", /config has no current-context/],
        ["lacks the current context", "current-context: kind", /has no contexts\[name=kind\]\.context/],
        [
            "lacks the cluster",
            "current-context: kind\ncontexts: [{ name: kind, context: { cluster: kind } }]",
            /has no clusters\[name=kind\]\.cluster/,
        ],
        [
            "lacks the server",
            content("certificate-authority-data: Y2E=", USER),
            /clusters\[name=kind\]\.cluster\.server/,
        ],
        ["lacks the authority", content('server: "https://a"', USER), /cluster\.certificate-authority-data/],
        [
            "refers to a file that is not there",
            content('server: "https://a", certificate-authority: ca.crt', USER),
            /config refers to .*ca\.crt: ENOENT/,
        ],
        [
            "has a user without credentials",
            content(CLUSTER, "username: me"),
            /users\[name=admin\]\.user\.token/,
        ],
        [
            "signs in by a program",
            content(CLUSTER, "exec: { command: aws }"),
            /user\.exec, a program .* as kind's has/,
        ],
        [
            "signs in by a provider",
            content(CLUSTER, "auth-provider: { name: oidc }"),
            /user\.auth-provider, a program/,
        ],
    ];
    for (const [why, text, message] of wrong) {
        it(`names the file and the key when it ${why}`, () => {
            write(text);
            assert.throws(() => readKubeconfig(file), message);
        });
    }

    it("says so when it cannot be read", () => {
        assert.throws(() => readKubeconfig(path.join(folder, "none")), /none cannot be read: ENOENT/);
    });
});
