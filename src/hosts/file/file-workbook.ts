import type { DocumentStore, SheetReader, Watch } from "../../core/model/ports.ts";
import type { FileNote } from "./read/book.ts";
import type { SheetLook } from "./looks/look.ts";

export type { BorderEdge, CellStyle, MergedArea, SheetLook } from "./looks/look.ts";

/** A workbook in a file, for reading. Our own sheets are only searched in files that can be changed. */
export interface FileWorkbook extends Omit<SheetReader, "ownSheets">, Pick<DocumentStore, "recall"> {
  /** Unused contents of the file: macros are never run, other workbooks never opened. */
  readonly notes: readonly FileNote[];
  /**
   * Reads one sheet with everything needed to show it. @throws {Refusal} unreadable or sheet-gone if there is none; damaged,
   * too-large, cancelled
   */
  look(sheetId: string, watch?: Watch): Promise<SheetLook>;
}
