import { parseForm } from "../../src/core/form/parse.ts";
import type { Form } from "../../src/core/form/schema.ts";
import { osakaWard } from "../../src/core/form/built-in.ts";
import type { CellValue } from "../../src/core/model/grid.ts";
import type { RuleId } from "../../src/core/rules/index.ts";
import type { Wording } from "../../src/core/wording/language.ts";
import { cleanRows, type Cells, type Notes } from "../core/sheet.ts";
import { examples as forms } from "./forms-page.ts";

type Rows = readonly (readonly CellValue[])[];

/** One sheet before and after it is corrected. */
export interface RuleExample {
  /** What is changed of the rows: first wrong, then right. */
  readonly put: Cells;
  readonly then?: Cells;
  /** Without them the small sheet of the tests. Rows of their own for what is right, where rows or columns move. */
  readonly rows?: Rows;
  readonly rowsThen?: Rows;
  readonly form?: Form;
  /** What the wrong cells tell beside their values, and how the manual says it. */
  readonly notes?: Notes;
  readonly noted?: Wording;
  /** The cells, or ranges of one row, to show; without them those that change. */
  readonly show?: readonly string[];
}

const statusColumn = 3;
const twice = (header: string) => cleanRows.map((row, index) => row.toSpliced(statusColumn + 1, 0, index === 1 ? header : (row[statusColumn] ?? "")));

/** The clean sheet with a row below its sixth, for what a name goes on with. */
const goingOn = (name: string, rest: string) => cleanRows.flatMap((row, index) => (index === 5 ? [row.with(7, name), row.map((_, column) => (column === 7 ? rest : ""))] : [row]));

const rates = parseForm(JSON.stringify(forms.find(({ id }) => id === "rates")?.form));
const rated: Rows = [
  ["施策コード", "施策名", "指標", "目標値", "実績値", "評価", "遅れの理由"],
  ["K1", "子育て", "保育所の定員", 100, 92, "B", ""],
  ["", "", "相談の件数", 200, 210, "A", ""],
  ["K2", "防災", "訓練の回数", 12, 6, "C", "雨で中止が続いたため。"],
];

const empty = (...cells: readonly string[]): Cells => Object.fromEntries(cells.map((cell) => [cell, undefined]));

/** For each rule a sheet with just its fault, and the same without any: what the manual shows is tried by a test. */
export const ruleExamples: Readonly<Record<RuleId, RuleExample>> = {
  "column-missing": { rows: cleanRows.map((row) => row.toSpliced(8, 1)), rowsThen: cleanRows, put: {}, show: ["I3:J3"] },
  "column-doubtful": { rows: twice("アウトカム指標の達成状況"), rowsThen: twice("アウトカム指標の達成状況（前年度）"), put: {}, show: ["D2:E2"] },
  "row-broken": { rows: goingOn("植樹の促進", "と手入れ"), rowsThen: goingOn("植樹の促進と手入れ", ""), put: {}, show: ["H6", "H7"] },
  "code-format": { put: { G5: "未定" } },
  "code-spelling": { put: { G5: "１－１－２" } },
  "code-date": { put: { B6: { date: 46_024 } } },
  "code-duplicate": { put: { G9: "2-1-2" } },
  "code-parent": { put: { G6: "1-1-3" } },
  "code-sequence": { put: { G11: "2-2-3" } },
  "parent-missing": { put: empty("A7") },
  "label-misplaced": { put: { A7: undefined, A10: "2 学びのまち" } },
  "children-missing": { put: empty("G6", "H6", "I6", "J6", "K6", "L6"), show: ["G6:H6"] },
  "status-missing": { put: empty("I5") },
  "status-spelling": { put: { J5: "予定通り実施" } },
  "status-column": { put: { I5: "予定どおり実施" } },
  "status-unknown": { put: { I5: "良好" } },
  "page-missing": { put: empty("L5") },
  "page-format": { put: { L5: "別紙参照" } },
  "page-spelling": { put: { L9: "ｐ．８" } },
  "page-order": { put: { L8: "p.70" } },
  "text-missing": { put: empty("H5") },
  "text-required": { form: rates, rows: rated, put: empty("G4") },
  "cell-error": { put: { I5: { error: "#REF!" } } },
  "text-spacing": { put: { H4: "　公園の整備" } },
  "title-missing": { put: { C6: "・木を植える。" } },
  "outcome-effectiveness": { put: { E6: "有効でないため、戦略を見直す" }, show: ["D6", "E6"] },
  "target-action": { put: { J5: "予定どおり実施しなかった" }, show: ["I5", "J5"] },
  "initiatives-outcome": { put: { I4: "未達成", I5: "未達成" }, then: { I4: "未達成" }, show: ["D4", "I4", "I5"] },
  "status-derived": { form: rates, rows: rated, put: { F2: "A" }, show: ["D2:F2"] },
  "not-calculated": { put: empty("I5"), notes: { I5: "not-calculated" }, noted: { ja: "数式だけがあり、計算結果がない", en: "a formula alone, without a result" } },
  "text-struck": { put: { D4: "順調" }, notes: { D4: "struck" }, noted: { ja: "この文字の前に、取り消し線の付いた文字が残っている", en: "letters that are struck through still stand before it" } },
  "text-broken": { put: { H4: "公園の\ufffd備" } },
  "text-letters": { put: { H5: "\u2fbc木の手入れ" }, then: { H5: "高木の手入れ" } },
};

/** The form and the two sheets of an example. */
export function sheetsOf({ put, then = {}, rows = cleanRows, rowsThen = rows, form = osakaWard, notes }: RuleExample) {
  return { form, before: [rows, put, form, false, notes] as const, after: [rowsThen, then, form] as const };
}
