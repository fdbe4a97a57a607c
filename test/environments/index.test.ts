import assert from "node:assert/strict";
import * as fs from "node:fs";
import { parse } from "yaml";
import {
    environmentOf,
    ENVIRONMENTS,
    ephemeralStackOf,
    platformOf,
    PROJECT,
    satelliteName,
    satelliteOf,
    TAG_KEYS,
    ticketOf,
} from "../../environments";
import { PARTS } from "../../environments/parts";

describe("The environments", () => {
    it("are dvlp, pprd and prod, in the order of promotion", () => {
        assert.deepEqual([...ENVIRONMENTS], ["dvlp", "pprd", "prod"]);
    });

    it("each have a stack file", () => {
        for (const name of ENVIRONMENTS) assert.ok(fs.existsSync(`Pulumi.${name}.yaml`), name);
    });

    it("claim the stack of their name", () => {
        for (const name of ENVIRONMENTS) assert.equal(environmentOf(name), name);
    });

    it("take an ephemeral stack for dvlp's", () => {
        for (const stack of ["dvlp-1", "dvlp-t123", "dvlp-core-42", `dvlp-${"a".repeat(20)}`])
            assert.equal(environmentOf(stack), "dvlp", stack);
    });

    it("claim their satellites, each named after a part", () => {
        for (const environment of ENVIRONMENTS) {
            for (const part of PARTS) {
                const stack = satelliteName({ environment, part });
                assert.equal(environmentOf(stack), environment, stack);
                assert.deepEqual(satelliteOf(stack), { environment, part });
                assert.equal(platformOf(stack), environment);
                assert.equal(ticketOf(stack), undefined, stack);
            }
        }
    });

    it("take every other stack for a platform of its own", () => {
        for (const stack of ["prod", "dvlp-t1"]) {
            assert.equal(platformOf(stack), stack);
            assert.equal(satelliteOf(stack), undefined);
        }
    });

    it("claim no other stack: nothing is taken for dvlp by default", () => {
        const others = [
            "",
            "dev",
            "DVLP",
            "dvlp-",
            "dvlp--a",
            "dvlp-a-",
            "dvlp-a_b",
            "dvlp-T1",
            "dvlp1",
            `dvlp-${"a".repeat(21)}`,
            "dvlp-a\n",
            "prod-1",
            "prod-platforms",
            "prod-platform-1",
            "dvlp-Platform",
            "pprd-x",
            "xdvlp-1",
            "toString",
        ];
        for (const stack of others) assert.equal(environmentOf(stack), undefined, stack);
    });

    it("tell the ticket of an ephemeral stack, and of no other", () => {
        for (const ticket of ["1", "t-123", "a".repeat(20)])
            assert.equal(ticketOf(ephemeralStackOf(ticket)), ticket);
        for (const stack of ["dvlp", "prod", "prod-1", "dvlp-", "dvlp-T1"])
            assert.equal(ticketOf(stack), undefined, stack);
    });
});

describe("The project", () => {
    it("has the name of Pulumi.yaml", () => {
        const { name } = parse(fs.readFileSync("Pulumi.yaml", "utf8")) as { name: string };
        assert.equal(PROJECT, name);
    });

    it("has tag keys that differ and fit into AWS's limits", () => {
        const keys = Object.values(TAG_KEYS);
        assert.equal(new Set(keys).size, keys.length);
        for (const key of keys) assert.match(key, /^(?!aws:)[a-z-]{1,128}$/);
    });
});
