import { createHash } from "node:crypto";
import { accountOfPrincipal } from "../../cloud/principal";

/**
 * The id of a stack's account: what SANDBOX_ACCOUNT says, else that of SANDBOX_PRINCIPAL, else the first id that the
 * stack's provider allows, else twelve digits made from the stack's name.
 * @throws Error when the caller's account is not among the allowed ids, with the real provider's sentence
 */
export function accountIdOf(
    stack: string,
    allowed: readonly string[],
    environment: NodeJS.ProcessEnv = process.env,
): string {
    const named = environment.SANDBOX_ACCOUNT || accountOfPrincipal(environment.SANDBOX_PRINCIPAL ?? "");
    if (named !== "") {
        // Source: terraform-provider-aws, internal/conns/awsclient.go, VerifyAccountIDAllowed.
        if (allowed.length > 0 && !allowed.includes(named))
            throw new Error(`AWS account ID not allowed: ${named}`);
        return named;
    }
    return allowed[0] ?? digits(stack);
}

function digits(stack: string): string {
    const hash = createHash("sha256").update(stack).digest();
    return String(100_000_000_000 + (hash.readUIntBE(0, 6) % 900_000_000_000));
}
