// Loaded before a measured process. It reports the resources used on file descriptor 3.
const { readFileSync, writeSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: [(userCPUTime + systemCPUTime) / 1000], peak: (ownPeak() ?? maxRSS) / 1024 }));
});

/** In KB; undefined where the system does not tell. `maxRSS` begins with the memory of the process that started this one. */
function ownPeak() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return undefined;
  }
}
