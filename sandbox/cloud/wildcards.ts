/**
 * Whether a text fits a pattern with wildcards, as a whole: `*` stands for any letters, `?` for one.
 * @param wildcards those that count; another one is a letter like all others
 */
export function fits(pattern: string, text: string, wildcards: "*?" | "*" = "*?"): boolean {
    const parts = [...pattern].map((letter) => {
        if (!wildcards.includes(letter)) return letter.replace(/[.*+?^${}()|[\]\\]/, "\\$&");
        return letter === "*" ? ".*" : ".";
    });
    return new RegExp(`^${parts.join("")}$`, "s").test(text);
}
