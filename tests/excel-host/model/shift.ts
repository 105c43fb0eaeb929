import type { Area } from "./area.ts";
import type { Sheet } from "./sheet.ts";

/** Inserts empty rows. Everything below moves down; blocks across the place grow. */
export function insertRows(sheet: Sheet, at: number, count: number): void {
  sheet.moveRows((row) => (row >= at ? row + count : row));
  moveAreas(sheet, (area) => inserted(area, at, count));
}

/** Deletes rows. Everything below moves up; blocks shrink or vanish. */
export function deleteRows(sheet: Sheet, at: number, count: number): void {
  sheet.moveRows((row) => (row < at ? row : row < at + count ? undefined : row - count));
  moveAreas(sheet, (area) => deleted(area, at, count));
}

type Move = (area: Area) => Area | undefined;

function moveAreas(sheet: Sheet, move: Move): void {
  const all = (areas: readonly Area[]) => areas.flatMap((area) => move(area) ?? []);
  sheet.merges = all(sheet.merges);
  if (sheet.filter !== undefined) sheet.filter = move(sheet.filter);
  for (const holder of [...sheet.rules, ...sheet.validations, ...sheet.tracked]) holder.areas = all(holder.areas);
  sheet.rules = sheet.rules.filter(({ areas }) => areas.length > 0);
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
}

/** The block after rows were inserted. */
export function inserted(area: Area, at: number, count: number): Area {
  if (at <= area.row) return { ...area, row: area.row + count };
  return at < area.row + area.rows ? { ...area, rows: area.rows + count } : area;
}

/** The block after rows were deleted; undefined if nothing of it is left. */
export function deleted(area: Area, at: number, count: number): Area | undefined {
  const end = area.row + area.rows;
  const lost = Math.max(0, Math.min(end, at + count) - Math.max(area.row, at));
  if (lost === area.rows) return undefined;
  const above = Math.max(0, Math.min(area.row, at + count) - at);
  return { ...area, row: area.row - above, rows: area.rows - lost };
}
