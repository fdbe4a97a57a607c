import { ByHand } from "../../plugin/by-hand";
import { packageOf } from "../packages";
import type { Place } from "../place";
import { refuseKind } from "./kind";
import { answerJson, currently, nameOf, oneObject, type Options } from "./objects";

/**
 * `rm`: deletes one object as a person does, by the service's rules; the engine finds out at its next refresh.
 * @param options.force takes it away whatever depends on it, and with it only what its service placed for it: a NAT
 * gateway's interface would keep the subnet in use for ever
 * @throws RefusedError with the service's sentence when the object has to stay
 */
export async function removeObject(
    place: Place,
    id: string,
    options: Options & { force?: boolean },
): Promise<void> {
    const found = oneObject(place, id, options);
    const { account, stack } = found;
    const { removed, along } = await account.transaction(() => {
        const object = currently(found);
        refuseKind(object);
        const before = account.all();
        const placed = before.filter(({ internal }) => internal?.maker === object.id);
        if (options.force) for (const one of [object, ...placed]) account.remove(one);
        else new ByHand(packageOf(object), account).delete(object);
        const left = new Set(account.all().map(key));
        const gone = before.filter((one) => !left.has(key(one)) && key(one) !== key(object));
        return { removed: object, along: gone };
    });
    if (options.json) return answerJson({ stack, removed, along });
    const went = along.map((one) => `  with it went ${one.type} ${one.id}\n`).join("");
    process.stdout.write(
        `${removed.id} (${nameOf(removed)}) is gone from account ${account.id}.\n${went}` +
            `The engine finds out: npm run sandbox -- refresh -s ${stack || "STACK"}\n`,
    );
}

function key({ type, id, region }: { type: string; id: string; region: string }): string {
    return [region, type, id].join(" ");
}
