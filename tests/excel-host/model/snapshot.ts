import { addressOf } from "./area.ts";
import type { Book } from "./book.ts";
import type { Cell } from "./cell.ts";
import type { Sheet } from "./sheet.ts";

/** Everything that a user could see of a workbook, as plain data. Two workbooks are the same if these are equal. */
export function snapshot(book: Book) {
  return {
    name: book.name,
    sheets: book.sheets.map(sheetSnapshot),
    names: structuredClone(book.names),
    settings: Object.fromEntries(book.settings),
    date1904: book.date1904,
    structureProtected: book.structureProtected,
    readOnly: book.readOnly,
    calculationMode: book.calculationMode,
    active: book.active.id,
    selection: addressOf(book.selection),
    undo: [...book.undo],
  };
}

export type Snapshot = ReturnType<typeof snapshot>;

function sorted(sizes: ReadonlyMap<number, number>): readonly (readonly [index: number, points: number])[] {
  return [...sizes].sort(([one], [other]) => one - other);
}

function sheetSnapshot(sheet: Sheet) {
  const cells: Record<string, Cell> = {};
  for (const [row, column, cell] of sheet.cells()) cells[addressOf({ row, column, rows: 1, columns: 1 })] = { ...cell };
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility,
    protection: structuredClone(sheet.protection),
    cells,
    hiddenRows: [...sheet.hiddenRows].sort((one, other) => one - other),
    filter: sheet.filter === undefined ? undefined : addressOf(sheet.filter),
    merges: sheet.merges.map(addressOf),
    rules: sheet.rules.map((rule) => ({ ...rule, areas: rule.areas.map(addressOf) })),
    // Sorted, since the order in which rules were set is not visible.
    validations: sheet.validations.map(({ areas, content }) => ({ areas: areas.map(addressOf).sort().join(), content })).sort((one, other) => one.areas.localeCompare(other.areas)),
    columnWidths: sorted(sheet.columnWidths),
    rowHeights: sorted(sheet.rowHeights),
    frozenRows: sheet.frozenRows,
    page: structuredClone(sheet.page),
    charts: structuredClone(sheet.charts),
    shapes: structuredClone(sheet.shapes),
    comments: [...sheet.comments],
  };
}
