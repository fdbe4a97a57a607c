/** The rules across keys, in the order of the stack files. docs/config.md lists them by name. */
import { ACCESS_RULES } from "./access";
import { ENDPOINT_RULES } from "./endpoint";
import { EPHEMERAL_RULES } from "./ephemeral";
import { EXISTING_CLUSTER_RULES } from "./existing-cluster";
import { KUBERNETES_RULES } from "./kubernetes";
import { NETWORK_RULES } from "./network";
import { NODE_GROUP_RULES } from "./node-groups";
import { PARTS_RULES } from "./parts";
import { PROTECTION_RULES } from "./protection";
import type { Rule } from "./rule";

export const RULES: readonly Rule[] = [
    ...PROTECTION_RULES,
    ...EPHEMERAL_RULES,
    ...PARTS_RULES,
    ...ACCESS_RULES,
    ...NETWORK_RULES,
    ...EXISTING_CLUSTER_RULES,
    ...KUBERNETES_RULES,
    ...ENDPOINT_RULES,
    ...NODE_GROUP_RULES,
];

export { findingsOf, type Rule, type Subject } from "./rule";
