import type { Properties } from "../../cloud/values";
import type { Failure } from "../../plugin/typings";
import { planRule } from "../plan/rule";

/**
 * A cluster's name, at the cluster itself and where another resource gives it.
 * Source: terraform-provider-aws, internal/service/eks/validate.go, validClusterName.
 */
export function checkClusterName(inputs: Properties, property: string): Failure[] {
    return planRule(
        inputs,
        property,
        (name) => /^[0-9A-Za-z][\w-]{0,99}$/.test(name),
        "begins with a letter or a digit and has 1 to 100 letters, digits and _-",
    );
}
