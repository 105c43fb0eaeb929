/* Measures how much the pane loads and how fast it answers, in Chromium with the stand-in for Excel. */
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";
import { bundle } from "./bundle.mjs";
import { makeWorkbook } from "./make-workbook.mjs";
import { table } from "./report.mjs";

const folder = `${root}.cache/bench`;
const books = [
  { initiatives: 10_000, faulty: true },
  { initiatives: 20_000, unknown: true },
  { initiatives: 20_000 },
  { initiatives: 20_000, faulty: true },
].map((book) => ({ ...book, file: `${folder}/${book.initiatives}${book.faulty ? "-faulty" : ""}${book.unknown ? "-unknown" : ""}.xlsx` }));
const [faulty, unknown, ...large] = books;

mkdirSync(folder, { recursive: true });
buildIfOld();
for (const book of books) if (!existsSync(book.file)) makeWorkbook(book.file, book.initiatives, book);
await bundle(
  fileURLToPath(new URL("measure-pane.ts", import.meta.url)),
  { path: folder, filename: "pane.mjs", module: true, library: { type: "module" } },
  { experiments: { outputModule: true }, externalsType: "module", externals: [/^[@a-z][^:]*$/] },
);
const { measurePane } = await import(`${folder}/pane.mjs`);
console.log((await measurePane(root, { faulty: faulty.file, unknown: unknown.file, large: large.map(({ file }) => file) })).map(table).join("\n\n"));
