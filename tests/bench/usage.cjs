// Loaded before a whole process that is measured: tells on file descriptor 3 what it used.
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: [(userCPUTime + systemCPUTime) / 1000], peak: maxRSS / 1024 }));
});
