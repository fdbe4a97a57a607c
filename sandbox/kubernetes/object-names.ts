/** The rules of names, labels and annotations. Source: k8s.io/apimachinery pkg/util/validation/validation.go. */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

const ALPHANUMERIC = "must start and end with an alphanumeric character";
const QUALIFIED_RULE =
    `must consist of alphanumeric characters, '-', '_' or '.', and ${ALPHANUMERIC} ` +
    "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is " +
    "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

/** What is wrong with a name that has to be a DNS label: a namespace's. */
export function labelNameProblems(name: string): string[] {
    const problems = tooLong(name, 63);
    if (!LABEL.test(name)) {
        problems.push(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and " +
                `${ALPHANUMERIC} (e.g. 'my-name',  or '123-abc', regex used for validation is ` +
                "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
        );
    }
    return problems;
}

/** What is wrong with a name that has to be a DNS subdomain: most kinds'. */
export function subdomainProblems(name: string): string[] {
    const problems = tooLong(name, 253);
    if (!SUBDOMAIN.test(name)) {
        problems.push(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and " +
                `${ALPHANUMERIC} (e.g. 'example.com', regex used for validation is ` +
                "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        );
    }
    return problems;
}

/** What is wrong with a name that has to begin with a letter, too: a Service's. */
export function dns1035Problems(name: string): string[] {
    const problems = tooLong(name, 63);
    if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
        problems.push(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic " +
                "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for " +
                "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
        );
    }
    return problems;
}

/**
 * What is wrong with a name that only has to fit into a path: a role's.
 * Source: k8s.io/apimachinery pkg/api/validation/path/name.go, IsValidPathSegmentName.
 */
export function pathSegmentProblems(name: string): string[] {
    if (name === "." || name === "..") return [`may not be '${name}'`];
    return ["/", "%"].filter((sign) => name.includes(sign)).map((sign) => `may not contain '${sign}'`);
}

/** What is wrong with the key of a label or an annotation, `app.kubernetes.io/name`. */
export function keyProblems(key: string): string[] {
    const parts = key.split("/");
    if (parts.length > 2) {
        return [
            `a qualified name ${QUALIFIED_RULE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
        ];
    }
    const name = parts.at(-1) ?? "";
    const problems = parts.length === 2 ? prefixProblems(parts[0]) : [];
    if (name === "") problems.push("name part must be non-empty");
    problems.push(...tooLong(name, 63).map((problem) => `name part ${problem}`));
    if (!QUALIFIED.test(name)) problems.push(`name part ${QUALIFIED_RULE}`);
    return problems;
}

/** What is wrong with a label's value. */
export function labelValueProblems(value: string): string[] {
    const problems = tooLong(value, 63);
    if (!VALUE.test(value)) {
        problems.push(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and " +
                `${ALPHANUMERIC} (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is ` +
                "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
        );
    }
    return problems;
}

function prefixProblems(prefix: string): string[] {
    if (prefix === "") return ["prefix part must be non-empty"];
    return subdomainProblems(prefix).map((problem) => `prefix part ${problem}`);
}

function tooLong(text: string, limit: number): string[] {
    return text.length > limit ? [`must be no more than ${limit} characters`] : [];
}
