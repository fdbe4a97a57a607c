/** Mocha's own report, with the counts in one line at its end: `N passed, N failed[, N skipped]`. */
const { reporters } = require("mocha");

module.exports = class CountingReporter extends reporters.Spec {
    constructor(runner, options) {
        super(runner, options);
        // Tests that ran before mocha did and count too: those in Go.
        const before = options.reporterOptions ?? {};
        runner.once("end", () => {
            const passed = this.stats.passes + Number(before.passedBefore ?? 0);
            const failed = this.stats.failures + Number(before.failedBefore ?? 0);
            const skipped = this.stats.pending > 0 ? `, ${this.stats.pending} skipped` : "";
            console.log(`${passed} passed, ${failed} failed${skipped}`);
        });
    }
};
