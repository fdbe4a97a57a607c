import { aws } from "../aws/package";
import type { CloudObject } from "../cloud/account";
import { kubernetes } from "../kubernetes/package";
import type { Package } from "../plugin/package";

/** The packages whose objects stand in the pretended cloud. */
const PACKAGES: readonly Package[] = [aws, kubernetes];

/** The package of an object's type. @throws Error for a type of no package: a bug of whoever made the object */
export function packageOf({ type }: Pick<CloudObject, "type">): Package {
    const found = PACKAGES.find((pkg) => type.startsWith(`${pkg.typings.package}:`));
    if (found === undefined) throw new Error(`no package has the type ${type}`);
    return found;
}
