import { verdictLines } from "../fixes/verdict.ts";
import { withoutFormula } from "../model/cell-text.ts";
import { officeFindings } from "./findings-sheet.ts";
import type { ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";

/** 「指摘一覧」 as texts, for paper and the clipboard. */
export interface FindingsTable {
  readonly title: string;
  /** The lines above the table. */
  readonly notes: readonly string[];
  readonly header: readonly string[];
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  /** A row for each finding, in the order of the findings. */
  readonly rows: readonly (readonly string[])[];
}

/** The list of an evaluation's findings. @param shown those to list; the verdict counts all */
export function findingsTable(office: ReadOffice, shown: ReadOffice["inspection"]["findings"], options: SummaryOptions): FindingsTable {
  const plan = officeFindings(office, shown, options);
  const texts = plan.rows.map((row) => row.map((cell) => String(cell?.value ?? "")));
  const first = plan.frozenRows - 1;
  const [[title = ""] = [], ...notes] = texts.slice(0, first);
  return {
    title,
    notes: [...verdictLines([office.inspection], options.language), ...notes.flatMap(([note]) => note ?? [])],
    header: texts[first] ?? [],
    widths: plan.widths,
    rows: texts.slice(first + 1),
  };
}

/** The table for the clipboard, a line a row. */
export function tabbed({ header, rows }: FindingsTable): string {
  const field = (text: string) => withoutFormula(text).replaceAll(/[\t\r\n"]/g, " ");
  return [header, ...rows].map((row) => row.map(field).join("\t")).join("\n");
}
