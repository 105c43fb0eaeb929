import { largest, smallest } from "../model/many.ts";
import type { Block } from "../model/address.ts";
import type { FullInspection, Inspection } from "../model/finding.ts";
import type { AlignedTables } from "./aligned.ts";
import { byCell, inputRulesBack, ledBack, outlineBack, type WayBack } from "./way-back.ts";

/** The result of a check of several tables that were laid out as one, with the places of the real sheet. */
export function onSheet(inspection: Inspection, aligned: AlignedTables): Inspection {
  const { realOf } = aligned;
  const { table } = inspection;
  const row = aligned.tables[0]?.from ?? table.first.row;
  const columns = new Map([...table.columns].map(([id, column]) => [id, realOf({ row, column }).column]));
  return ledBack({ ...inspection, table: { ...table, columns } }, wayBack(aligned));
}

/** The same for a full result. */
export function fullyOnSheet(inspection: FullInspection, aligned: AlignedTables): FullInspection {
  const { outline, sections, inputRules } = inspection.overview;
  const overview = { outline: outlineBack(outline, wayBack(aligned)), sections, inputRules: inputRulesBack(inputRules, (block) => blocksOnSheet(block, aligned)) };
  return { ...onSheet(inspection, aligned), overview };
}

/** A title that was put together from several cells, or read without its mark, is never written. */
function wayBack(aligned: AlignedTables): WayBack {
  const { realOf, real, tablesIn, titlePlace } = aligned;
  return {
    placeOf: realOf,
    extentOf: (table) => extentOf(table, aligned),
    marked: ({ cells, firstRow, lastRow }) => ({ cells: cells.flatMap((block) => blocksOnSheet(block, aligned)), firstRow, lastRow }),
    compare: byCell,
    cellOf: ({ at: place, value }) => {
      const at = realOf(place);
      const isTitle = place.column === titlePlace;
      const isWritable = !isTitle || tablesIn(place.row, place.row).some(({ from, title }) => from === place.row && title?.isWhole === true);
      return { at, value: isTitle ? real.value(at.row, at.column) : value, isWritable };
    },
  };
}

/** From the first head to the last row, over the columns of all tables. */
function extentOf({ first, last }: Block, aligned: AlignedTables): Block {
  const blocks = blocksOnSheet({ first, last }, aligned);
  const columns = blocks.flatMap((block) => [block.first.column, block.last.column]);
  return { first: { row: first.row, column: smallest(columns) }, last: { row: last.row, column: largest(columns) } };
}

/** A block of the layout on the real sheet: a part for each table, without titles, notes and all heads but the first. The column of titles has none. */
function blocksOnSheet({ first, last }: Block, { tables, tablesIn, titlePlace }: AlignedTables): readonly Block[] {
  return tablesIn(first.row, last.row).flatMap((table) => {
    const { top, from, to, columns } = table;
    const rows = { from: Math.max(first.row, table === tables[0] ? top : from), to: Math.min(last.row, to) };
    if (rows.from > rows.to) return [];
    const parts: Block[] = [];
    for (let column = first.column; column <= last.column; column++) {
      const real = column === titlePlace ? -1 : (columns[column] ?? -1);
      const before = parts.at(-1);
      if (real < 0) continue;
      if (before?.last.column === real - 1) parts[parts.length - 1] = { first: before.first, last: { row: rows.to, column: real } };
      else parts.push({ first: { row: rows.from, column: real }, last: { row: rows.to, column: real } });
    }
    return parts;
  });
}
