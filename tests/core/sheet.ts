import { osakaWard } from "../../src/core/form/built-in.ts";
import type { Finding } from "../../src/core/model/finding.ts";
import type { Form } from "../../src/core/form/schema.ts";
import { a1 } from "../../src/core/model/address.ts";
import { GridBuilder, type CellNote, type CellValue, type Grid } from "../../src/core/model/grid.ts";
import { inspect, type Inspection } from "../../src/core/inspect.ts";
import { describeFinding } from "../../src/core/rules/say.ts";
import { languages } from "../../src/core/wording/language.ts";

/** Cells by A1 address. { date: serial } is a date with its number format; { number, format } is another formatted number. */
export type Cells = Readonly<Record<string, CellValue | { readonly date: number } | { readonly number: number; readonly format: string }>>;

/** What cells tell beside their values, by A1 address. */
export type Notes = Readonly<Record<string, CellNote>>;

const E = "有効であり、継続して推進";
const done = ["達成", "予定どおり実施", E];

/** A clean sheet in the seed's form: two issues, four strategies, eight initiatives, merged as in print (rows 4 to 11). */
export const cleanRows: readonly (readonly string[])[] = [
  ["経営課題", "めざす成果及び戦略", "", "", "", "", "具体的取組"],
  ["", "", "", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "資料2", "", "", "プロセス指標の達成状況", "", "戦略に対する取組の有効性", "資料2"],
  ["", "", "", "", "", "", "", "", "目標", "取組"],
  ["1 緑のまち", "1-1", "【公園】 ・公園を増やす。", "順調", E, "p.3", "1-1-1", "公園の整備", ...done, "p.1"],
  ["", "", "", "", "", "", "1-1-2", "花壇の手入れ", ...done, "p.2"],
  ["", "1-2", "【街路樹】 ・木を植える。", "順調", E, "p.5", "1-2-1", "植樹の促進", ...done, "p.4"],
  ["2 学びのまち", "2-1", "【図書館】 ・本に親しむ。", "順調", E, "p.9", "2-1-1", "蔵書の充実", ...done, "p.6"],
  ["", "", "", "", "", "", "2-1-2", "読書会の開催", ...done, "p.7"],
  ["", "", "", "", "", "", "2-1-3", "移動図書館", ...done, "p.8"],
  ["", "2-2", "【講座】 ・学び直しを助ける。", "順調", E, "p.12", "2-2-1", "夜間講座", ...done, "p.10"],
  ["", "", "", "", "", "", "2-2-2", "出前講座", ...done, "p.11"],
];

/** A grid of rows of text with some cells replaced; undefined empties a cell. */
export function gridOf(rows: readonly (readonly CellValue[])[], put: Cells = {}, date1904 = false, notes: Notes = {}): Grid {
  const builder = new GridBuilder();
  const replaced = new Map(Object.entries(put));
  const width = Math.max(14, ...rows.map((row) => row.length));
  for (let row = 0; row < rows.length + 6; row++) {
    for (let column = 0; column < width; column++) {
      const address = a1({ row, column });
      const value = replaced.has(address) ? replaced.get(address) : rows[row]?.[column];
      if (typeof value === "object" && "date" in value) builder.set(row, column, value.date, 'm"月"d"日"');
      else if (typeof value === "object" && "format" in value) builder.set(row, column, value.number, value.format);
      else builder.set(row, column, value);
      const noted = notes[address];
      if (noted) builder.note(row, column, noted);
    }
  }
  return builder.build({ id: "1", name: "評価シート", hidden: false }, date1904);
}

/** Inspects rows, which must hold a table. Every sentence is written once in each language, so that none lacks a fact. */
export function inspectRows(rows: readonly (readonly CellValue[])[], put: Cells = {}, form: Form = osakaWard, date1904 = false, notes: Notes = {}): Inspection {
  const inspection = inspect(gridOf(rows, put, date1904, notes), form);
  if (!inspection) throw new Error("no table found");
  for (const finding of inspection.findings) for (const language of languages) describeFinding(finding, form, language);
  return inspection;
}

/** A finding in the notation of these tests: "status-spelling D4 safe 順調". */
export function note(finding: Finding): string {
  const fix = finding.fix ? [finding.fix.safety, ...finding.fix.edits.map(({ at, to }, index) => (index === 0 ? to : `${a1(at)}=${to}`))] : [];
  return [finding.rule, a1(finding.at), ...fix].join(" ").trimEnd();
}
