/// <reference types="office-js" />
import type { Block } from "../../../core/model/address.ts";

/** The cells of a block on a sheet. */
export function rangeOf(sheet: Excel.Worksheet, { first, last }: Block): Excel.Range {
  return sheet.getRangeByIndexes(first.row, first.column, last.row - first.row + 1, last.column - first.column + 1);
}

/** The sheets of a request by id: a second object for a sheet would make the request twice as long. */
export function sheetsOf({ workbook }: Excel.RequestContext): (id: string) => Excel.Worksheet {
  const known = new Map<string, Excel.Worksheet>();
  return (id) => {
    const sheet = known.get(id) ?? workbook.worksheets.getItem(id);
    known.set(id, sheet);
    return sheet;
  };
}
