import type { Watch, Workbook } from "../../core/model/ports.ts";
import type { Note } from "./read/book.ts";
import type { SheetLook } from "./looks/look.ts";

/** A workbook in a file. */
export interface FileWorkbook extends Workbook {
  /** What the file holds that was not used: macros are never run, other workbooks never opened. */
  readonly notes: readonly Note[];
  /** A text that the workbook keeps under a name, for one sheet where it is given; undefined where there is none. */
  recall(name: string, sheetId?: string): Promise<string | undefined>;
  /** Reads one sheet with all that showing it needs. @throws {Refusal} */
  look(sheetId: string, watch?: Watch): Promise<SheetLook>;
}
