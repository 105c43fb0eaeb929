import type { DocumentStore, SheetReader, Watch } from "../../core/model/ports.ts";
import type { FileNote } from "./read/book.ts";
import type { SheetLook } from "./looks/look.ts";

export type { BorderEdge, CellStyle, MergedArea, SheetLook } from "./looks/look.ts";

/** A workbook in a file, to be read. Its sheets of ours are looked for only where they may be changed. */
export interface FileWorkbook extends Omit<SheetReader, "ownSheets">, Pick<DocumentStore, "recall"> {
  /** What the file holds that was not used: macros are never run, other workbooks never opened. */
  readonly notes: readonly FileNote[];
  /** Reads one sheet with all that showing it needs. @throws {Refusal} unreadable or sheet-gone where there is none; damaged, too-large, cancelled */
  look(sheetId: string, watch?: Watch): Promise<SheetLook>;
}
