import { loadConfig } from "../../../config";
import { PROTECTION_RULES } from "../../../config/rules/protection";
import { changed } from "../changed";
import { describeRules } from "./rule-cases";

describe("config/rules/protection", () => {
    describeRules(PROTECTION_RULES, {
        "prod-protected": [
            {
                refuses: "an unprotected prod",
                file: "prod",
                change: { protect: false },
                key: "protect",
                value: false,
                remedy: "Write true.",
                remedied: { protect: true },
            },
        ],
    });

    it("lets dvlp and pprd be destroyed", () => {
        for (const stack of ["dvlp", "pprd"]) loadConfig(stack, changed(stack, { protect: false }));
    });
});
