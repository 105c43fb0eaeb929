import { cellCount, intersection, type Area } from "./area.ts";
import type { Book } from "./book.ts";
import type { Sheet, Validation } from "./sheet.ts";
import { refuseProtected } from "./write.ts";

/** The rule that all cells of some blocks share: "none", "some" if only some have one, "several" if they differ, otherwise its content. */
export function contentOf(sheet: Sheet, areas: readonly Area[]): "none" | "some" | "several" | { readonly content: string } {
  const contents = new Set<string>();
  let covered = 0;
  for (const validation of sheet.validations) {
    const cells = areas.flatMap((area) => validation.areas.map((each) => intersection(each, area))).reduce((sum, area) => sum + (area === undefined ? 0 : cellCount(area)), 0);
    if (cells > 0) contents.add(validation.content);
    covered += cells;
  }
  const [content] = contents;
  if (content === undefined) return "none";
  if (covered < areas.reduce((sum, area) => sum + cellCount(area), 0)) return "some";
  return contents.size > 1 ? "several" : { content };
}

/** Replaces the rule of each cell with one made from it; undefined removes it. @throws {ExcelError} AccessDenied */
export function writeValidation(book: Book, sheet: Sheet, areas: readonly Area[], change: (content: string | undefined) => string | undefined): void {
  refuseProtected(book, sheet);
  for (const area of areas) {
    const kept: Validation[] = [];
    const touched: Validation[] = [];
    for (const { areas: all, content } of sheet.validations) {
      const rest = all.flatMap((each) => without(each, area));
      if (rest.length > 0) kept.push({ areas: rest, content });
      const inside = all.flatMap((each) => intersection(each, area) ?? []);
      if (inside.length > 0) touched.push({ areas: inside, content });
    }
    const free = touched.reduce<readonly Area[]>((open, one) => open.flatMap((each) => one.areas.reduce<readonly Area[]>((parts, taken) => parts.flatMap((part) => without(part, taken)), [each])), [area]);
    const changed = [...touched.map((one) => ({ areas: one.areas, content: change(one.content) })), ...(free.length > 0 ? [{ areas: free, content: change(undefined) }] : [])];
    sheet.validations = [...kept, ...changed.flatMap(({ areas: of, content }) => (content === undefined ? [] : [{ areas: of, content }]))];
  }
}

/** The parts of a block outside another. */
function without(area: Area, taken: Area): readonly Area[] {
  const common = intersection(area, taken);
  if (common === undefined) return [area];
  const parts = [
    { ...area, rows: common.row - area.row },
    { ...area, row: common.row + common.rows, rows: area.row + area.rows - common.row - common.rows },
    { row: common.row, rows: common.rows, column: area.column, columns: common.column - area.column },
    { row: common.row, rows: common.rows, column: common.column + common.columns, columns: area.column + area.columns - common.column - common.columns },
  ];
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
