/* Measures what files of hostile kinds cost: in the terminal and in the workbench. Further words choose kinds by a part of their name. */
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";
import { bundle } from "./bundle.mjs";
import { inTerminal } from "./in-terminal.mjs";
import { table } from "./report.mjs";

const folder = `${root}.cache/bench/hostile`;
const here = fileURLToPath(new URL(".", import.meta.url));
const chosen = process.argv.slice(process.argv.indexOf("hostile") + 1);

mkdirSync(folder, { recursive: true });
buildIfOld();
await bundle(
  `${here}measure-hostile.ts`,
  { path: folder, filename: "measure.mjs", module: true, library: { type: "module" } },
  { experiments: { outputModule: true }, externalsType: "module", externals: [/^[@a-z][^:]*$/] },
);
const { hostileFiles, measureInPage } = await import(`${folder}/measure.mjs`);
const kinds = hostileFiles.filter(({ kind }) => chosen.length === 0 || chosen.some((word) => kind.includes(word)));
const paths = new Map(kinds.map(({ kind }) => [kind, `${folder}/${kind.replaceAll(/[^a-z0-9.]+/gi, "-")}.xlsx`]));
for (const { kind, bytes } of kinds) if (!existsSync(paths.get(kind))) writeFileSync(paths.get(kind), bytes());

const bare = inTerminal(["-e", "0"]);
const inTerminals = kinds.map(({ kind, by }) => {
  const out = `${folder}/out`;
  rmSync(out, { recursive: true, force: true });
  const marking = by === "marking" ? ["mark", "--out", out] : ["check"];
  const { seconds, cpu, peak, says } = inTerminal([`${root}dist/cli.cjs`, ...marking, paths.get(kind)]);
  return [kind, seconds.toFixed(2), cpu.toFixed(2), (peak - bare.peak).toFixed(0), says];
});
console.log(`${table([["terminal", "s", "CPU s", "MB above node", "says"], ...inTerminals])}\n`);

const inPages = [];
const kindOf = new Map([...paths].map(([kind, path]) => [path, kind]));
const plain = `${folder}/sound.xlsx`;
copyFileSync(`${root}assets/samples/sample.xlsx`, plain);
await measureInPage(root, [plain, ...paths.values()], (path, { seconds, task, peak, says }) => {
  inPages.push([kindOf.get(path) ?? "(the sample)", seconds.toFixed(2), task.toFixed(0), peak.toFixed(0), says]);
});
console.log(table([["workbench", "s", "longest task ms", "peak MB", "shows"], ...inPages]));
