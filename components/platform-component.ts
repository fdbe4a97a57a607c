import * as pulumi from "@pulumi/pulumi";

/**
 * The base of every component of the platform.
 *
 * The type token is `core-platform:<folder>:<Class>`; every child's name begins with the component's name, so that
 * a name in a preview tells where it comes from, and two components never compete for one.
 */
export abstract class PlatformComponent extends pulumi.ComponentResource {
    /**
     * @param folder the component's folder under components/, `network`
     * @param name the logical name, and the beginning of every child's name
     * @throws Error when a child is given a name that does not begin with this one's
     */
    protected constructor(
        folder: string,
        readonly name: string,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        const type = `core-platform:${folder}:${new.target.name}`;
        const checkChild: pulumi.ResourceTransformation = (child) => {
            if (child.name === name || child.name.startsWith(`${name}-`)) return undefined;
            throw new Error(
                `${child.type} "${child.name}" is a child of ${type} "${name}": its name must begin with "${name}-"`,
            );
        };
        super(type, name, {}, { ...opts, transformations: [...(opts.transformations ?? []), checkChild] });
    }
}
