import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const usage = fileURLToPath(new URL("usage.cjs", import.meta.url));

/** Runs node with these words. @param core set for a run on that core alone, on Linux. @returns seconds, those of its processor, the peak in MB, and the line that tells what it said */
export function inTerminal(args, core) {
  const start = performance.now();
  const words = [...(core === undefined ? [] : ["taskset", "-c", String(core)]), process.execPath, "--require", usage, ...args];
  const child = spawnSync(words[0], words.slice(1), { encoding: "utf8", stdio: ["ignore", "pipe", "pipe", "pipe"], timeout: 300_000, maxBuffer: 1 << 28 });
  const { cpu, peak } = JSON.parse(child.output[3] || '{"cpu":[null],"peak":null}');
  const lines = `${child.stdout}${child.stderr}`.split("\n").map((line) => line.trim());
  const says = lines.find((line) => /ませんでした（|壊れて/.test(line)) ?? lines[1] ?? "";
  return { seconds: (performance.now() - start) / 1000, cpu: cpu[0] / 1000, peak, says: says.slice(0, 100) };
}
