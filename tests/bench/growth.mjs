/* Measures whether sheets of odd shapes cost more a row when they grow. Further words choose shapes by a part of their name. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { root } from "../../src/tools/build-if-old.mjs";
import { bundle } from "./bundle.mjs";
import { table } from "./report.mjs";

const folder = `${root}.cache/bench`;
const here = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);
const [, , command, name, rows] = process.argv;

if (command === "measure") {
  const check = require(`${folder}/shapes.cjs`).checkOf(name, Number(rows));
  const before = process.cpuUsage();
  check();
  console.log(process.cpuUsage(before).user / 1000);
} else {
  mkdirSync(folder, { recursive: true });
  await bundle(`${here}shapes.ts`, { path: folder, filename: "shapes.cjs", library: { type: "commonjs2" } });
  const { sizes } = require(`${folder}/shapes.cjs`);
  const chosen = process.argv.slice(process.argv.indexOf("growth") + 1);
  const lines = sizes
    .filter((shape) => chosen.length === 0 || chosen.some((word) => shape.name.includes(word)))
    .map(({ name: shape, small, large }) => {
      const [few, all] = [small, large].map((count) => measured(shape, count));
      return [shape, `${small}: ${few.toFixed(0)}`, `${large}: ${all.toFixed(0)}`, (all / large / (few / small)).toFixed(2)];
    });
  console.log(table([["sheet", "rows: CPU ms", "rows: CPU ms", "a row, against the smaller"], ...lines]));
}

/** User CPU of the first check in a process, in milliseconds; the least of two. */
function measured(shape, count) {
  const runs = [1, 2].map(() => Number(spawnSync(process.execPath, [`${here}growth.mjs`, "measure", shape, String(count)], { encoding: "utf8" }).stdout));
  return Math.min(...runs);
}
