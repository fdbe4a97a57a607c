/**
 * Loaded into every Node process of a run (NODE_OPTIONS): writes what the process cost to a file in BENCH_PROBE when
 * it ends or is interrupted, as JSON. BENCH_PROFILE=1 adds a profile of the program's process in the same folder.
 */
const fs = require("node:fs");
const path = require("node:path");

const script = process.argv[1] ?? "";
const folder = process.env.BENCH_PROBE;
/** The SDK's script that both Node language hosts run a program with. */
const isProgram = script.includes(path.join("@pulumi", "pulumi", "cmd", "run"));
const record = {
    // The language host asks Node where packages lie, without a script.
    process: isProgram ? "program" : path.basename(script, ".js") || "(look-up)",
    /** Milliseconds since 1970. */
    startedAt: performance.timeOrigin,
};

if (folder) {
    if (isProgram) watchRegistrations();
    const finish = isProgram && process.env.BENCH_PROFILE === "1" ? profile() : () => undefined;
    process.on("exit", () => {
        finish();
        write();
    });
    // Plugins are ended by a signal at the end of a run: what they cost until here is written beforehand.
    if (!isProgram) setTimeout(write, 0).unref();
}

function write() {
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage(); // kilobytes, the highest so far
    const cost = { endedAt: Date.now(), cpuMs: (user + system) / 1000, peakMb: maxRSS / 1024 };
    fs.writeFileSync(path.join(folder, `${process.pid}.json`), JSON.stringify({ ...record, ...cost }));
}

/** The time of the first resource that the program itself registers, which ends its start. */
function watchRegistrations() {
    const Module = require("node:module");
    const load = Module._load;
    Module._load = function (request, parent, isMain) {
        const loaded = load.call(this, request, parent, isMain);
        if (request === "./runtime/resource") watch(loaded);
        return loaded;
    };
}

function watch(resources) {
    const register = resources.registerResource;
    if (typeof register !== "function" || register.watched) return;
    resources.registerResource = function (...args) {
        // The stack itself comes before the program.
        if (args[2] !== "pulumi:pulumi:Stack") record.startMs ??= performance.now();
        return register.apply(this, args);
    };
    resources.registerResource.watched = true;
}

function profile() {
    const { Session } = require("node:inspector");
    const session = new Session();
    session.connect();
    session.post("Profiler.enable");
    session.post("Profiler.setSamplingInterval", { interval: 500 });
    session.post("Profiler.start");
    return () =>
        session.post("Profiler.stop", (_, { profile }) =>
            fs.writeFileSync(path.join(folder, "program.cpuprofile"), JSON.stringify(profile)),
        );
}
