import type * as pulumi from "@pulumi/pulumi";
import { version } from "@pulumi/eks/package.json";
import { Cluster } from "./cluster";

type Construct = NonNullable<pulumi.provider.Provider["construct"]>;

/** The component types that the sandbox stands in for. */
const COMPONENTS: Readonly<Record<string, Construct>> = {
    "eks:index:Cluster": async (name, _type, inputs, options) => {
        const cluster = new Cluster(name, inputs, options);
        return { urn: cluster.urn, state: cluster.state };
    },
};

/** The stand-in for the `eks` plugin. */
export const provider: pulumi.provider.Provider = {
    // The npm package's: another one would make the engine warn at every run.
    version,
    construct: async (name, type, inputs, options) => {
        const construct = COMPONENTS[type];
        if (construct === undefined) {
            const known = Object.keys(COMPONENTS).join(", ");
            throw new Error(
                `the sandbox does not know the resource type "${type}"; of eks it knows ${known}`,
            );
        }
        return construct(name, type, inputs, options);
    },
};
