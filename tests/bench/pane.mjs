/* How much the pane loads and how fast it answers, in Chromium beside the stand-in Excel. */
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";
import { bundle } from "./bundle.mjs";
import { makeWorkbook } from "./make-workbook.mjs";
import { table } from "./report.mjs";

const folder = `${root}.cache/bench`;
const fileOf = (initiatives) => `${folder}/${initiatives}.xlsx`;
const [file, large] = [10_000, 20_000].map((initiatives) => ({ initiatives, file: fileOf(initiatives) }));

mkdirSync(folder, { recursive: true });
buildIfOld();
for (const each of [file, large]) if (!existsSync(each.file)) makeWorkbook(each.file, each.initiatives);
await bundle(
  fileURLToPath(new URL("measure-pane.ts", import.meta.url)),
  { path: folder, filename: "pane.mjs", module: true, library: { type: "module" } },
  { experiments: { outputModule: true }, externalsType: "module", externals: [/^[@a-z][^:]*$/] },
);
const { measurePane } = await import(`${folder}/pane.mjs`);
console.log((await measurePane(root, file.file, large)).map(table).join("\n\n"));
