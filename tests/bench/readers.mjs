/* Compares our reading and checking with other readers of the same files, in one run. `--xl` adds 200,000 initiatives. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";
import { bundle } from "./bundle.mjs";
import { makeWorkbook } from "./make-workbook.mjs";
import { compare, tabulate } from "./report.mjs";

const folder = `${root}.cache/bench`;
const here = fileURLToPath(new URL(".", import.meta.url));

const sizes = [
  { name: "S", initiatives: 25, rounds: 3, repeats: 25 },
  { name: "M", initiatives: 2_000, rounds: 3, repeats: 25 },
  { name: "L", initiatives: 20_000, rounds: 2, repeats: 25 },
  ...(process.argv.includes("--xl") ? [{ name: "XL", initiatives: 200_000, rounds: 1, repeats: 2 }] : []),
];
/** Runs after which V8 has compiled all that it will; the largest size has fewer. */
const warm = 15;
const jobs = ["inflate", "tenken", "tenken-fflate", "tenken-read", "tenken-check", "tenken-edit", "tenken-save", "sheetjs", "sheetjs-save", "exceljs"];

mkdirSync(folder, { recursive: true });
buildIfOld();
await bundle(`${here}ours.ts`, { path: folder, filename: "ours.cjs", library: { type: "commonjs2" } });

const results = [];
for (const size of sizes) {
  const file = `${folder}/${size.initiatives}.xlsx`;
  if (!existsSync(file)) makeWorkbook(file, size.initiatives);
  const runs = new Map();
  // Jobs alternate, so that a busy moment of the machine affects all of them.
  for (let round = 0; round < size.rounds; round += 1) {
    for (const job of jobs) note(runs, job, inProcess(job, file, size.repeats));
    note(runs, "node -e 0", wholeProcess(["-e", "0"]));
    note(runs, "node dist/cli.cjs", wholeProcess([`${root}dist/cli.cjs`, file]));
  }
  for (const [job, measured] of runs) results.push({ size: size.name, initiatives: size.initiatives, job, ...summary(measured) });
  console.error(`${size.name}: ${size.initiatives} initiatives measured`);
}
console.log(`${tabulate(results)}\n\n${compare(results)}`);

function note(runs, job, measured) {
  runs.set(job, [...(runs.get(job) ?? []), measured]);
}

function inProcess(job, file, repeats) {
  return parse(spawnSync(process.execPath, [`${here}job.mjs`, job, file, String(repeats)], { encoding: "utf8" }), 1, job);
}

/** Starts it several times in a round, since single starts of node differ by a third. */
function wholeProcess(args) {
  const starts = Array.from({ length: 3 }, () =>
    parse(spawnSync(process.execPath, ["--require", `${here}usage.cjs`, ...args], { encoding: "utf8", stdio: ["ignore", "ignore", "pipe", "pipe"] }), 3, args[0]),
  );
  return { cpu: starts.flatMap(({ cpu }) => cpu), peak: Math.max(...starts.map(({ peak }) => peak)) };
}

function parse(child, descriptor, what) {
  const text = child.output[descriptor];
  if (text === "") throw new Error(`${what}: ${child.stderr}`);
  return JSON.parse(text);
}

/** The least of the first runs, which are cold, and of the steady ones: what else the machine does only adds to them. The peak is that after a first run. */
function summary(measured) {
  return {
    cold: Math.min(...measured.map(({ cpu: [first] }) => first)),
    ms: Math.min(...measured.flatMap(({ cpu }) => cpu.slice(cpu.length > warm + 1 ? warm + 1 : 1))),
    peak: Math.max(...measured.map(({ peak }) => peak)),
  };
}
