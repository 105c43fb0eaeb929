import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../../../shared/corpus");

/** False where the workbooks of other programs are not at hand; the tests on them are skipped then. */
export const hasCorpus = existsSync(root);

/** Paths of all workbooks of the corpus, "folder/name". */
export function corpusPaths(): string[] {
  if (!hasCorpus) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.xls[xm]$/.test(path)).sort();
}

export function corpusBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(root, path)));
}
