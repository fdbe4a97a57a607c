/** An IAM principal: a user, a role, a session of a role, or the account itself. */
const PRINCIPAL =
    /^arn:aws:(iam::\d{12}:(root|(user|role)\/[\w+=,.@/-]{1,512})|sts::\d{12}:assumed-role\/[\w+=,.@-]{1,64}\/[\w+=,.@-]{2,64})$/;

/** The session that the sandbox's callers have of a role. */
const SESSION = "core-platform-sandbox";

/**
 * Who calls AWS with the credentials at hand: whom SANDBOX_PRINCIPAL names, else a role of the account.
 * @param accountId the account of the credentials, twelve digits
 */
export function principalOf(accountId: string, environment: NodeJS.ProcessEnv = process.env): string {
    const named = environment.SANDBOX_PRINCIPAL;
    return named !== undefined && named !== "" ? named : `arn:aws:iam::${accountId}:role/sandbox`;
}

/** Whether a text is the ARN of somebody who can call AWS. */
export function isPrincipal(text: string): boolean {
    return PRINCIPAL.test(text);
}

/** `arn:aws:iam::111122223333:role/x` -> `111122223333` */
export function accountOfPrincipal(arn: string): string {
    return arn.split(":")[4] ?? "";
}

/** A caller as CloudTrail and refusals name it: a role calls by a session of it, and a session has no path. */
export interface UserIdentity {
    type: "AssumedRole" | "IAMUser" | "Root";
    arn: string;
    accountId: string;
}

/**
 * The identity behind a principal.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function userIdentity(principal: string, session = SESSION): UserIdentity {
    const accountId = accountOfPrincipal(principal);
    if (principal.endsWith(":root")) return { type: "Root", arn: principal, accountId };
    if (principal.includes(":user/")) return { type: "IAMUser", arn: principal, accountId };
    const role = /:role\/(?:.*\/)?([^/]+)$/.exec(principal)?.[1];
    const arn = role === undefined ? principal : `arn:aws:sts::${accountId}:assumed-role/${role}/${session}`;
    return { type: "AssumedRole", arn, accountId };
}
