import type { Fake, FakeFunction } from "../plugin/fake";
import { vpc } from "./ec2/vpc";
import { getPartition } from "./functions/get-partition";

/** The AWS resource types that the sandbox stands in for. */
export const fakes: readonly Fake[] = [vpc];

/** The AWS functions that the sandbox stands in for. */
export const functions: readonly FakeFunction[] = [getPartition];
