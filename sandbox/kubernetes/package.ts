import { accounts } from "../cloud/location";
import { text, type Properties } from "../cloud/values";
import type { Package } from "../plugin/package";
import type { Typings } from "../plugin/typings";
import typings from "../typings/kubernetes.json";
import { authorize, inProvidersWords } from "./authorize";
import { personOf } from "./by-hand";
import type { KubernetesCaller } from "./types";
import { connect, isUnreachable } from "./connection";
import { anyOther, fakes } from "./fakes";
import { activeContext, parseKubeconfig } from "./kubeconfig";
import { checkProvider, overridesOf, providerReplacements } from "./provider-config";

/** The stand-in for the `kubernetes` provider. */
export const kubernetes: Package = {
    typings: typings as unknown as Typings,
    fakes,
    anyOther,
    functions: [],
    configure,
    isGlobal: () => false,
    describe: ({ urn, operation, sentence }) => inProvidersWords(operation, urn, sentence),
    authorize,
    checkProvider,
    providerReplacements,
    byHand: personOf,
};

/** The account of a caller that reaches no cluster: hidden, and always empty. */
const NOWHERE = ".nowhere";

/** Never refuses: a cluster that cannot be reached shows at the first call that needs it, as in the real one. */
function configure(inputs: Properties, stack: string): KubernetesCaller {
    const connection = connect(inputs, accounts());
    return {
        stack,
        accountId: isUnreachable(connection) ? NOWHERE : connection.account.id,
        principal: isUnreachable(connection) ? "" : connection.principalArn,
        partition: "aws",
        region: isUnreachable(connection) ? "unreachable" : connection.region,
        defaultTags: {},
        connection,
        deleteUnreachable: flag(inputs.deleteUnreachable, process.env.PULUMI_K8S_DELETE_UNREACHABLE),
        namespace: defaultNamespace(inputs),
    };
}

/** The provider's `namespace`, else the one of the kubeconfig's context, else `default`. */
function defaultNamespace(inputs: Properties): string {
    const named = text(inputs.namespace);
    if (named !== undefined && named !== "") return named;
    try {
        const context = activeContext(parseKubeconfig(text(inputs.kubeconfig) ?? ""), overridesOf(inputs));
        return text(context?.namespace) ?? "default";
    } catch {
        return "default";
    }
}

function flag(setting: Properties[string] | undefined, variable: string | undefined): boolean {
    return setting === undefined ? variable === "true" : setting === true || setting === "true";
}
