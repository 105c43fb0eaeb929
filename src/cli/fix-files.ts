import type { Form } from "../core/form/schema.ts";
import { mendsOf, type Mend } from "../core/fixes/mends.ts";
import { a1 } from "../core/grid/address.ts";
import type { Inspection } from "../core/inspect.ts";
import type { Refusal, RefusalCode } from "../core/refusal.ts";
import type { EditableFile } from "../hosts/file/write/open-editable.ts";
import { refusalIn } from "./check-files.ts";
import { copyFile, type Copies, type CopiedFile } from "./copies.ts";

/** A safe mend that the workbook does not take, such as one of a formula. */
export interface LeftMend {
  readonly mend: Mend;
  readonly refusal: Refusal;
}

/** A source with its copy, and what was done to it. */
export interface FixedFile extends CopiedFile {
  readonly cells: number;
  readonly left: readonly LeftMend[];
}

/** Refusals that name a cell: the other mends of the sheet can still be made. */
const ofOneCell: ReadonlySet<RefusalCode> = new Set(["formula", "shared-formula", "covered", "too-long"]);

/** Makes all safe mends of a workbook in a copy; without `copies` none. */
export async function fixFile(path: string, form: Form, copies: Copies | undefined): Promise<FixedFile> {
  let cells = 0;
  const left: LeftMend[] = [];
  const copied = await copyFile(path, form, copies, async (book, inspections) => {
    for (const inspection of inspections) {
      const done = await mendSafely(book, inspection);
      cells += done.cells;
      left.push(...done.left);
    }
    return cells > 0;
  });
  return { ...copied, cells, left };
}

/** Tries all safe mends of a sheet at once, again without each one that the workbook refuses. @throws {Refusal} of the whole sheet */
async function mendSafely(book: EditableFile, { sheet, findings }: Inspection): Promise<Pick<FixedFile, "cells" | "left">> {
  let mends = mendsOf(findings).filter(({ safety }) => safety === "safe");
  const left: LeftMend[] = [];
  while (mends.length > 0) {
    try {
      const edits = mends.flatMap((mend) => mend.edits);
      const { written } = await book.apply([{ kind: "edit-cells", sheet: sheet.id, edits }]);
      return { cells: written.length, left };
    } catch (error) {
      const refusal = refusalIn(error);
      const refused = mends.find((mend) => ofOneCell.has(refusal.code) && mend.edits.some(({ at }) => a1(at) === refusal.detail));
      if (!refused) throw refusal;
      left.push({ mend: refused, refusal });
      mends = mends.filter((mend) => mend !== refused);
    }
  }
  return { cells: 0, left };
}
