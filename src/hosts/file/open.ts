import { Refusal } from "../../core/model/refusal.ts";
import type { Watch } from "../../core/model/ports.ts";
import { textEndings } from "../../core/wording/endings.ts";
import { refuseAborted } from "../../core/model/pace.ts";
import { readBook } from "./read/book.ts";
import type { FileWorkbook } from "./file-workbook.ts";
import { inflateInBrowser, type Inflate } from "./zip/inflate.ts";
import { fileKindOf, refuseOther } from "./read/kind.ts";
import { limits, refuseAbove } from "./zip/limits.ts";
import { Package } from "./zip/package.ts";
import { TextWorkbook } from "./text-workbook.ts";
import { XlsxWorkbook } from "./xlsx-workbook.ts";

export { fileKindOf } from "./read/kind.ts";
export { limits } from "./zip/limits.ts";
export type { FileNote } from "./read/book.ts";
export type { FileWorkbook } from "./file-workbook.ts";

export interface OpenOptions {
  /** Inflates parts; the browser's way by default. */
  readonly inflate?: Inflate;
  readonly watch?: Watch;
}

/**
 * Opens an .xlsx, .xlsm, .csv, .tsv or .txt file by its name and content. Sheets are read on request. The bytes must not
 * change while the workbook is in use. @throws {Refusal} not-xlsx with the real kind, encrypted, damaged with the part,
 * too-large with the limit, unreadable with "encoding", cancelled
 */
export async function openFile(name: string, bytes: Uint8Array, options: OpenOptions = {}): Promise<FileWorkbook> {
  if (options.watch !== undefined) refuseAborted(options.watch);
  const text = openText(name, bytes);
  if (text) return text;
  refuseOther(fileKindOf(bytes));
  const pack = new Package(bytes, options.inflate ?? inflateInBrowser);
  return new XlsxWorkbook(pack, await readBook(pack, options.watch));
}

/**
 * Opens a file that is text by its name, unless it is a package after all; undefined for any other. `idPrefix` is the prefix
 * of its sheet's id. @throws {Refusal} too-large, not-xlsx, encrypted, unreadable
 */
export function openText(name: string, bytes: Uint8Array, idPrefix?: string): TextWorkbook | undefined {
  refuseAbove(bytes.length, limits.fileBytes, "file bytes");
  const { stem, extension } = splitName(name);
  if (!textEndings.includes(`.${extension}`)) return undefined;
  const kind = fileKindOf(bytes);
  if (kind === "zip") return undefined;
  if (kind === "csv") return new TextWorkbook(stem, extension, bytes, idPrefix);
  throw kind === "encrypted" ? new Refusal("encrypted", "EncryptedPackage") : new Refusal("not-xlsx", kind);
}

function splitName(name: string): { stem: string; extension: string } {
  const file = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const dot = file.lastIndexOf(".");
  return dot < 0 ? { stem: file, extension: "" } : { stem: file.slice(0, dot), extension: file.slice(dot + 1).toLowerCase() };
}
