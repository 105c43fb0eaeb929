import { unzipSync, zipSync } from "fflate";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../../../shared/corpus");

/** False if the workbooks of other programs are not at hand; tests on them are then skipped. */
export const hasCorpus = existsSync(root);

/** Paths of all workbooks of the corpus, "folder/name". */
export function corpusPaths(): string[] {
  if (!hasCorpus) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.xls[xm]$/.test(path)).sort();
}

export function corpusBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(root, path)));
}

/** One sheet of this workbook is larger than all others together: ten thousand rows, each a little longer than the last. */
const huge = "SheetJS/large_strings.xlsx";
let shortened: Uint8Array | undefined;

/** Like `corpusBytes`, but with only the first and last rows of the huge sheet; corpus.test.ts reads all of them. */
export function shortCorpusBytes(path: string): Uint8Array {
  if (path !== huge) return corpusBytes(path);
  shortened ??= zipSync(Object.fromEntries(Object.entries(unzipSync(corpusBytes(path))).map(([name, part]) => [name, withoutMiddle(part)])), { level: 1 });
  return shortened;
}

function withoutMiddle(part: Uint8Array): Uint8Array {
  if (part.length < 5_000_000) return part;
  const xml = Buffer.from(part);
  const rowEnd = "</row>";
  const [from, to] = [xml.indexOf(rowEnd, 500_000), xml.indexOf(rowEnd, xml.length - 500_000)];
  return Buffer.concat([xml.subarray(0, from), xml.subarray(to)]);
}
