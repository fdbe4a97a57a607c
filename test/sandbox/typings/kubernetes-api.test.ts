import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { apiTable } from "../../../sandbox/kubernetes/api/table";
import { OPENAPI_FILE } from "../../../sandbox/typings/main";
import { apiTableOf, apiTableText, RELEASES, type Release } from "../../../sandbox/typings/kubernetes-api";

const KIND = { group: "apps", version: "v1", kind: "Deployment" };

/** What a small API server answers. */
function release(minor: number, more: object = {}): Release {
    const reference = (name: string): object => ({ $ref: `#/definitions/io.k8s.api.apps.v1.${name}` });
    return {
        minor,
        version: `v1.${minor}.0`,
        sum: "h1:x",
        openapi: {
            definitions: {
                "io.k8s.api.apps.v1.Deployment": {
                    properties: { spec: reference("DeploymentSpec"), status: reference("DeploymentStatus") },
                    "x-kubernetes-group-version-kind": [KIND],
                },
                "io.k8s.api.apps.v1.DeploymentSpec": {
                    required: ["name"],
                    properties: {
                        name: { type: "string" },
                        replicas: { type: "integer", format: "int32" },
                        labels: { type: "object", additionalProperties: { type: "string" } },
                        data: { type: "string", format: "byte" },
                        again: reference("DeploymentSpec"),
                        port: { $ref: "#/definitions/io.k8s.apimachinery.pkg.util.intstr.IntOrString" },
                        items: {
                            type: "array",
                            items: { type: "string" },
                            "x-kubernetes-list-type": "set",
                        },
                        ...more,
                    },
                    "x-kubernetes-map-type": "atomic",
                },
                "io.k8s.api.apps.v1.DeploymentStatus": { properties: {} },
                "io.k8s.apimachinery.pkg.util.intstr.IntOrString": {
                    type: "string",
                    format: "int-or-string",
                },
            },
        },
        discovery: [
            {
                groupVersion: "apps/v1",
                resources: [
                    { name: "deployments", kind: "Deployment", namespaced: true, verbs: ["create", "get"] },
                    { name: "deployments/scale", kind: "Scale", namespaced: true, verbs: ["get"] },
                ],
            },
            {
                groupVersion: "apps/v1beta1",
                resources: [
                    { name: "deployments", kind: "Deployment", namespaced: true, verbs: ["create", "get"] },
                ],
            },
        ],
    };
}

describe("the table of Kubernetes' API", () => {
    it("has the kinds that are on unless said otherwise, and their types", () => {
        const table = apiTableOf([release(34)]);
        assert.deepEqual(table.kinds, {
            "apps/v1/Deployment": { plural: "deployments", namespaced: true, type: "apps.v1.Deployment" },
        });
        assert.deepEqual(table.types["apps.v1.Deployment"], {
            spec: "#apps.v1.DeploymentSpec",
            status: "any",
        });
        assert.deepEqual(table.types["apps.v1.DeploymentSpec"], {
            again: "#apps.v1.DeploymentSpec",
            data: "bytes",
            items: "[=]string",
            labels: "{}string",
            name: "!string",
            port: "int-or-string",
            replicas: "int32",
        });
        assert.deepEqual(table.atomic, ["apps.v1.DeploymentSpec"]);
    });

    it("notes what only some of the releases have", () => {
        const table = apiTableOf([release(34), release(35, { paused: { type: "boolean" } })]);
        assert.equal(table.types["apps.v1.DeploymentSpec"].paused, "boolean 35");
        assert.equal(table.types["apps.v1.DeploymentSpec"].name, "!string");
        assert.equal(table.kinds["apps/v1/Deployment"].minors, undefined);
    });

    it("is written with a line for each kind and each type, and reads back", () => {
        const table = apiTableOf([release(34)]);
        assert.deepEqual(JSON.parse(apiTableText(table)), table);
        assert.match(apiTableText(table), /^ {2}"apps\/v1\/Deployment": \{.*\}$/m);
    });

    it("is committed as it was generated, of these releases", () => {
        assert.equal(fs.readFileSync(OPENAPI_FILE, "utf8"), apiTableText(apiTable()));
        assert.deepEqual(
            Object.values(apiTable().sources).map(({ version }) => version),
            RELEASES,
        );
    });
});
