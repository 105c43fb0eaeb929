import { workbookOf } from "./form-sheets.ts";

/** A workbook with several tables on its sheet, and the truth about it. */
export interface TableSample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Number of items on each level. */
  readonly counts: readonly number[];
  /** All findings: cell, rule, severity. */
  readonly truth: readonly string[];
}

const head = ["番号", "事業名", "担当課", "評価"];
const things = ["道路の補修", "公園の美化", "ごみの減量", "窓口の改善", "広報紙の発行", "図書館の利用", "学校給食", "子育て相談", "見守り活動", "防災訓練", "商店街の支援", "観光案内"];
const grades = ["A", "B", "A", "B", "C", "A", "B", "A", "A", "B", "A", "B"];
const item = (number: number) => [String(number), things[number - 1] ?? "", "企画課", grades[number - 1] ?? ""];
const items = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => item(first + index));
const legend = ["※評価　A：高い　B：普通　C：低い"];

/** Three tables one below another, each below its title. Data in rows 4 to 7, 11 to 14 and 18 to 21. */
const below = [
  ["令和6年度　事務事業評価"],
  ...["施策1　福祉", "施策2　安全安心", "施策3　環境"].flatMap((title, index) => [[title], head, ...items(index * 4 + 1, index * 4 + 4), []]),
  legend,
];

/** Two tables beside each other, the right one a row lower and its grades under another word. Data in A4:D9 and F5:I10. */
const stairs = [
  ["令和6年度　事務事業評価"],
  [],
  head,
  ...items(1, 6).map((left, index) => [...left, "", ...(index === 0 ? [...head.slice(0, 3), "総合評価"] : item(index + 6))]),
  ["", "", "", "", "", ...item(12)],
  legend,
];

/** Two tables beside each other. Data in A4:D9 and F4:I9. */
const beside = [["令和6年度　事務事業評価"], [], [...head, "", ...head], ...items(1, 6).map((left, index) => [...left, "", ...item(index + 7)]), [], legend];

export const tableSamples: readonly TableSample[] = [
  {
    name: "縦に並ぶ表",
    bytes: workbookOf("評価", below, { D5: "Ａ", D12: "X" }),
    counts: [3, 12],
    truth: ["D5 status-spelling warning", "D12 status-unknown error"],
  },
  {
    name: "横に並ぶ表",
    bytes: workbookOf("評価", beside, { D4: "Ａ", F6: "3" }),
    counts: [12],
    truth: ["D4 status-spelling warning", "F6 code-duplicate error"],
  },
  {
    name: "段違いに並ぶ表",
    bytes: workbookOf("評価", stairs, { D4: "Ａ", I6: "X", F8: "3" }),
    counts: [12],
    truth: ["D4 status-spelling warning", "I6 status-unknown error", "F8 code-duplicate error"],
  },
];
