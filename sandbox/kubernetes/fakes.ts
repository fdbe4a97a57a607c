import type { Fake } from "../plugin/fake";

/** The Kubernetes resource types that the sandbox stands in for. */
export const fakes: readonly Fake[] = [];
