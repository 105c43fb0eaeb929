import type { CellPlace } from "../../../../src/core/model/address.ts";
import type { CellValue, Grid } from "../../../../src/core/model/grid.ts";
import { Refusal } from "../../../../src/core/model/refusal.ts";
import type { EditableFile } from "../../../../src/hosts/file/open-editable.ts";
import { shortCorpusBytes } from "../corpus-files.ts";
import { block, edit, entriesOf, marks, openForEdit, plan, write } from "./open.ts";

/** One workbook of the corpus after writing a cell, a mark and a sheet with a chart. */
export interface CorpusRun {
  readonly path: string;
  readonly source: Uint8Array;
  readonly saved: Uint8Array;
  readonly sheet: string;
  /** The written cell and its former content. */
  readonly at: CellPlace;
  readonly former: CellValue;
  readonly text: string;
  readonly before: readonly Grid[];
  readonly after: readonly Grid[];
  /** Entries by name: those with the same bytes, the changed, the new and the missing ones. */
  readonly parts: { readonly kept: readonly string[]; readonly changed: readonly string[]; readonly added: readonly string[]; readonly gone: readonly string[] };
}

/** Why a workbook could not be opened or written. */
export interface CorpusRefusal {
  readonly path: string;
  readonly stage: "open" | "write";
  readonly message: string;
}

const written = "=書き込み";

/** Opens, writes and saves a workbook of the corpus, and reads it again. */
export async function runOnCorpus(path: string): Promise<CorpusRun | CorpusRefusal> {
  const source = shortCorpusBytes(path);
  let stage: CorpusRefusal["stage"] = "open";
  try {
    const file = await openForEdit(source);
    const before = await readAll(file);
    stage = "write";
    const { sheet, at, former } = await editSomeCell(file, before);
    await file.apply([marks(sheet, [block(0, 0, 2, 3)], [block(4, 0)])]);
    await file.apply([write(plan({}, sheet), { after: sheet })]);
    const saved = await file.save();
    const after = await readAll(await openForEdit(saved));
    return { path, source, saved, sheet, at, former, text: written, before, after, parts: compareParts(source, saved) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { path, stage, message: error.message };
  }
}

export async function readAll(file: EditableFile): Promise<Grid[]> {
  const grids: Grid[] = [];
  for (const { id } of await file.sheets()) grids.push(await file.read(id));
  return grids;
}

/** Writes the first cell that can be written; if all hold formulas, one below them. */
async function editSomeCell(file: EditableFile, grids: readonly Grid[]): Promise<{ sheet: string; at: CellPlace; former: CellValue }> {
  let refused: unknown;
  for (const grid of grids) {
    for (const { at, former } of someCells(grid)) {
      try {
        await file.apply([edit(grid.sheet.id, at.row, at.column, former, written)]);
        return { sheet: grid.sheet.id, at, former };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused = error;
      }
    }
  }
  throw refused;
}

function* someCells(grid: Grid): Generator<{ at: CellPlace; former: CellValue }> {
  let count = 0;
  for (let row = 0; row < grid.rowCount && count < 20; row++) {
    for (const [column, former] of grid.row(row).entries()) {
      if (former === undefined || count++ >= 20) continue;
      yield { at: { row, column }, former };
    }
  }
  yield { at: { row: grid.rowCount + 1, column: 1 }, former: undefined };
}

function compareParts(source: Uint8Array, saved: Uint8Array): CorpusRun["parts"] {
  const before = entriesOf(source);
  const after = entriesOf(saved);
  const isSame = (name: string) => Buffer.compare(before.get(name) ?? new Uint8Array(0), after.get(name) ?? new Uint8Array(0)) === 0;
  const both = [...before.keys()].filter((name) => after.has(name));
  return {
    kept: both.filter(isSame),
    changed: both.filter((name) => !isSame(name)),
    added: [...after.keys()].filter((name) => !before.has(name)),
    gone: [...before.keys()].filter((name) => !after.has(name)),
  };
}
