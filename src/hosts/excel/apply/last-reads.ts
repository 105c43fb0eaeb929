import type { CellPlace } from "../../../core/model/address.ts";
import type { CellValue, Grid } from "../../../core/model/grid.ts";
import type { SheetEdit } from "./edit-cells.ts";

interface LastRead {
  readonly grid: Grid;
  readonly written: Map<string, CellValue>;
}

/**
 * The content of each sheet at its last reading, with our later writes. A plan for marks only names places: this tells
 * whether the rows are still there.
 */
export class LastReads {
  readonly #sheets = new Map<string, LastRead>();

  read(grid: Grid): void {
    this.#sheets.set(grid.sheet.id, { grid, written: new Map() });
  }

  /** The last reading of a sheet, without our writes since. */
  grid(sheetId: string): Grid | undefined {
    return this.#sheets.get(sheetId)?.grid;
  }

  wrote({ sheet, edit }: SheetEdit): void {
    this.#sheets.get(sheet)?.written.set(keyOf(edit.at), edit.to);
  }

  /** The known content of a sheet's cells; undefined where it was not read. */
  of(sheetId: string): ((at: CellPlace) => CellValue) | undefined {
    const known = this.#sheets.get(sheetId);
    if (known === undefined) return undefined;
    return (at) => (known.written.has(keyOf(at)) ? known.written.get(keyOf(at)) : known.grid.value(at.row, at.column));
  }
}

function keyOf({ row, column }: CellPlace): string {
  return `${row} ${column}`;
}
