/*
 * `npm test`: the static checks in parallel with the tests in Node, then the tests in the browser. It prints the time of
 * each part. `npm test -- unit` and `npm test -- browser` run one of the two, `npm test -- lint` or another static check
 * only that one, `npm test -- PATH …` the tests whose path contains it.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { needsInstall } from "../../src/tools/needs-install.mjs";
import { countTests } from "./count-tests.mjs";

needsInstall();

const root = fileURLToPath(new URL("../../", import.meta.url));
const projects = ["unit", "browser"];
const script = (path, ...words) => [`node_modules/${path}`, ...words];

const build = { name: "build", command: ["--input-type=module", "--eval", 'import { buildIfOld } from "./src/tools/build-if-old.mjs"; buildIfOld();'] };

/** Each counts as one test, and so does the build. */
const checks = [
  { name: "types", command: script("typescript-native/bin/tsc", "--noEmit") },
  { name: "lint", command: script("oxlint/bin/oxlint", "--config", "tests/tools/oxlint.config.mjs", "src", "tests") },
  { name: "import direction", command: script("dependency-cruiser/bin/dependency-cruise.mjs", "--output-type", "err-long", "src") },
  { name: "unused code", command: script("knip/bin/knip.js", "--no-progress") },
];

const started = Date.now();
const asked = process.argv.slice(2);
mkdirSync(`${root}.cache`, { recursive: true });
const parts = await (asked.length === 0 ? runAll() : runAsked());

const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
process.exitCode = sum("failed") === 0 ? 0 : 1;
for (const { name, seconds, passed, failed } of parts) console.log(`${seconds.padStart(6)} s  ${name}: ${passed} passed, ${failed} failed`);
console.log(`${secondsSince(started).padStart(6)} s  in all`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed${sum("skipped") === 0 ? "" : `, ${sum("skipped")} skipped`}`);

/** Runs the checks in sequence, beside the build and the tests in Node. The tests in the browser have the machine to themselves. */
async function runAll() {
  const [checked, built] = await Promise.all([inTurn(checks.map((check) => () => runCheck(check))), inTurn([() => runCheck(build), () => runTests("unit")])]);
  return [...checked, ...built, await runTests("browser")];
}

async function runAsked() {
  const named = projects.filter((project) => asked.includes(project));
  const checked = checks.filter(({ name }) => asked.includes(name));
  const paths = asked.filter((word) => !projects.includes(word) && !checks.some(({ name }) => name === word));
  const tests = named.length > 0 ? named.map((project) => () => runTests(project, paths)) : paths.length > 0 ? [() => runTests("tests", paths)] : [];
  return inTurn([...checked.map((check) => () => runCheck(check)), ...tests]);
}

async function inTurn(works) {
  const results = [];
  for (const work of works) results.push(await work());
  return results;
}

async function runCheck({ name, command }) {
  const begun = Date.now();
  const { ok, output } = await run(command, "pipe");
  if (!ok) console.log(`FAILED  ${name}\n${output}`);
  return { name, seconds: secondsSince(begun), passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Runs the tests of one project, or of all if `name` is undefined. */
async function runTests(name, words = []) {
  const begun = Date.now();
  const report = `${root}.cache/${name}.json`;
  rmSync(report, { force: true });
  const project = projects.includes(name) ? ["--project", name] : [];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { ok } = await run(script("vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", ...project, ...reporters, ...words), "inherit");
  return { name, seconds: secondsSince(begun), ...countTests(() => readFileSync(report, "utf8"), ok) };
}

function run(words, stdio) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", stdio, stdio] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("close", (status) => resolve({ ok: status === 0, output }));
  });
}

function secondsSince(time) {
  return ((Date.now() - time) / 1000).toFixed(1);
}
