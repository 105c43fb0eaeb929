import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PlannedCell, SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { GridBuilder, type Grid } from "../../../src/core/model/grid.ts";
import { atOnce } from "../../../src/core/model/pace.ts";
import type { Office } from "../../../src/core/summary/offices.ts";
import { summaryPlans } from "../../../src/core/summary/plans.ts";
import type { Language } from "../../../src/core/wording/language.ts";

const seedPath = fileURLToPath(new URL("../../../../shared/seed/asahi-evaluation.tsv", import.meta.url));

/** A real evaluation copied from a published table; undefined if it is not at hand. */
export const seed = existsSync(seedPath) ? readFileSync(seedPath, "utf8").split(/\r?\n/).map((line) => line.split("\t")) : undefined;

/** Another form, with four grades and one that judges nothing. */
export const fourStatuses = parseForm(readFileSync(new URL("../form/four-statuses.form.json", import.meta.url), "utf8"));

const day = { year: 2026, month: 11, day: 24 };

/** The sheets of these offices. */
export function plansOf(offices: readonly Office[], language: Language = "ja", form: Form = osakaWard) {
  const [digest, totals, review, findings] = atOnce(summaryPlans(offices, { form, language, day }));
  if (!digest || !totals || !review || !findings) throw new Error("four sheets are made");
  return { digest, totals, review, findings };
}

/** The sheet as read back after writing: formulas by their values, empty texts as empty cells. */
export function written(plan: SheetPlan, edit: (put: (row: number, column: number, value: string | number | undefined, format?: string) => void) => void = () => undefined): Grid {
  const cells = plan.rows.map((row) => row.map((cell) => cell?.value ?? undefined));
  const formats = new Map<string, string>();
  edit((row, column, value, format) => {
    while (cells.length <= row) cells.push([]);
    (cells[row] ??= [])[column] = value;
    if (format !== undefined) formats.set(`${row} ${column}`, format);
  });
  const builder = new GridBuilder();
  cells.forEach((row, index) => row.forEach((value, column) => builder.set(index, column, value, formats.get(`${index} ${column}`))));
  return builder.build({ id: plan.own, name: plan.name, hidden: false }, false);
}

/** The values of a row as one text. */
export function shown(row: readonly (PlannedCell | null)[] | undefined): string {
  return (row ?? []).map((cell) => describeCell(cell)).join(" | ").trimEnd();
}

function describeCell(cell: PlannedCell | null): string {
  const value = cell?.value ?? "";
  if (typeof value !== "number" || !/share/i.test(cell?.role ?? "")) return String(value);
  return `${(value * 100).toFixed(1)}%`;
}

/** The row whose first cell is this text, and the rows below it down to an empty one. */
export function tableBelow(plan: SheetPlan, caption: string): readonly string[] {
  const start = plan.rows.findIndex((row) => row[0]?.value === caption);
  if (start < 0) throw new Error(`no ${caption}`);
  const end = plan.rows.findIndex((row, index) => index > start && row.length === 0);
  return plan.rows.slice(start + 1, end < 0 ? undefined : end).map(shown);
}
