import { zipSync } from "fflate";
import { Refusal } from "../../../src/core/model/refusal.ts";
import type { CellValue, Grid } from "../../../src/core/model/grid.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";

const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const encoder = new TextEncoder();

/** The parts of a small sound workbook. Each can be replaced, added, or left out with undefined. */
export interface Parts {
  readonly [name: string]: string | Uint8Array | undefined;
}

export function relations(...rows: readonly (readonly [id: string, kind: string, target: string])[]): string {
  return `<Relationships>${rows.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${types}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
}

const sound: Parts = {
  "[Content_Types].xml": "<Types/>",
  "_rels/.rels": relations(["r1", "officeDocument", "xl/workbook.xml"]),
  "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="評価" sheetId="7" r:id="r1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels": relations(
    ["r1", "worksheet", "worksheets/sheet1.xml"],
    ["r2", "sharedStrings", "sharedStrings.xml"],
    ["r3", "styles", "styles.xml"],
    ["r4", "theme", "theme/theme1.xml"],
  ),
  "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
  "xl/sharedStrings.xml": "<sst><si><t>順調</t></si></sst>",
  "xl/styles.xml": "<styleSheet/>",
  "xl/theme/theme1.xml": "<theme/>",
};

/** A sheet part with these rows. */
export function sheet(rows: string, before = "", after = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The deflated zip file of a workbook. */
export function workbook(parts: Parts = {}): Uint8Array {
  return zipped({ ...sound, ...parts });
}

export function zipped(parts: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(parts)) if (part !== undefined) files[name] = typeof part === "string" ? encoder.encode(part) : part;
  return zipSync(files);
}

/** Opens a file and reads its first sheet. */
export async function readFirst(bytes: Uint8Array, name = "評価.xlsx"): Promise<Grid> {
  const book = await openFile(name, bytes, { inflate: inflateInNode });
  const [first] = await book.sheets();
  if (first === undefined) throw new Refusal("damaged", "no sheet");
  return book.read(first.id);
}

/** All cells of a grid, row by row. */
export function cells(grid: Grid): (readonly CellValue[])[] {
  return Array.from({ length: grid.rowCount }, (_, row) => [...grid.row(row)]);
}

/** The refusal of a file when it is read, "code: detail"; "read" if there is none. */
export async function refusal(bytes: Uint8Array, name = "評価.xlsx"): Promise<string> {
  return refusalOf(readFirst(bytes, name));
}

export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "read";
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Reads the rows of a sheet with these shared strings. */
export async function readRows(rows: string, parts: Parts = {}): Promise<(readonly CellValue[])[]> {
  return cells(await readFirst(workbook({ "xl/worksheets/sheet1.xml": sheet(rows), ...parts })));
}
