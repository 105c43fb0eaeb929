import { osakaWard } from "../../src/core/form/built-in.ts";
import type { Grid } from "../../src/core/model/grid.ts";
import { inspect, type Inspection } from "../../src/core/inspect.ts";
import { editedInSteps } from "../../src/core/inspect-edits.ts";
import { inspectKnown } from "../../src/core/inspect-known.ts";
import { atOnce } from "../../src/core/model/pace.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { inflateWithFflate } from "../../src/hosts/file/zip/inflate.ts";
import { deflateInNode } from "../../src/hosts/file/deflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { openEditable } from "../../src/hosts/file/open-editable.ts";
import { packedBytes, readDirectory } from "../../src/hosts/file/zip/zip.ts";

const inflaters = { zlib: inflateInNode, fflate: inflateWithFflate };

/** The deflated bytes of the two large parts. No reader can avoid inflating them. */
export function packedParts(bytes: Uint8Array): Uint8Array[] {
  const large = /sheet1\.xml$|sharedStrings\.xml$/;
  return readDirectory(bytes).flatMap((entry) => (large.test(entry.name) ? [packedBytes(bytes, entry)] : []));
}

/** Reads the file's only sheet. */
export async function read(bytes: Uint8Array, inflater: keyof typeof inflaters): Promise<Grid> {
  const workbook = await openFile("bench.xlsx", bytes, { inflate: inflaters[inflater] });
  const [sheet] = await workbook.sheets();
  if (sheet === undefined) throw new Error("no sheet");
  return workbook.read(sheet.id);
}

/** Checks a sheet. Throws if no table was found or faults were, since the measurement would mean nothing. */
export function check(grid: Grid): Inspection {
  const inspection = inspect(grid, osakaWard);
  if (inspection === null || inspection.findings.length > 0) throw new Error("the bench's sheet must be read as a clean evaluation");
  return inspection;
}

/** What edits a status in the middle of the sheet, as it was read, and checks the sheet after it as the pane does. */
export async function editing(grid: Grid): Promise<() => Promise<Inspection>> {
  const edited = grid.rowCount >> 1;
  let check = await inspectKnown(grid, osakaWard);
  let isMet = true;
  return async () => {
    isMet = !isMet;
    const cells = grid.row(edited).with(8, isMet ? "達成" : "未達成");
    const after = { ...grid, row: (row: number) => (row === edited ? cells : grid.row(row)), value: (row: number, column: number) => (row === edited ? cells[column] : grid.value(row, column)) };
    check = (check && atOnce(editedInSteps(check, after))) ?? (await inspectKnown(after, osakaWard));
    if (!check) throw new Error("the bench's sheet must be read as an evaluation");
    return check.inspection;
  };
}

/** Reads and checks the file. */
export async function readAndCheck(bytes: Uint8Array, inflater: keyof typeof inflaters): Promise<Inspection> {
  return check(await read(bytes, inflater));
}

/** The file with another text in one cell and marks in two, without a check. */
export async function changed(bytes: Uint8Array): Promise<Uint8Array> {
  const book = await openEditable(bytes, { inflate: inflateInNode, deflate: deflateInNode });
  const [sheet] = await book.sheets();
  if (sheet === undefined) throw new Error("no sheet");
  const cell = (row: number) => ({ first: { row, column: 6 }, last: { row, column: 6 } });
  await book.apply([
    { kind: "edit-cells", sheet: sheet.id, edits: [{ at: { row: 3, column: 8 }, from: "達成", to: "未達成" }] },
    { kind: "set-marks", sheet: sheet.id, blocks: { required: [cell(3)], attention: [cell(4)] } },
  ]);
  return book.save();
}
