import * as assert from "node:assert/strict";
import { ACCESS_POLICIES } from "../../../sandbox/kubernetes/access-policies";
import { apiTable } from "../../../sandbox/kubernetes/api/table";

/** Resources that nothing creates, and so are not in the table of kinds. */
const NO_OBJECTS = ["bindings", "localsubjectaccessreviews"];

describe("the access policies of EKS", () => {
    const known = new Set(
        Object.entries(apiTable().kinds).map(
            ([key, { plural }]) => `${key.split("/").slice(0, -2).join("/")}/${plural}`,
        ),
    );

    for (const [name, rules] of Object.entries(ACCESS_POLICIES)) {
        it(`name resources that there are: ${name}`, () => {
            for (const { group, resources } of rules.filter((rule) => rule.group !== "*")) {
                for (const resource of resources.filter((candidate) => !NO_OBJECTS.includes(candidate)))
                    assert.ok(known.has(`${group}/${resource}`), `${group}/${resource}`);
            }
        });
    }

    it("let nobody but administrators write cluster roles, and viewers read no secrets", () => {
        const covers = (name: string, resource: string): boolean =>
            ACCESS_POLICIES[name].some(({ resources }) => resources.includes(resource));
        assert.ok(!covers("AmazonEKSAdminPolicy", "clusterroles"));
        assert.ok(!covers("AmazonEKSViewPolicy", "secrets"));
        assert.ok(covers("AmazonEKSEditPolicy", "secrets"));
    });
});
