import assert from "node:assert/strict";
import * as fs from "node:fs";
import { loadConfig } from "../../config";
import {
    amendedFile,
    derivedFile,
    engineValues,
    rangesIn,
    secretsProvider,
    settingsIn,
} from "../../ephemeral/stack-file";

const DVLP = fs.readFileSync("Pulumi.dvlp.yaml", "utf8");
const SETTINGS = { ticket: "1e5", owner: "Team A: x", expires: "2026-11-30", cidr: "10.192.0.0/16" };

function load(content: string) {
    return loadConfig("dvlp-1e5", engineValues("x", content), [], "2026-11-21");
}

describe("ephemeral/stack-file", () => {
    it("copies dvlp's configuration, but for what sets the two apart", () => {
        const dvlp = loadConfig("dvlp", engineValues("x", DVLP));
        const { stack, platform, ephemeral, owner, network, ...rest } = load(derivedFile(DVLP, SETTINGS));
        assert.deepEqual(
            [stack, platform, owner, ephemeral],
            ["dvlp-1e5", "dvlp-1e5", "Team A: x", { ticket: "1e5", expires: "2026-11-30" }],
        );
        assert.deepEqual(network, { ...dvlp.network, cidr: "10.192.0.0/16" });
        const { stack: _stack, platform: _platform, owner: _owner, network: _network, ...others } = dvlp;
        assert.deepEqual(rest, others);
    });

    it("is never protected, whatever dvlp is", () => {
        assert.equal(
            load(derivedFile(DVLP.replace("protect: false", "protect: true"), SETTINGS)).protect,
            false,
        );
    });

    it("quotes what YAML 1.1 would take for a time or a number", () => {
        const file = derivedFile(DVLP, SETTINGS);
        assert.match(file, /expires: "2026-11-30"/);
        assert.match(file, /ticket: "1e5"/);
        assert.match(file, /accountId: "111122223333"/);
    });

    it("names the same keeper of secrets, and takes no key of dvlp's along", () => {
        const file = derivedFile(`encryptedkey: abc\n${DVLP}`, SETTINGS);
        assert.equal(secretsProvider("x", file), secretsProvider("x", DVLP));
        assert.match(String(secretsProvider("x", file)), /^awskms:/);
        assert.doesNotMatch(file, /encryptedkey/);
    });

    it("keeps what was set in a ticket's own file when its settings change", () => {
        const own = derivedFile(DVLP, SETTINGS).replace(
            "natGateways: single",
            "natGateways: perZone # tried",
        );
        const later = amendedFile("x", `${own}encryptedkey: made\n`, { ...SETTINGS, expires: "2026-12-02" });
        assert.match(later, /natGateways: perZone # tried/);
        assert.match(later, /^encryptedkey: made$/m);
        assert.deepEqual(settingsIn("x", later), { ...SETTINGS, expires: "2026-12-02" });
    });

    it("reads ranges, of the VPC and of connected networks", () => {
        assert.deepEqual(rangesIn("x", fs.readFileSync("Pulumi.prod.yaml", "utf8")), [
            "10.48.0.0/16",
            "10.8.0.0/16",
        ]);
        assert.deepEqual(rangesIn("x", "config: {}"), []);
        assert.deepEqual(rangesIn("x", ""), []);
    });

    it("says of a file without settings that it has none", () => {
        const none = { ticket: undefined, owner: undefined, expires: undefined, cidr: undefined };
        for (const content of [
            "",
            "config:",
            "encryptionsalt: x",
            "config: { 'core-platform:network': text }",
        ])
            assert.deepEqual(settingsIn("x", content), none, content);
    });

    it("names a file that is no YAML", () => {
        assert.throws(() => derivedFile("a: [", SETTINGS), {
            name: "UserError",
            message: /^Pulumi\.dvlp\.yaml is no YAML: /,
        });
    });
});
