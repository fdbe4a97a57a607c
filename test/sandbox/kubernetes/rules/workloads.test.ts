import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../../sandbox/cloud/values";
import { cronJob, job, pod, statefulSet, workload } from "../../../../sandbox/kubernetes/rules/workloads";
import { deployment } from "../objects-fixture";

const rule = workload("deployment");
const withSpec = (changes: Properties): Properties => ({
    ...deployment(),
    spec: { ...(deployment().spec as Properties), ...changes },
});
const container = { name: "a", image: "x" };

describe("what is wrong with a workload", () => {
    it("is nothing for one that is right, or not known yet", () => {
        assert.deepEqual(rule(deployment()), []);
        assert.deepEqual(rule(withSpec({ selector: { matchLabels: { app: UNKNOWN } } })), []);
        assert.deepEqual(rule(deployment({}, { image: UNKNOWN })), []);
    });

    const cases: [string, Properties, string][] = [
        ["no selector", withSpec({ selector: null }), "spec.selector: Required value"],
        ["an empty selector", withSpec({ selector: {} }), "empty selector is invalid for deployment"],
        [
            "labels that the selector does not match",
            withSpec({ selector: { matchLabels: { app: "other" } } }),
            'spec.template.metadata.labels: Invalid value: {"app":"app"}: `selector` does not match template `labels`',
        ],
        ["no image", deployment({}, { image: "" }), "spec.template.spec.containers[0].image: Required value"],
        [
            "a container's name",
            deployment({}, { name: "A" }),
            "spec.template.spec.containers[0].name: Invalid value",
        ],
        [
            "a port",
            deployment({}, { ports: [{ containerPort: 0 }] }),
            "ports[0].containerPort: Invalid value: 0: must be between 1 and 65535, inclusive",
        ],
    ];
    for (const [what, object, sentence] of cases) {
        it(`is ${what}`, () => {
            const [found] = rule(object);
            assert.ok(found?.includes(sentence), found);
        });
    }

    it("is a policy of restarts other than always", () => {
        const template = { ...((deployment().spec as Properties).template as Properties) };
        template.spec = { ...(template.spec as Properties), restartPolicy: "Never" };
        assert.deepEqual(rule(withSpec({ template })), [
            'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
        ]);
    });

    it("is a name that two containers have", () => {
        const found = pod({ spec: { initContainers: [container], containers: [container] } });
        assert.deepEqual(found, ['spec.containers[0].name: Duplicate value: "a"']);
    });
});

describe("what is wrong with a job", () => {
    it("is a policy of restarts that is missing", () => {
        const template = { spec: { containers: [container] } };
        const sentence = 'Required value: valid values: "OnFailure", "Never"';
        assert.deepEqual(job({ spec: { template } }), [`spec.template.spec.restartPolicy: ${sentence}`]);
        const right = { spec: { ...template.spec, restartPolicy: "Never" } };
        assert.deepEqual(job({ spec: { template: right } }), []);
        assert.match(
            cronJob({ spec: { jobTemplate: { spec: { template } } } })[0],
            /^spec\.jobTemplate\.spec\.template/,
        );
    });

    it("is a name of a cron job that leaves no room for its jobs", () => {
        const found = cronJob({ metadata: { name: "x".repeat(53) }, spec: {} });
        assert.match(found[0], /must be no more than 52 characters$/);
    });
});

describe("what is wrong with the update of a stateful set", () => {
    const set = (spec: Properties): Properties => withSpec(spec);

    it("is anything but replicas, template and the like", () => {
        assert.deepEqual(statefulSet(set({ replicas: 2 }), set({ replicas: 1 })), []);
        const found = statefulSet(set({ serviceName: "b" }), set({ serviceName: "a" }));
        assert.match(
            found[0],
            /^spec: Forbidden: updates to statefulset spec for fields other than 'replicas', .* and 'minReadySeconds' are forbidden$/,
        );
    });
});
