import type { KubernetesFake } from "./types";
import { namespace } from "./namespace";
import { release } from "./release";

/** The Kubernetes resource types that the sandbox stands in for. */
export const fakes: readonly KubernetesFake[] = [namespace, release];
