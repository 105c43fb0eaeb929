/*
 * `npm run fuzz -- MINUTES [SEED]`: tries packages, parts, text files, forms and kept texts that chance has changed. A case that ends with an error
 * that is no refusal, takes more than two seconds of work, or more than 512 MB, is told with its kind and seed and the process ends with 1: its line
 * belongs into tests/fuzz/found.test.ts, which tries it again.
 */
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { bundle } from "../bench/bundle.mjs";

const [minutes = 1, first = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number);
const folder = fileURLToPath(new URL("../../.cache/fuzz/", import.meta.url));
const seconds = 2;

await bundle({ cases: fileURLToPath(new URL("cases.ts", import.meta.url)) }, { path: folder, filename: "[name].cjs", library: { type: "commonjs2" } });

let worker = start();
const outcomes = new Map();
const found = [];
const kinds = ["package", "part", "text", "form", "kept"];
const ends = Date.now() + minutes * 60_000;
let seed = first;
let cases = 0;

for (; Date.now() < ends; seed++) {
  const kind = kinds[seed % kinds.length];
  const before = process.cpuUsage();
  const outcome = await tried(kind, seed);
  const used = process.cpuUsage(before);
  const work = (used.user + used.system) / 1e6;
  cases++;
  const said = outcome.startsWith("!") ? outcome : work > seconds ? `! ${work.toFixed(1)} s` : outcome;
  outcomes.set(`${kind} ${said.startsWith("!") ? "FOUND" : said}`, (outcomes.get(`${kind} ${said.startsWith("!") ? "FOUND" : said}`) ?? 0) + 1);
  if (!said.startsWith("!")) continue;
  found.push({ kind, seed });
  console.log(JSON.stringify({ kind, seed, what: said.slice(2, 600) }));
}

await worker.terminate();
console.log(`${cases} cases in ${minutes} min, seeds ${first} to ${seed - 1}, ${found.length} found`);
for (const [what, count] of [...outcomes].sort()) console.log(`${String(count).padStart(8)}  ${what}`);
process.exitCode = found.length === 0 ? 0 : 1;

function start() {
  return new Worker(new URL("worker.mjs", import.meta.url), { workerData: `${folder}cases.cjs`, resourceLimits: { maxOldGenerationSizeMb: 512 } });
}

/** What became of a case; begins with "!" where it is a finding. A worker that does not answer is ended. */
function tried(kind, seed) {
  return new Promise((resolve) => {
    const own = worker;
    const done = (outcome) => {
      clearTimeout(timer);
      own.off("message", done).off("error", failed);
      if (outcome.startsWith("! no answer") || outcome.startsWith("! ended")) {
        void own.terminate();
        worker = start();
      }
      resolve(outcome);
    };
    const failed = (error) => done(`! ended: ${error.message}`);
    const timer = setTimeout(() => done("! no answer in 30 s"), 30_000);
    own.once("message", done);
    own.once("error", failed);
    own.postMessage({ kind, seed });
  });
}
