import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { utils, write } from "@e965/xlsx";

/** A real evaluation copied from a published table. It is kept beside the project, not in it. */
export const seed = fileURLToPath(new URL("../../../shared/seed/asahi-evaluation.tsv", import.meta.url));
export const hasSeed = existsSync(seed);

/** The evaluation as it was before it was copied: header cells above their columns, blocks merged down. */
export function mergedSeed(): Uint8Array {
  const lines = readFileSync(seed, "utf8").split(/\r?\n/).map((line) => line.split("\t"));
  const data = lines.slice(17, 32).map((row) => (row[6] === "" ? row.slice(1) : row).slice(0, 12));
  const set = (row: number, text: string) => {
    const cells = data[row];
    if (cells) cells[0] = text;
  };
  set(10, data[12]?.[0] ?? "");
  set(12, "");
  set(13, "4 安全で安心なまち");
  const header = [
    ["経営課題", "めざす成果及び戦略", "", "", "", "", "具体的取組", "", "", "", "", ""],
    ["", "", "", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "資料2", "", "", "プロセス指標の達成状況", "", "戦略に対する取組の有効性", "資料2"],
    ["", "", "", "", "", "", "", "", "目標", "取組", "", ""],
  ];
  const rows = [...header, ...data];
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === "" ? null : cell))));
  sheet["!merges"] = [0, 1, 2, 3, 4, 5].flatMap((column) => mergesOf(rows, column));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "総括表");
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new Error("no bytes");
  return bytes;
}

/** Every filled cell of a block's column, merged down to the row before the next one. */
function mergesOf(rows: readonly (readonly string[])[], column: number) {
  const starts = rows.flatMap((row, index) => (index >= 3 && row[column] !== "" ? [index] : []));
  return starts.flatMap((start, index) => {
    const end = (starts[index + 1] ?? rows.length) - 1;
    return end > start ? [{ s: { r: start, c: column }, e: { r: end, c: column } }] : [];
  });
}
