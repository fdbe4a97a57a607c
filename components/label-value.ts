/** Text that people write, as the value of a Kubernetes label, which takes less than a tag of AWS does. */

/** Kubernetes' limit. */
const MAX_LENGTH = 63;

/**
 * The nearest label value: what a label can't hold becomes a dash, its ends are a letter or a digit.
 * `Platform Team` -> `Platform-Team`
 *
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 * @returns a value that may be empty, which Kubernetes allows
 */
export function labelValue(text: string): string {
    return text
        .replace(/[^A-Za-z0-9_.-]+/g, "-")
        .replace(/^[^A-Za-z0-9]+/, "")
        .slice(0, MAX_LENGTH)
        .replace(/[^A-Za-z0-9]+$/, "");
}
