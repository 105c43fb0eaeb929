import { addAll } from "../../../core/model/many.ts";
import type { Applied, Change, EditCells, FormOutcome, AddInputRules, MadeSheet, SetMarks, RemoveInputRules, WrittenCell } from "../../../core/model/changes.ts";
import { markGroups } from "../../../core/model/mark-look.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { inTurns, Pace, refuseAborted, shortTurn } from "../../../core/model/pace.ts";
import type { Book } from "../read/book.ts";
import { partsOf, readRelations } from "../read/relations.ts";
import { tableHeaders } from "../read/tables.ts";
import type { PartSource } from "../zip/package.ts";
import type { Draft } from "../parts/draft.ts";
import { addInputRules } from "./add-input-rules.ts";
import { deleteSheet } from "./delete-sheet.ts";
import { editCells } from "./edit-cells.ts";
import { markedCodes } from "./marked-codes.ts";
import { dropUnused } from "./unused-looks.ts";
import { isMarkedAs, markLooks, rulesFor, movedBy, setMarks } from "./set-marks.ts";
import type { MadeIds } from "./own-sheets.ts";
import { refuseSigned } from "../parts/add-part.ts";
import { PlanStyles } from "../parts/plan-styles.ts";
import { SheetDraft } from "../parts/sheet-draft.ts";
import { removeInputRules } from "./remove-input-rules.ts";
import { FormCells } from "./form-cells.ts";
import { SheetWriter } from "./write-sheet.ts";
import type { TextSource } from "./text-source.ts";
import { WorkbookDraft } from "../parts/workbook-draft.ts";

/** What carrying out a plan needs from the workbook as it was read. */
export interface PlanContext {
  readonly draft: Draft;
  /** The file as it was opened. */
  readonly opened: PartSource;
  readonly book: Book;
  readonly strings: TextSource;
  readonly watch: Watch;
  /** Ids of the sheets made since the workbook was opened. */
  readonly made: MadeIds;
}

/** Carries out a plan on a draft, change by change. After a refusal the draft is discarded. */
export class PlanRun {
  readonly #sheets: SheetWriter;
  readonly #styles: PlanStyles;
  readonly #open = new Map<string, SheetDraft>();
  #written: WrittenCell[] = [];
  #made: MadeSheet[] = [];
  readonly #ids: Set<string>;
  #form: FormOutcome | undefined;
  /** The differential formats of marks that were taken away. */
  readonly #left = new Set<number>();

  constructor(private readonly context: PlanContext) {
    this.#styles = new PlanStyles(context.draft);
    this.#ids = new Set(context.made);
    this.#sheets = new SheetWriter(context.draft, this.#styles, this.#ids, context.watch);
  }

  /** Ids of the sheets made since the workbook was opened, including those of this plan. */
  get made(): MadeIds {
    return this.#ids;
  }

  /** @throws {Refusal} the codes of each kind of change; read-only if the file is signed; cancelled before anything is changed */
  async run(changes: readonly Change[]): Promise<Applied> {
    const pace = new Pace(shortTurn);
    for (const change of changes) {
      if (pace.isOver) await pace.next();
      refuseAborted(this.context.watch);
      await this.#carryOut(change);
    }
    await this.#putSheets();
    if (this.#left.size > 0 || changes.some(({ kind }) => kind === "delete-sheet" || kind === "remove-input-rules")) {
      await dropUnused(this.context.draft, await this.#styles.open(), this.context.opened, this.#left);
    }
    await this.#styles.put();
    if (this.context.draft.isChanged) refuseSigned(this.context.draft.names());
    refuseAborted(this.context.watch);
    return { written: this.#written, clashes: [], made: this.#made, ...(this.#form && { form: this.#form }) };
  }

  /** Puts back the sheets before the workbook's own parts change, and at the end. */
  async #putSheets(): Promise<void> {
    for (const sheet of this.#open.values()) await this.#inTurns(sheet.put(this.context.draft));
    this.#open.clear();
  }

  /** Lets a page ask other things of the file, and cancel. */
  #inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
    return inTurns(steps, this.context.watch);
  }

  async #carryOut(change: Change): Promise<void> {
    switch (change.kind) {
      case "edit-cells":
        return this.#edit(change);
      case "set-marks":
        return this.#mark(change);
      case "write-sheet":
        await this.#putSheets();
        this.#made.push(await this.#sheets.write(change));
        return;
      case "delete-sheet":
        await this.#putSheets();
        return deleteSheet(this.context.draft, this.#ids, change);
      case "add-input-rules":
      case "remove-input-rules":
        return this.#changeForm(change);
    }
  }

  async #changeForm(change: AddInputRules | RemoveInputRules): Promise<void> {
    const { draft, book, strings } = this.context;
    const open = (id: string) => this.#sheet(id);
    const others = (id: string) => book.sheets.flatMap(({ info, part }) => (info.id === id || part === undefined ? [] : [info.id]));
    const form = { draft, strings, styles: await this.#styles.open(), sheets: this.#sheets, made: this.#ids, open, putSheets: () => this.#putSheets(), others };
    const cells = new FormCells(form);
    if (change.kind === "remove-input-rules") {
      this.#form = (await removeInputRules(form, cells, change)) ?? this.#form;
      return;
    }
    const added = await addInputRules(form, cells, change);
    addAll(this.#made, added?.made ?? []);
    this.#form = added?.form ?? this.#form;
  }

  async #edit(change: EditCells): Promise<void> {
    const { draft, strings } = this.context;
    const { sheet, name } = await this.#sheet(change.sheet);
    await strings.need(draft, () => sheet.sharedTexts(change.edits.map(({ at }) => at)));
    const { written, isChanged } = await this.#inTurns(editCells(sheet, { name, headers: await tableHeaders(draft, sheet.part) }, change, await this.#styles.open()));
    addAll(this.#written, written);
    if (!isChanged) return;
    const workbook = await WorkbookDraft.open(draft);
    if (!sheet.hasFormulas && !(await readRelations(draft, workbook.part)).some(({ kind }) => kind === "calcChain")) return;
    workbook.calculateOnLoad();
    workbook.put();
  }

  async #mark(change: SetMarks): Promise<void> {
    const { sheet, name } = await this.#sheet(change.sheet);
    const styles = await this.#styles.open();
    const { draft, strings } = this.context;
    const codes = change.words === undefined ? [] : [...change.words.required.cells, ...change.words.attention.cells];
    await strings.need(draft, () => sheet.sharedTexts(codes));
    const rules = rulesFor(markGroups(change, markedCodes(sheet, styles)));
    if (isMarkedAs(sheet, rules, styles)) return;
    if (sheet.isProtected) throw new Refusal("protected", name);
    for (const look of markLooks(sheet)) this.#left.add(look);
    const shift = setMarks(sheet, rules, styles);
    // A second change of the marks must find the rules of this one.
    await this.#putSheets();
    if (shift !== 0) await this.#shiftPivotRules(change.sheet, shift);
  }

  /** A pivot table refers to its conditional formats by their priorities on the sheet (ECMA-376 18.10.1.17). */
  async #shiftPivotRules(sheet: string, shift: number): Promise<void> {
    const { draft } = this.context;
    for (const part of partsOf(await readRelations(draft, this.#part(sheet).part), "pivotTable")) {
      const pivot = await draft.xml(part);
      for (const format of pivot.root.children.filter(({ name }) => name === "conditionalFormats").flatMap(({ children }) => children)) {
        const priority = Number(pivot.attribute(format, "priority") ?? Number.NaN);
        if (Number.isInteger(priority)) pivot.setAttribute(format, "priority", String(movedBy(priority, shift)));
      }
      draft.putXml(pivot);
    }
  }

  /** The sheet in its present state within the plan. */
  async #sheet(id: string): Promise<{ readonly sheet: SheetDraft; readonly name: string }> {
    const { draft, book, strings } = this.context;
    const { part, name } = this.#part(id);
    const sheet = this.#open.get(id) ?? (await this.#inTurns(SheetDraft.open(await draft.bytes(part), { part, strings, date1904: book.date1904 })));
    this.#open.set(id, sheet);
    return { sheet, name };
  }

  /** @throws {Refusal} sheet-gone */
  #part(id: string): { readonly part: string; readonly name: string } {
    const sheet = this.context.book.sheets.find(({ info }) => info.id === id);
    if (sheet === undefined) throw new Refusal("sheet-gone");
    if (sheet.part === undefined) throw new Refusal("damaged", sheet.info.name);
    return { part: sheet.part, name: sheet.info.name };
  }
}
