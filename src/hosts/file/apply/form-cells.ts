import { a1, type Block, type CellPlace } from "../../../core/model/address.ts";
import { placesOf, type StandingCell } from "../../../core/input-rules/step.ts";
import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import { cellXml } from "../parts/cell-xml.ts";
import type { Draft } from "../parts/draft.ts";
import type { SheetDraft } from "../parts/sheet-draft.ts";
import type { StyleDraft } from "../parts/style-draft.ts";
import { WorkbookDraft } from "../parts/workbook-draft.ts";
import { foundOwnSheets } from "./own-sheets.ts";
import type { TextSource } from "./text-source.ts";
import type { SheetWriter } from "./write-sheet.ts";

/** What changing input rules needs from the plan around it. */
export interface FormContext {
  readonly draft: Draft;
  readonly strings: TextSource;
  readonly styles: StyleDraft;
  readonly sheets: SheetWriter;
  /** Ids of the sheets made since the workbook was opened. */
  readonly made: Set<string>;
  /** Opens a sheet in its present state within the plan. @throws {Refusal} sheet-gone */
  readonly open: (id: string) => Promise<{ readonly sheet: SheetDraft; readonly name: string }>;
  readonly putSheets: () => Promise<void>;
  /** The ids of the other sheets with cells. */
  readonly others: (id: string) => readonly string[];
}

/** The sheet with the terms of a sheet; undefined if it has none. @throws {Refusal} damaged */
export async function choicesOf({ draft, made, putSheets }: FormContext, sheet: string): Promise<FoundOwnSheet | undefined> {
  await putSheets();
  return (await foundOwnSheets(draft, await WorkbookDraft.open(draft), made)).find(({ own, of }) => own === "choices" && of?.includes(sheet));
}

/** The cells of a form, and their number formats. */
export class FormCells {
  readonly #styles = new Map<string, number>();

  constructor(private readonly context: FormContext) {}

  /** Loads the texts of the cells, which reading them requires. */
  async need(sheet: SheetDraft, blocks: readonly Block[]): Promise<void> {
    await this.context.strings.need(this.context.draft, () => sheet.sharedTexts(blocks.flatMap(placesOf)));
  }

  cell(sheet: SheetDraft, at: CellPlace): StandingCell {
    const row = sheet.row(at.row);
    return { value: row.value(at.column), isFormula: sheet.isFormula(at), format: this.code(sheet, at) };
  }

  /** The number format of a cell. */
  code(sheet: SheetDraft, at: CellPlace): string {
    const style = sheet.row(at.row).style(at.column) ?? this.#absentStyle(sheet, at);
    return this.context.styles.code(style);
  }

  #styleWith(style: number, code: string): number {
    const key = `${style} ${code}`;
    const next = this.#styles.get(key) ?? this.context.styles.withCode(style, code);
    this.#styles.set(key, next);
    return next;
  }

  /** The format of a cell that the file omits. */
  #absentStyle(sheet: SheetDraft, { row, column }: CellPlace): number {
    return sheet.row(row).rowStyle ?? sheet.columnStyle(column) ?? 0;
  }

  /** Gives a cell a number format. An empty cell that then equals an omitted one is removed. */
  restyle(sheet: SheetDraft, at: CellPlace, code: string): void {
    const row = sheet.row(at.row);
    const absent = this.#absentStyle(sheet, at);
    const style = row.style(at.column);
    const next = this.#styleWith(style ?? absent, code);
    if (style === undefined) row.set(at.column, cellXml({ at: a1(at), style: next, value: null }), undefined, next);
    else if (next === absent && row.value(at.column) === undefined && !row.hasFormula(at.column)) row.remove(at.column);
    else row.restyle(at.column, next);
    sheet.touch(at);
  }
}
