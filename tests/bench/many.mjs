/*
 * Measures what a hundred files cost, opened together in the workbench and checked in the terminal: ordinary ones alone, then with an empty one, one without a
 * table, a broken one and hostile ones among them. Then three hundred in the terminal, on one core and on all.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";
import { bundle } from "./bundle.mjs";
import { makeWorkbook } from "./make-workbook.mjs";
import { inTerminal } from "./in-terminal.mjs";
import { table } from "./report.mjs";

const folder = `${root}.cache/bench/many`;
const here = fileURLToPath(new URL(".", import.meta.url));
const all = 100;

mkdirSync(folder, { recursive: true });
buildIfOld();
await bundle(
  `${here}measure-many.ts`,
  { path: folder, filename: "measure.mjs", module: true, library: { type: "module" } },
  { experiments: { outputModule: true }, externalsType: "module", externals: [/^[@a-z][^:]*$/] },
);
const { makeOffices, hostileFiles, measureMany } = await import(`${folder}/measure.mjs`);
const offices = makeOffices().filter(({ holds, name }) => holds !== null && name.endsWith(".xlsx"));
const kept = (name, bytes) => {
  writeFileSync(`${folder}/${name}`, bytes);
  return `${folder}/${name}`;
};
const ordinary = Array.from({ length: all }, (_, index) => kept(`${String(index + 1).padStart(3, "0")}.xlsx`, offices[index % offices.length].bytes));
const odd = [
  kept("empty.csv", ""),
  kept("no-table.csv", "a,b\n1,2\n"),
  kept("broken.xlsx", "no workbook"),
  ...hostileFiles.filter(({ kind }) => ["4.8 million numbers", "a cell of 100 MB"].includes(kind)).map(({ bytes }, index) => kept(`hostile-${index}.xlsx`, bytes())),
];
const mixed = [...odd, ...ordinary.slice(0, all - odd.length)];
const rows = [];
const inTerminals = [];
for (const [name, files, count] of [["ordinary", ordinary, all], ["with odd ones among them", mixed, all - odd.length]]) {
  const { ordinary: listed, all: answered, main, cpu, workers, task, before, peak, says } = await measureMany(root, files, count);
  rows.push([name, String(files.length), listed.toFixed(2), answered.toFixed(2), main.toFixed(2), cpu.toFixed(2), String(workers), task.toFixed(0), before.toFixed(0), peak.toFixed(0)]);
  const { seconds, cpu: ownCpu, peak: ownPeak } = inTerminal([`${root}dist/cli.cjs`, "check", ...files]);
  inTerminals.push([name, String(files.length), seconds.toFixed(2), ownCpu.toFixed(2), ownPeak.toFixed(0)]);
  for (const line of says) console.log(`says  ${line.slice(0, 140)}`);
}
console.log(`${table([["workbench", "files", "s to the ordinary ones", "s to the last", "main thread CPU s", "page CPU s", "workers", "longest task ms", "MB before", "peak MB"], ...rows])}\n`);
console.log(table([["terminal", "files", "s", "CPU s", "peak MB"], ...inTerminals]));

const onCores = [];
for (const [size, initiatives] of [["S", 25], ["M", 2_000]]) {
  const first = `${folder}/${size}.xlsx`;
  makeWorkbook(first, initiatives);
  const files = Array.from({ length: 300 }, (_, index) => `${folder}/${size}-${index}.xlsx`);
  files.forEach((file) => copyFileSync(first, file));
  const run = (core) => Math.min(...[1, 2, 3].map(() => inTerminal([`${root}dist/cli.cjs`, "check", ...files], core).seconds));
  const [one, every] = [run(0), run(undefined)];
  onCores.push([size, String(files.length), one.toFixed(2), every.toFixed(2), (one / every).toFixed(2)]);
}
console.log(`\n${table([["terminal", "files", "s on one core", `s on ${availableParallelism()}`, "ratio"], ...onCores])}`);
