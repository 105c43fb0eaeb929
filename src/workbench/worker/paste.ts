import { largest } from "../../core/model/many.ts";
import { a1, maxColumns, maxRows, type CellPlace } from "../../core/model/address.ts";
import type { CellArea } from "../../core/model/cell-lists.ts";
import type { CellWrite } from "../../core/model/changes.ts";
import { isSameValue, type Grid } from "../../core/model/grid.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ChangeApplier, Watch } from "../../core/model/ports.ts";
import type { SheetLook } from "../../hosts/file/file-workbook.ts";
import { blockFields, blockText, shownIn, type ShownArea } from "./block-text.ts";
import { skippable, type CopiedArea, type PastedCells, type SkippedCells } from "./messages.ts";
import { mergesOf } from "./sheet-view.ts";
import { readsLikeFormula, writeTyped } from "./typed.ts";

/** A cell to paste; from a cell of the same file its value with its number format. */
type PastedCell = string | { readonly value: number | boolean; readonly numberFormat: string };

interface PasteTarget {
  readonly look: SheetLook;
  readonly area: CellArea;
  readonly text: string;
}

/** The copied area as it is by now. */
interface PasteSource extends CopiedArea {
  readonly look: SheetLook;
}

/**
 * Pastes a text into an area as Excel does: it fills an area whose size is a multiple of its own, otherwise it starts at the
 * first cell. Cells that may not be written are skipped and reported. If the copied area is unchanged, its values are
 * pasted, and a cut one is emptied. @throws {Refusal} too-many-cells; moved, protected, read-only, cancelled; also formula,
 * covered, locked if no cell can be written
 */
export async function paste(apply: ChangeApplier["apply"], { look, area, text }: PasteTarget, source: PasteSource | undefined, watch: Watch): Promise<PastedCells> {
  const copied = source && blockText(source.look, source.area) === source.was ? source : undefined;
  const block = copied ? valuesOf(copied) : blockFields(text);
  const target = targetOf(look, area, block);
  const edits = editsOf(look, target, block);
  const done = await writeAllowed(apply, look.grid.sheet.id, edits, watch);
  const emptied = copied?.isCut === true ? await writeAllowed(apply, copied.sheet, emptying(copied, look, target), watch) : undefined;
  return {
    first: done.written[0]?.at ?? { row: area.row, column: area.column },
    written: done.written.length,
    staysText: done.written.find(({ to }) => typeof to === "string" && readsLikeFormula(to))?.at,
    skipped: [...done.skipped, ...(emptied?.skipped ?? [])],
    area: { row: area.row, column: area.column, lastRow: target.rows.at(-1) ?? area.row, lastColumn: target.columns.at(-1) ?? area.column },
  };
}

function valuesOf({ look, area }: PasteSource): readonly (readonly PastedCell[])[] {
  const { rows, columns } = shownIn(look, area);
  return rows.map((row) =>
    columns.map((column) => {
      const value = look.grid.value(row, column);
      if (typeof value === "number" || typeof value === "boolean") return { value, numberFormat: look.grid.numberFormat(row, column) };
      return typeof value === "string" ? value : look.text(row, column);
    }),
  );
}

function targetOf(look: SheetLook, area: CellArea, block: readonly (readonly PastedCell[])[]): ShownArea {
  const chosen = shownIn(look, area);
  const [height, width] = [block.length, largest(block.map(({ length }) => length))];
  if (chosen.rows.length % height === 0 && chosen.columns.length % width === 0) return chosen;
  return {
    rows: shownFrom(area.row, height, maxRows, (row) => look.grid.hiddenRows.has(row)),
    columns: shownFrom(area.column, width, maxColumns, (column) => look.hiddenColumns.has(column)),
  };
}

function shownFrom(first: number, count: number, end: number, isHidden: (index: number) => boolean): number[] {
  const shown: number[] = [];
  for (let index = first; index < end && shown.length < count; index++) if (!isHidden(index)) shown.push(index);
  return shown;
}

function editsOf(look: SheetLook, { rows, columns }: ShownArea, block: readonly (readonly PastedCell[])[]): CellWrite[] {
  const width = largest(block.map(({ length }) => length));
  // One text for a whole area is meant for the cells that one sees.
  const covered = block.length === 1 && width === 1 ? coveredBy(look) : () => false;
  return rows.flatMap((row, down) =>
    columns.flatMap((column, across) => {
      const cell = block[down % block.length]?.[across % width];
      const at = { row, column };
      if (cell === undefined || covered(at)) return [];
      const write = writeOf(look.grid, at, cell);
      return isThere(look.grid, write) ? [] : [write];
    }),
  );
}

/** Makes a test for the cells below a merged area, without its first. */
function coveredBy(look: SheetLook): (at: CellPlace) => boolean {
  const merges = mergesOf(look);
  return (at) => {
    const merge = merges.at(at);
    return merge !== undefined && (merge.row !== at.row || merge.column !== at.column);
  };
}

function writeOf(grid: Grid, at: CellPlace, cell: PastedCell): CellWrite {
  if (typeof cell === "string") return writeTyped(grid, at, cell);
  return { at, from: grid.value(at.row, at.column), to: cell.value, numberFormat: cell.numberFormat };
}

function isThere(grid: Grid, { at, from, to, numberFormat }: CellWrite): boolean {
  return isSameValue(from, to) && (typeof to !== "number" || numberFormat === undefined || numberFormat === grid.numberFormat(at.row, at.column));
}

/** Empties the cut cells, except those that were pasted into. */
function emptying({ look: { grid }, look: source, area, sheet }: PasteSource, target: SheetLook, pasted: ShownArea): CellWrite[] {
  const { rows, columns } = shownIn(source, area);
  const [pastedRows, pastedColumns] = [new Set(pasted.rows), new Set(pasted.columns)];
  const isPasted = ({ row, column }: CellPlace) => sheet === target.grid.sheet.id && pastedRows.has(row) && pastedColumns.has(column);
  const all = rows.flatMap((row) => columns.map((column): CellWrite => ({ at: { row, column }, from: grid.value(row, column), to: "" })));
  return all.filter(({ at, from, to }) => !isPasted(at) && !isSameValue(from, to));
}

interface Allowed {
  readonly written: readonly CellWrite[];
  readonly skipped: readonly SkippedCells[];
}

/** Writes all cells except those that the file refuses by name. @throws {Refusal} moved, protected, read-only, cancelled; also formula, covered, locked if no other cell is left */
async function writeAllowed(apply: ChangeApplier["apply"], sheet: string, edits: readonly CellWrite[], watch: Watch): Promise<Allowed> {
  const skipped: SkippedCells[] = [];
  for (let left = edits; ; ) {
    try {
      if (left.length > 0) await apply([{ kind: "edit-cells", sheet, edits: left }], watch);
      return { written: left, skipped };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const code = skippable.find((each) => each === error.code);
      const cells = new Set(error.detail.split(" "));
      const rest = left.filter(({ at }) => !cells.has(a1(at)));
      if (code === undefined || rest.length === 0 || rest.length === left.length) throw error;
      skipped.push({ code, cells: [...cells] });
      left = rest;
    }
  }
}
