import type { Change, WriteSheet } from "../../../src/core/model/changes.ts";
import type { OwnSheet, PlannedCell, SheetPlan } from "../../../src/core/model/sheet-plan.ts";

/** Texts that a spreadsheet would interpret. */
export const dangerous = ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "＝1", "'quoted", "\ttab", "1-2", "2026/4/1", "007", "TRUE", "50%"];

export const text = (value: string, role: PlannedCell["role"] = "text"): PlannedCell => ({ role, value });

/** A small list with a total, a link to each row's cell on `sheet`, and optionally a chart. */
export function listPlan(own: OwnSheet, name: string, { sheet = "", rows = dangerous, fingerprint = "seal-1", chart = false } = {}): SheetPlan {
  const table = rows.map((each, index): readonly (PlannedCell | null)[] => [
    { role: "text", value: `A${index + 1}`, link: { sheet, at: { row: index, column: 0 } } },
    text(each),
    { role: "count", value: index },
    { role: "input", value: null },
  ]);
  const last = { row: rows.length + 1, column: 3 };
  return {
    own,
    name,
    widths: [10, 40, 8, 24],
    rows: [
      [text("題名", "title")],
      ["セル", "内容", "数", "担当・期限"].map((each) => text(each, "header")),
      ...table,
      [text("計", "totalText"), null, { role: "totalCount", value: 66, formula: `SUM(C3:C${rows.length + 2})` }, { role: "totalShare", value: 1, formula: "1" }],
    ],
    frozenRows: 2,
    repeatedRows: { first: 1, last: 1 },
    pageBreaks: [4],
    filter: { first: { row: 1, column: 0 }, last },
    footer: "A&B区",
    charts: chart
      ? [
          {
            title: "割合（表は左）",
            alternative: "",
            place: { first: { row: 1, column: 5 }, last: { row: 12, column: 10 } },
            categories: { first: { row: 2, column: 1 }, last: { row: 3, column: 1 } },
            series: [
              { name: { row: 1, column: 2 }, values: { first: { row: 2, column: 2 }, last: { row: 3, column: 2 } }, color: "#2A6F97", font: "#FFFFFF" },
              { name: { row: 1, column: 3 }, values: { first: { row: 4, column: 2 }, last: { row: 5, column: 2 } }, color: "#F4A259", font: "#1F1F1F" },
            ],
          },
        ]
      : [],
    inputColumns: [3],
    fingerprint,
  };
}

export function write(plan: SheetPlan, replaces?: string, after?: string): WriteSheet {
  return { kind: "write-sheet", plan, replaces, after };
}

export function remove(sheet: string): Change {
  return { kind: "delete-sheet", sheet };
}
