import { describeSection } from "./key-cases";

describe("config/sections/services", () => {
    describeSection("services", [
        { key: "services.metricsServer", bad: ["yes", 1], expects: "true or false", good: ["false", false] },
    ]);
});
