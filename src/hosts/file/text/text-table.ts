import { maxColumns, maxRows } from "../../../core/model/address.ts";
import { GridBuilder, type Grid, type SheetInfo } from "../../../core/model/grid.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { Pace, refuseAborted } from "../../../core/model/pace.ts";
import { signalOf } from "../read/relations.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import type { Layout } from "./delimiter.ts";
import { FieldReader, type Field } from "./fields.ts";

/** The grid of a delimited text: every line is a row, every value a text. @throws {Refusal} too-large, cancelled */
export async function readTextTable(text: string, layout: Layout, sheet: SheetInfo, watch: Watch = {}): Promise<Grid> {
  const builder = new GridBuilder();
  // Rows and cells are counted first where they may be too many, since as many as there may be take 200 MB.
  if (hasMore(text, "\n", maxRows) || hasMore(text, "\r", maxRows) || hasMore(text, layout.delimiter, limits.cells)) await eachField(text, layout, signalOf(watch), () => undefined);
  await eachField(text, layout, watch, (field) => {
    builder.set(field.row, field.column, field.text);
    if (field.isOpen) builder.note(field.row, field.column, "open-quote");
  });
  watch.onProgress?.(1);
  return builder.build(sheet, false);
}

async function eachField(text: string, { delimiter, start }: Layout, watch: Watch, take: (field: Field) => void): Promise<void> {
  const fields = new FieldReader(text, delimiter, start);
  const pace = new Pace();
  let cells = 0;
  for (let field = fields.next(); field !== undefined; field = fields.next()) {
    refuseAbove(field.row + 1, maxRows, "rows");
    refuseAbove(field.column + 1, maxColumns, "columns");
    take(field);
    if (++cells % 5_000 === 0 && pace.isOver) {
      refuseAborted(watch);
      watch.onProgress?.(fields.done);
      await pace.next();
    }
    refuseAbove(cells, limits.cells, "cells");
  }
  refuseAborted(watch);
}

function hasMore(text: string, letter: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(letter); at >= 0 && count <= most; at = text.indexOf(letter, at + 1)) count++;
  return count > most;
}
