import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { needsInstall } from "../../src/tools/needs-install.mjs";
import { countTests } from "./count-tests.mjs";

needsInstall();

const root = fileURLToPath(new URL("../../", import.meta.url));
const report = `${root}.cache/tests.json`;

/** Each counts as one test. They run two at a time; the build comes last because the browser tests need it. */
const checks = [
  { name: "types", command: ["typescript/bin/tsc", "--noEmit"] },
  { name: "lint", command: ["eslint/bin/eslint.js", "--config", "tests/tools/eslint.config.js", "--max-warnings", "0", "src", "tests"] },
  { name: "import direction", command: ["dependency-cruiser/bin/dependency-cruise.mjs", "--output-type", "err-long", "src"] },
  { name: "unused code", command: ["knip/bin/knip.js", "--no-progress"] },
  { name: "build", command: ["webpack/bin/webpack.js"] },
];

const results = [];
const waiting = [...checks];
await Promise.all([worker(), worker()]);
const tests = await runTests();

const passed = results.filter((ok) => ok).length + tests.passed;
const failed = results.filter((ok) => !ok).length + tests.failed;
const skipped = tests.skipped === 0 ? "" : `, ${tests.skipped} skipped`;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped}`);

async function worker() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const started = Date.now();
    const { ok, output } = await run(check.command, "pipe");
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${ok ? "passed" : "FAILED"}  ${check.name} (${seconds} s)${ok ? "" : `\n${output}`}`);
    results.push(ok);
  }
}

async function runTests() {
  mkdirSync(`${root}.cache`, { recursive: true });
  rmSync(report, { force: true });
  const { ok } = await run(
    ["vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    "inherit",
  );
  return countTests(() => readFileSync(report, "utf8"), ok);
}

function run([script, ...args], stdio) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { cwd: root, stdio: ["ignore", stdio, stdio] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("close", (status) => resolve({ ok: status === 0, output }));
  });
}
