import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties, type Value } from "../../../../sandbox/cloud/values";
import {
    brokenRules,
    decodingProblem,
    missingFields,
    unknownFields,
} from "../../../../sandbox/kubernetes/api/checks";
import { builtInSchema, type ScalarRules } from "../../../../sandbox/kubernetes/api/schema";
import { deployment } from "../objects-fixture";

const schema = builtInSchema("apps.v1.Deployment", 35);
const withSpec = (changes: Properties): Properties => ({
    ...deployment(),
    spec: { ...(deployment().spec as Properties), ...changes },
});

describe("unknown names", () => {
    it("are told with their place, inside lists and maps too", () => {
        const found = unknownFields(schema, deployment({}, { imag: "x", ports: [{ port: 80 }] }));
        assert.deepEqual(
            found.map(({ property }) => property),
            ["spec.template.spec.containers[0].imag", "spec.template.spec.containers[0].ports[0].port"],
        );
        assert.match(found[0].reason, /did you mean "image"/);
    });

    it("are none in what is right, unknown, or free", () => {
        assert.deepEqual(unknownFields(schema, deployment({ labels: { any: "x" } })), []);
        assert.deepEqual(unknownFields(schema, withSpec({ template: UNKNOWN })), []);
    });
});

describe("values of another kind", () => {
    const cases: [string, Properties, RegExp][] = [
        [
            "text for a number",
            { replicas: "2" },
            /string into Go struct field DeploymentSpec\.spec\.replicas of type int32$/,
        ],
        ["a fraction", { replicas: 1.5 }, /number 1\.5 into .* of type int32$/],
        ["a number for a truth value", { paused: 1 }, /number into .*\.paused of type bool$/],
        ["a list for an object", { selector: [] }, /array into .*\.selector of type LabelSelector$/],
        ["an object for a list", { template: { spec: { containers: {} } } }, /of type \[\]$/],
    ];
    for (const [what, spec, message] of cases) {
        it(`are told as Go's decoder does: ${what}`, () => {
            assert.match(decodingProblem(schema, withSpec(spec)) ?? "", message);
        });
    }

    it("are none for ports by name, quantities by number, nulls and unknowns", () => {
        const fine = deployment(
            {},
            {
                resources: { requests: { cpu: 1, memory: "1.5Gi" } },
                readinessProbe: { httpGet: { port: "http" } },
                workingDir: null,
                image: UNKNOWN,
            },
        );
        assert.equal(decodingProblem(schema, fine), undefined);
    });

    it("are quantities that are none, and data that is no base64", () => {
        const wrong = deployment({}, { resources: { requests: { cpu: "much" } } });
        assert.match(decodingProblem(schema, wrong) ?? "", /^quantities must match the regular expression/);
        const secret = builtInSchema("core.v1.Secret", 35);
        assert.equal(decodingProblem(secret, { data: { a: "YQ==" } }), undefined);
        assert.equal(decodingProblem(secret, { data: { a: "a b!" } }), "illegal base64 data at input byte 3");
    });
});

describe("missing fields", () => {
    it("are told with their place; an object that is left out lacks what is in it", () => {
        assert.deepEqual(missingFields(schema, { spec: {} }), [
            "spec.template.spec.containers: Required value",
        ]);
        assert.deepEqual(
            missingFields(schema, withSpec({ template: { spec: { containers: [{ image: "x" }] } } })),
            ["spec.template.spec.containers[0].name: Required value"],
        );
    });

    it("are none where the API server fills in, or a value is unknown", () => {
        const binding = builtInSchema("rbac.v1.RoleBinding", 35);
        assert.deepEqual(missingFields(binding, { roleRef: { kind: "Role", name: "r" } }), []);
        assert.deepEqual(missingFields(schema, { spec: UNKNOWN }), []);
    });
});

describe("rules of a custom kind", () => {
    const problem = (rules: ScalarRules, kind: "string" | "int64", value: Value): string | undefined =>
        brokenRules({ kind, rules }, value, "spec.x")[0];

    it("are the values that are allowed, the length, the pattern and the range", () => {
        assert.equal(
            problem({ enum: ["a", "b"] }, "string", "c"),
            'spec.x: Unsupported value: "c": supported values: "a", "b"',
        );
        assert.match(
            problem({ pattern: "^a$" }, "string", "b") ?? "",
            /spec\.x in body should match '\^a\$'$/,
        );
        assert.match(problem({ minLength: 2 }, "string", "b") ?? "", /at least 2 chars long$/);
        assert.match(
            problem({ maxLength: 2 }, "string", "bbb") ?? "",
            /Too long: may not be more than 2 bytes$/,
        );
        assert.match(problem({ minimum: 2 }, "int64", 1) ?? "", /greater than or equal to 2$/);
        assert.match(problem({ maximum: 2 }, "int64", 3) ?? "", /less than or equal to 2$/);
    });

    it("let pass what they can't read, and unknown values", () => {
        assert.equal(problem({ pattern: "(?i)a" }, "string", "b"), undefined);
        assert.equal(problem({ minimum: 2 }, "int64", UNKNOWN), undefined);
    });
});
