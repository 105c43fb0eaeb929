import { osakaWard } from "../../src/core/form/built-in.ts";
import type { Grid } from "../../src/core/model/grid.ts";
import { inspect, type Inspection } from "../../src/core/inspect.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { inflateWithFflate } from "../../src/hosts/file/zip/inflate.ts";
import { openFile } from "../../src/hosts/file/open.ts";
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

/** Reads and checks the file. */
export async function readAndCheck(bytes: Uint8Array, inflater: keyof typeof inflaters): Promise<Inspection> {
  return check(await read(bytes, inflater));
}
