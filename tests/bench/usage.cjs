// Loaded before a measured process. It reports the resources used on file descriptor 3.
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: [(userCPUTime + systemCPUTime) / 1000], peak: maxRSS / 1024 }));
});
