import type { AddInputRules, FormOutcome, WriteSheet } from "../../../core/model/changes.ts";
import type { Block } from "../../../core/model/address.ts";
import { rangeOf, sheetsOf } from "../exchange/ranges.ts";
import type { SheetBlock } from "./rule-search.ts";

/** The cells of a list's terms: on a sheet by its id, or on one that the plan makes. */
export interface Terms {
  readonly sheet: string | WriteSheet;
  readonly block: Block;
  readonly alert: AddInputRules["words"]["alert"];
}

/** Cells of a sheet that get a list (undefined removes it) or a number format. */
export type FormEdit = SheetBlock & (
  | { readonly what: "list"; readonly from: Terms | undefined; readonly to: Terms | undefined }
  | { readonly what: "format"; readonly from: string; readonly to: string }
);

/** The planned changes of a form. */
export interface FormPlan {
  readonly edits: readonly FormEdit[];
  readonly outcome: FormOutcome;
  /** The sheet with the terms that is made for it. */
  readonly write?: WriteSheet;
}

/** The same edits in the other direction. */
export function reversed(edits: readonly FormEdit[]): readonly FormEdit[] {
  return edits.map((edit) => (edit.what === "list" ? { ...edit, from: edit.to, to: edit.from } : { ...edit, from: edit.to, to: edit.from }));
}

/**
 * Queues edits. A list inside the rule itself is limited to 255 characters, commas split it, and hosts read it
 * differently: the terms are always given as a range.
 */
export function queueFormEdits(context: Excel.RequestContext, edits: readonly FormEdit[], idOf: (change: WriteSheet) => string | undefined): void {
  const sheetOf = sheetsOf(context);
  for (const edit of edits) {
    const range = rangeOf(sheetOf(edit.sheet), edit.block);
    if (edit.what === "format") range.numberFormat = filled(edit.block, edit.to);
    else if (edit.to === undefined) range.dataValidation.clear();
    else {
      const { sheet, block, alert } = edit.to;
      const source = rangeOf(sheetOf(typeof sheet === "string" ? sheet : (idOf(sheet) ?? "")), block);
      range.dataValidation.rule = { list: { inCellDropDown: true, source } };
      range.dataValidation.ignoreBlanks = true;
      range.dataValidation.errorAlert = { showAlert: true, style: "Stop", ...alert };
    }
  }
}

/** Queues the check whether edits were done. The result gives the first block where they were not. */
export function queueFormCheck(context: Excel.RequestContext, edits: readonly FormEdit[]): () => Block | undefined {
  const sheetOf = sheetsOf(context);
  const asked = edits.map((edit) => {
    const range = rangeOf(sheetOf(edit.sheet), edit.block);
    if (edit.what === "format") {
      range.load("numberFormat");
      return () => range.numberFormat.flat().every((format: unknown) => format === edit.to);
    }
    const rule = range.dataValidation.load("type");
    return () => rule.type === (edit.to === undefined ? "None" : "List");
  });
  return () => edits.find((_, index) => asked[index]?.() === false)?.block;
}

function filled({ first, last }: Block, format: string): string[][] {
  return Array.from({ length: last.row - first.row + 1 }, () => new Array<string>(last.column - first.column + 1).fill(format));
}
