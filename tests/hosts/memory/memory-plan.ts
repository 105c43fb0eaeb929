import type { Applied, CellWrite, Change, EditCells, FormOutcome, AddInputRules, MadeSheet, SetMarks, RemoveInputRules, WriteSheet, WrittenCell } from "../../../src/core/model/changes.ts";
import { a1, bySheet, quoted, type Block, type CellPlace } from "../../../src/core/model/address.ts";
import { needsTextFormat } from "../../../src/core/model/cell-text.ts";
import { isSameValue } from "../../../src/core/model/grid.ts";
import { sheetName } from "../../../src/core/model/sheet-name.ts";
import { choicesSheet, termCells } from "../../../src/core/input-rules/choices-sheet.ts";
import { readRecord, sourceAddress } from "../../../src/core/input-rules/record.ts";
import { countColumns, inputRulesStep, placesOf, removeTexts } from "../../../src/core/input-rules/step.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { markGroups, markLevelOf, markColors, markFormula } from "../../../src/core/model/mark-look.ts";
import type { MarkLevel } from "../../../src/core/model/finding.ts";
import { markFormat } from "../../../src/core/wording/mark-format.ts";
import { shownText } from "../../../src/hosts/file/looks/shown-text.ts";
import { intersection, type Area } from "../../excel-host/model/area.ts";
import type { Book } from "../../excel-host/model/book.ts";
import type { Rule, Sheet, Validation } from "../../excel-host/model/sheet.ts";
import { areaOf, fill, formulasOf, foundOwnSheets, removeTags } from "./own-sheets.ts";

type Tell = (sheet: Sheet, edit: CellWrite) => void;

/** The changes of one plan: first compared, then written, and read back. */
export class MemoryPlan {
  readonly #made: MadeSheet[] = [];
  readonly #behind = new Map<string, string>();
  #written: readonly WrittenCell[] = [];
  #form: FormOutcome | undefined;
  readonly #formulas = new Set<string>();

  constructor(
    private readonly book: Book,
    private readonly changes: readonly Change[],
  ) {}

  /** @returns the cells to write, with their formats. @throws {Refusal} formula, moved, read-only, protected, last-sheet, not-ours, sheet-gone */
  compare(): readonly WrittenCell[] {
    const cells = new Map<string, Pick<WrittenCell, "to" | "formerFormat">>();
    this.#written = this.changes.flatMap((change) => {
      if (change.kind === "edit-cells") return change.edits.map((edit) => this.#compareCell(this.#sheet(change.sheet), edit, cells));
      this.#refuse(change);
      return [];
    });
    if (this.#formulas.size > 0) throw new Refusal("formula", [...this.#formulas].join(" "));
    for (const change of this.changes) if (change.kind === "edit-cells" && change.edits.some((edit) => this.#isChanging(this.#sheet(change.sheet), edit))) this.#refuseProtected(change.sheet);
    return this.#written;
  }

  /** Writes everything and calls `tell` before each cell. */
  write(tell: Tell): void {
    const edits = this.changes.filter((change): change is EditCells => change.kind === "edit-cells").flatMap(({ sheet, edits: all }) => all.map((edit) => ({ sheet: this.#sheet(sheet), edit })));
    for (const isEmptying of [false, true]) {
      for (const { sheet, edit } of edits) if ((edit.to === "") === isEmptying && this.#isChanging(sheet, edit)) {
        tell(sheet, edit);
        put(sheet, edit);
      }
    }
    for (const change of this.changes) this.#carryOut(change);
  }

  readBack(): Applied {
    const clashes = this.changes.flatMap((change) => {
      if (change.kind !== "edit-cells") return [];
      const last = [...new Map(change.edits.map((edit) => [a1(edit.at), edit])).values()];
      return last.filter(({ at, to }) => !isSameValue(this.#sheet(change.sheet).cell(at.row, at.column).value, to)).map(({ at }) => ({ at }));
    });
    return { written: this.#written, clashes, made: this.#made, ...(this.#form && { form: this.#form }) };
  }

  #compareCell(sheet: Sheet, edit: CellWrite, cells: Map<string, Pick<WrittenCell, "to" | "formerFormat">>): WrittenCell {
    const key = `${sheet.id} ${a1(edit.at)}`;
    const { value, format, formula } = sheet.cell(edit.at.row, edit.at.column);
    const earlier = cells.get(key);
    if (!isSameValue(earlier ? earlier.to : value, edit.from)) throw new Refusal("moved", a1(edit.at));
    if (formula !== undefined) this.#formulas.add(a1(edit.at));
    const formerFormat = earlier?.formerFormat ?? format;
    cells.set(key, { to: edit.to, formerFormat: formatOf(edit) ?? formerFormat });
    return { ...edit, formerFormat };
  }

  #isChanging(sheet: Sheet, edit: CellWrite): boolean {
    const { value, format } = sheet.cell(edit.at.row, edit.at.column);
    return !isSameValue(value, edit.to) || (formatOf(edit) ?? format) !== format;
  }

  #refuse(change: Exclude<Change, EditCells>): void {
    switch (change.kind) {
      case "set-marks":
        if (!this.isMarked(change)) this.#refuseProtected(change.sheet);
        return;
      case "add-input-rules":
      case "remove-input-rules":
        // Nothing to do if the sheet has them already, or has none to remove.
        if ((change.kind === "add-input-rules") === (this.#choicesOf(this.#sheet(change.sheet)) !== undefined)) return;
        for (const sheet of change.kind === "add-input-rules" ? sheetsOf(change) : [change.sheet]) this.#refuseProtected(sheet);
        this.#refuseLocked();
        return;
      case "write-sheet":
        this.#refuseLocked();
        if (change.replaces !== undefined) this.#refuseForeign(change.replaces);
        return;
      case "delete-sheet":
        this.#refuseLocked();
        this.#refuseForeign(change.sheet);
        if (!this.book.sheets.some(({ id, visibility }) => id !== change.sheet && visibility === "Visible")) throw new Refusal("last-sheet", this.#sheet(change.sheet).name);
    }
  }

  #refuseProtected(id: string): void {
    if (this.book.readOnly) throw new Refusal("read-only");
    const sheet = this.#sheet(id);
    if (sheet.protection !== undefined) throw new Refusal("protected", sheet.name);
  }

  #refuseLocked(): void {
    if (this.book.readOnly) throw new Refusal("read-only");
    if (this.book.structureProtected) throw new Refusal("protected", this.book.name);
  }

  #refuseForeign(id: string): void {
    const { name } = this.#sheet(id);
    if (!foundOwnSheets(this.book).some(({ sheet }) => sheet === id)) throw new Refusal("not-ours", name);
  }

  #sheet(id: string): Sheet {
    const sheet = this.book.sheets.find((each) => each.id === id);
    if (sheet === undefined) throw new Refusal("sheet-gone");
    return sheet;
  }

  #carryOut(change: Change): void {
    switch (change.kind) {
      case "edit-cells":
        return;
      case "set-marks":
        this.#mark(change);
        return;
      case "write-sheet":
        this.#made.push(this.#make(change));
        return;
      case "delete-sheet":
        this.#delete(this.#sheet(change.sheet));
        return;
      case "add-input-rules":
        this.#addInputRules(change);
        return;
      case "remove-input-rules":
        this.#removeInputRules(change);
    }
  }

  /** True where a sheet has these marks. */
  isMarked(change: SetMarks): boolean {
    const say = (rules: readonly Pick<Rule, "formula" | "areas" | "numberFormat">[]) => JSON.stringify(rules.map(({ formula, areas, numberFormat }) => [formula, areas, numberFormat]));
    const sheet = this.#sheet(change.sheet);
    return say(sheet.rules.filter(isMark)) === say(markRules(sheet, change, this.book.date1904));
  }

  #mark(change: SetMarks): void {
    if (this.isMarked(change)) return;
    const sheet = this.#sheet(change.sheet);
    for (const rule of sheet.rules.filter(isMark)) this.book.removeRule(sheet, rule);
    for (const rule of markRules(sheet, change, this.book.date1904).toReversed()) this.book.addRule(sheet, rule);
  }

  #make({ plan, replaces, after }: WriteSheet): MadeSheet {
    const { book } = this;
    const old = replaces === undefined ? undefined : this.#sheet(replaces);
    const sheet = book.addSheet(sheetName(old === undefined ? plan.name : "tenken", book.sheets.map(({ name }) => name)));
    const before = old ?? book.find(this.#behind.get(after ?? "") ?? after ?? "");
    if (before !== undefined) book.move(sheet, book.sheets.indexOf(before) + 1);
    if (after !== undefined && old === undefined) this.#behind.set(after, sheet.id);
    if (old !== undefined) {
      this.#delete(old);
      book.rename(sheet, old.name);
    }
    fill(book, sheet, plan);
    return { own: plan.own, sheet: sheet.id, name: sheet.name };
  }

  #delete(sheet: Sheet): void {
    removeTags(this.book, sheet);
    this.book.deleteSheet(sheet);
  }

  #addInputRules(change: AddInputRules): void {
    const sheet = this.#sheet(change.sheet);
    if (this.#choicesOf(sheet) !== undefined) return;
    const sheetOf = (at: CellPlace) => (at.sheet ? this.#sheet(at.sheet.id) : sheet);
    const hasRule = (at: CellPlace) => sheetOf(at).validations.some(({ areas }) => areas.some((area) => intersection(area, areaOf({ first: at, last: at }))));
    const step = inputRulesStep(change, { hasRule, cell: (at) => standing(sheetOf(at), at.row, at.column) });
    this.#form = step.outcome;
    if (step.lists.length + step.texts.length === 0) return;
    const made = this.#make({ kind: "write-sheet", plan: choicesSheet(step, change, sheet.name), replaces: undefined, after: undefined });
    this.#made.push(made);
    for (const { blocks, terms } of step.lists) {
      const content = JSON.stringify({ type: "List", source: `=${sourceAddress(made.name, termCells(step, terms))}` });
      for (const [id, own] of bySheet(blocks, ({ first }) => first, sheet.id)) {
        const on = this.#sheet(id);
        on.validations = [...on.validations, { areas: own.map(areaOf), content }];
      }
    }
    for (const { block } of step.texts) for (const at of placesOf(block)) sheetOf(at).put(at.row, at.column, { format: "@" });
  }

  #removeInputRules({ sheet: id }: RemoveInputRules): void {
    const sheet = this.#sheet(id);
    const choices = this.#choicesOf(sheet);
    if (choices === undefined) return;
    const isOurs = ({ content }: Validation) => content.includes(`"=${quoted(choices.name)}!`);
    const users = foundOwnSheets(this.book).find((found) => found.sheet === choices.id)?.of ?? [id];
    const lists = users.flatMap((user) => this.#sheet(user).validations.filter(isOurs).flatMap(({ areas }) => areas.map(blockOf)));
    for (const each of this.book.sheets) each.validations = each.validations.filter((validation) => !isOurs(validation));
    const texts = (readRecord(formulasOf(choices))?.texts ?? []).flatMap((text) => {
      const on = this.book.find(text.sheet) ?? sheet;
      const former = removeTexts([text], ({ row, column }) => on.cell(row, column).format);
      for (const { block, format } of former) for (const { row, column } of placesOf(block)) on.put(row, column, { format });
      return former;
    });
    this.#delete(choices);
    this.#form = { lists: countColumns(lists), texts: countColumns(texts.map(({ block }) => block)), keptRules: 0, keptValues: 0 };
  }

  #choicesOf({ id }: Sheet): Sheet | undefined {
    const found = foundOwnSheets(this.book).find(({ own, of }) => own === "choices" && of?.includes(id));
    return found && this.#sheet(found.sheet);
  }
}

/** The ids of the sheets that get input rules. */
function sheetsOf({ sheet, lists, texts }: AddInputRules): ReadonlySet<string> {
  return new Set([sheet, ...[...lists.flatMap(({ blocks }) => blocks), ...texts].flatMap(({ first }) => first.sheet?.id ?? [])]);
}

function put(sheet: Sheet, edit: CellWrite): void {
  const { row, column } = edit.at;
  sheet.put(row, column, { value: edit.to === "" ? undefined : edit.to, format: formatOf(edit) ?? sheet.cell(row, column).format });
}

/** The format that a cell gets with its value; undefined if it keeps its own. */
function formatOf({ to, numberFormat }: CellWrite): string | undefined {
  return typeof to === "string" && needsTextFormat(to) ? "@" : numberFormat;
}

function isMark({ formula }: Rule): boolean {
  return formula !== undefined && markLevelOf(formula) !== undefined;
}

/** Every cell has room for the word. */
function markRules(sheet: Sheet, change: SetMarks, date1904: boolean): readonly Omit<Rule, "id">[] {
  const formatOf = (level: MarkLevel, word: string, { row, column }: CellPlace) => {
    const { value, format } = sheet.cell(row, column);
    return markFormat(level, word, { value, shown: shownText(value, format, date1904), format, digits: 99, lines: 1 });
  };
  return markGroups(change, formatOf).map(({ level, numberFormat, blocks }) => {
    const look = { fill: markColors[level].fill, font: markColors[level].font, ...(numberFormat !== undefined && { numberFormat }) };
    return { type: "Custom", areas: blocks.map(areaOf), formula: markFormula(level), stopIfTrue: false, ...look };
  });
}

function standing(sheet: Sheet, row: number, column: number) {
  const { value, formula, format } = sheet.cell(row, column);
  return { value, isFormula: formula !== undefined, format };
}

function blockOf({ row, column, rows, columns }: Area): Block {
  return { first: { row, column }, last: { row: row + rows - 1, column: column + columns - 1 } };
}
