import { addAll } from "../model/many.ts";
import { isBlank } from "../form/reader.ts";
import { alike, type RowMarks, type RowSpan } from "./blocks.ts";
import { absentCode } from "./code-reading.ts";
import type { CodeKeys } from "./keys.ts";
import type { LevelCells } from "./level-cells.ts";
import { blockOf, type ItemBlock } from "./unit.ts";

/** 1 on the first rows of blocks of the levels above. */
type Starts = Uint8Array;

/** The blocks of a level whose codes name no other level: a block begins where its cells do, and where a block above it does. */
export function blocksAlone(cells: LevelCells, outer: Starts, marks: RowMarks, codes: CodeKeys): readonly ItemBlock[] {
  const { rows } = cells.table;
  const blocks: ItemBlock[] = [];
  let open: { readonly span: RowSpan; readonly row: number } | undefined;
  const close = (to: number) => {
    if (!open) return;
    const { from, own, reading, deviating } = open.span;
    blocks.push(blockOf(from, to, [], { own, reading, deviating, keys: codes.ofAll(reading.codes) }));
    open = undefined;
  };
  const begin = (index: number, row: number, own: boolean) => {
    close(index);
    open = { span: { from: index, to: index, own, reading: own ? cells.readCode(row) : absentCode, deviating: [] }, row };
  };
  rows.forEach(({ row, begins }, index) => {
    const filled = marks.own[index] === 1;
    const begun = outer[index] === 1 || begins === cells.depth;
    if (filled) {
      const isFilledDown = index > 0 && marks.own[index - 1] === 1;
      if (open?.span.own && !begun && saysAgain(cells, open.row, row, isFilledDown)) addAll(open.span.deviating, cells.deviating(open.row, row));
      else begin(index, row, true);
    } else if (marks.below[index] === 0 && marks.above[index] === 1) close(index);
    else if ((begun || !open) && marks.below[index] === 1) begin(index, row, cells.columns.length > 0);
  });
  close(rows.length);
  return blocks;
}

/**
 * True where a row below a block's first repeats its code or text, or has neither. Any other filled cell begins no block. A code that
 * is repeated below blank cells begins one where the text differs: it is another item with a wrong code.
 */
function saysAgain(cells: LevelCells, firstRow: number, row: number, isFilledDown: boolean): boolean {
  const { grid, reader, code, text } = cells;
  if (!code && !text) return cells.deviating(firstRow, row).length === 0;
  const telling = [code, text].filter((placed) => placed !== undefined && !isBlank(grid.value(row, placed.place)));
  return telling.slice(0, isFilledDown ? 1 : 2).every((placed) => placed && alike(grid.value(firstRow, placed.place), grid.value(row, placed.place), reader.fold));
}
