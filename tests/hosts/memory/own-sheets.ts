import { readRecord } from "../../../src/core/input-rules/record.ts";
import { plannedStyles } from "../../../src/core/model/planned-styles.ts";
import type { FoundOwnSheet, PlannedCell, SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import { constantText, freeTag, readTag, reference, fingerprintName, sheetOf, textConstant } from "../../../src/core/model/sheet-tags.ts";
import { a1, type Block, type CellPlace } from "../../../src/core/model/address.ts";
import type { Area } from "../../excel-host/model/area.ts";
import type { Book } from "../../excel-host/model/book.ts";
import type { Sheet } from "../../excel-host/model/sheet.ts";

/** Our sheets in a book, known by their tags. */
export function foundOwnSheets(book: Book): readonly FoundOwnSheet[] {
  return book.names.flatMap(({ name, formula }) => {
    const tag = readTag(name);
    const sheet = book.find(sheetOf(formula.slice(1)) ?? "");
    if (tag === undefined || sheet === undefined) return [];
    const fingerprint = constantText(book.findName(fingerprintName(name))?.formula.slice(1) ?? "") ?? "";
    const of = tag.own === "choices" ? readRecord(formulasOf(sheet))?.sheets.flatMap((user) => book.find(user)?.id ?? []) : undefined;
    return [{ own: tag.own, sheet: sheet.id, name: sheet.name, fingerprint, hasAdditions: hasAdditions(sheet), ...(of && of.length > 0 && { of }) }];
  });
}

/** The formulas on a sheet. */
export function formulasOf(sheet: Sheet): readonly string[] {
  return [...sheet.cells()].flatMap(([, , { formula }]) => formula ?? []);
}

/** Fills an empty sheet according to a plan and tags it. */
export function fill(book: Book, sheet: Sheet, plan: SheetPlan): void {
  plan.rows.forEach((cells, row) => cells.forEach((cell, column) => cell && put(book, sheet, { row, column }, cell)));
  sheet.frozenRows = plan.frozenRows;
  sheet.filter = plan.filter ? areaOf(plan.filter) : undefined;
  sheet.charts = plan.charts.map(({ title, place, series }, index) => ({
    id: book.newId(), name: `tenken ${index + 1}`, type: "BarStacked100", title, legend: "Bottom", isReversed: true, place: areaOf(place),
    series: series.map(({ color, values }) => ({ name: "", values: areaOf(values), categories: undefined, color, labels: undefined })),
  }));
  const tag = freeTag(plan.own, new Set(book.names.map(({ name }) => name)));
  for (const [name, formula] of [[tag, reference(sheet.name, "$A$1")], [fingerprintName(tag), textConstant(plan.fingerprint)]] as const) {
    book.addName(name, `=${formula}`);
    book.changeName(name, { visible: false });
  }
  if (plan.isHidden === true) sheet.visibility = "Hidden";
}

/** Removes our tags from a sheet. */
export function removeTags(book: Book, sheet: Sheet): void {
  const ours = book.names.filter(({ name, formula }) => readTag(name) !== undefined && book.find(sheetOf(formula.slice(1)) ?? "") === sheet);
  for (const { name } of ours) for (const each of [name, fingerprintName(name)]) if (book.findName(each) !== undefined) book.changeName(each, undefined);
}

export function areaOf({ first, last }: Block): Area {
  return { row: first.row, column: first.column, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}

function put(book: Book, sheet: Sheet, { row, column }: CellPlace, { role, value, formula, link }: PlannedCell): void {
  const { numberFormat: format, fill: color, bold, size } = plannedStyles[role];
  const { look } = sheet.cell(row, column);
  sheet.put(row, column, {
    value: value ?? undefined,
    formula: formula === undefined ? undefined : `=${formula}`,
    format,
    fill: color ?? undefined,
    look: { ...look, bold, size },
    link: link && { documentReference: reference(book.find(link.sheet)?.name ?? "", a1(link.at)) },
  });
}


function hasAdditions({ charts, shapes, comments }: Sheet): boolean {
  return charts.some(({ name }) => !/^tenken \d+$/.test(name)) || shapes.length + comments.length > 0;
}
