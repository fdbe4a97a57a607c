import { accountOfPrincipal, principalOf } from "../cloud/principal";
import { isObject, objects, strings, text, type Properties } from "../cloud/values";
import type { Caller } from "../plugin/call";
import { accountIdOf } from "./format/account-id";

/** What the provider's configuration says of who calls. */
export type Identity = Pick<Caller, "accountId" | "principal" | "session">;

/**
 * Who calls AWS: the last of the roles that the provider assumes, else the role that it gets by a web identity, else
 * whose credentials are at hand. That a role exists and trusts the one before it is taken for granted.
 * @param inputs the provider's
 * @throws Error with the provider's sentence when the caller's account is forbidden or not allowed
 */
export function identityOf(
    inputs: Properties,
    stack: string,
    environment: NodeJS.ProcessEnv = process.env,
): Identity {
    const allowed = strings(inputs.allowedAccountIds);
    const role = assumedRole(inputs);
    const roleArn = text(role?.roleArn);
    const identity =
        roleArn === undefined
            ? own(accountIdOf(stack, allowed, environment), environment)
            : {
                  accountId: accountOfPrincipal(roleArn),
                  principal: roleArn,
                  ...sessionOf(role),
              };
    const { accountId } = identity;
    const isAllowed = allowed.length === 0 || allowed.includes(accountId);
    // Source: aws-sdk-go-base config.go, VerifyAccountIDAllowed.
    if (!isAllowed || strings(inputs.forbiddenAccountIds).includes(accountId))
        throw new Error(`AWS account ID not allowed: ${accountId}`);
    return identity;
}

function own(accountId: string, environment: NodeJS.ProcessEnv): Identity {
    return { accountId, principal: principalOf(accountId, environment) };
}

/** Source: terraform-provider-aws, internal/conns/config.go: a chain of roles begins where a web identity led to. */
function assumedRole(inputs: Properties): Properties | undefined {
    const chain = [inputs.assumeRoleWithWebIdentity ?? null, ...objects(inputs.assumeRoles)];
    return chain.filter(isObject).findLast((role) => (text(role.roleArn) ?? "") !== "");
}

function sessionOf(role: Properties | undefined): Pick<Caller, "session"> {
    const session = text(role?.sessionName);
    return session === undefined || session === "" ? {} : { session };
}
