import type { Watch } from "../../core/model/ports.ts";
import { refuseAborted } from "../../core/model/pace.ts";
import { readBook } from "./read/book.ts";
import { inflateInBrowser, type Inflate } from "./zip/inflate.ts";
import { fileKindOf, refuseOther } from "./read/kind.ts";
import { limits, refuseAbove } from "./zip/limits.ts";
import { Package, partKey } from "./zip/package.ts";
import { XlsxWorkbook } from "./xlsx-workbook.ts";
import { deflateInBrowser, type Deflate } from "./zip/deflate.ts";
import type { EditableFile } from "./editable-file.ts";
import { EditableXlsx } from "./editable-xlsx.ts";
import { EditedPackage } from "./parts/edited-package.ts";

export type { EditableFile, FileSnapshot } from "./editable-file.ts";

export interface EditOptions {
  /** Inflates parts; the browser's way by default. */
  readonly inflate?: Inflate;
  /** Deflates parts; the browser's way by default. */
  readonly deflate?: Deflate;
  readonly watch?: Watch;
  /** Prefix of every sheet id, so that sheets of several open files differ; none by default. */
  readonly idPrefix?: string;
}

/**
 * Opens an .xlsx or .xlsm workbook for reading and writing. The bytes must not change while it is in use.
 * @throws {Refusal} not-xlsx with the real kind (also for text files, which have no marks), encrypted, damaged, too-large, cancelled
 */
export async function openEditable(bytes: Uint8Array, options: EditOptions = {}): Promise<EditableFile> {
  refuseAbove(bytes.length, limits.fileBytes, "file bytes");
  if (options.watch !== undefined) refuseAborted(options.watch);
  refuseOther(fileKindOf(bytes));
  const base = new Package(bytes, options.inflate ?? inflateInBrowser);
  const pack = new EditedPackage(base, new Map());
  const book = await readBook(pack, options.watch, options.idPrefix);
  return new EditableXlsx(base, { pack, book, reader: new XlsxWorkbook(pack, book), made: new Set() }, options.deflate ?? deflateInBrowser);
}

/** A workbook without sheets. It can be saved after a sheet was written into it. */
export function newWorkbook(options: EditOptions = {}): EditableFile {
  const base = new Package(emptyZip, options.inflate ?? inflateInBrowser);
  const pack = new EditedPackage(base, new Map(emptyParts.map(([name, text]) => [partKey(name), { name, content: [new TextEncoder().encode(text)] }])));
  const book = { part: "xl/workbook.xml", idPrefix: options.idPrefix ?? "", sheets: [], names: [], date1904: false, isStale: false, sharedStrings: undefined, styles: undefined, theme: undefined, richValues: {}, notes: [] };
  return new EditableXlsx(base, { pack, book, reader: new XlsxWorkbook(pack, book), made: new Set() }, options.deflate ?? deflateInBrowser);
}

/** The end record of a zip file without entries. */
const emptyZip = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18));

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org";
const emptyParts: readonly (readonly [name: string, text: string])[] = [
  [
    "[Content_Types].xml",
    `${declaration}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `${declaration}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/workbook.xml",
    `${declaration}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets></sheets></workbook>`,
  ],
];
