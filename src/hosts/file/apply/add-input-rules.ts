import type { FormOutcome, AddInputRules, MadeSheet, RemoveInputRules } from "../../../core/model/changes.ts";
import { a1, type Block, type CellPlace } from "../../../core/model/address.ts";
import { choicesSheet, termCells } from "../../../core/input-rules/choices-sheet.ts";
import { readRecord, sourceAddress } from "../../../core/input-rules/record.ts";
import { columnsOf, inputRulesStep, placesOf, refuseUnasked, removeTexts, type InputRulesStep, type StandingCell } from "../../../core/input-rules/step.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import { readRelations } from "../read/relations.ts";
import { cellXml } from "../parts/cell-xml.ts";
import type { Draft } from "../parts/draft.ts";
import { formulasIn, foundOwnSheets, type MadeIds } from "./own-sheets.ts";
import type { SheetDraft } from "../parts/sheet-draft.ts";
import type { SheetRun } from "./write-sheet.ts";
import type { StyleDraft } from "../parts/style-draft.ts";
import type { TextSource } from "./text-source.ts";
import { ValidationDraft } from "../parts/validation-draft.ts";
import { WorkbookDraft } from "../parts/workbook-draft.ts";

/** What changing forms needs of the plan around it. */
interface FormContext {
  readonly draft: Draft;
  readonly strings: TextSource;
  readonly styles: StyleDraft;
  readonly sheets: SheetRun;
  readonly made: MadeIds;
  /** Opens a sheet as the plan has left it so far. @throws {Refusal} sheet-gone */
  readonly open: (id: string) => Promise<{ readonly sheet: SheetDraft; readonly name: string }>;
  readonly putSheets: () => void;
  /** The ids of the other sheets with cells. */
  readonly others: (id: string) => readonly string[];
}

/** What a change of a form did; the outcome is undefined where there was nothing to do. */
interface ChangedForm {
  readonly made: readonly MadeSheet[];
  readonly outcome: FormOutcome | undefined;
}

const nothing: ChangedForm = { made: [], outcome: undefined };

/** Hardens forms, and takes that away again. */
export class FormRun {
  readonly #codes = new Map<number, string>();
  readonly #styles = new Map<string, number>();

  constructor(private readonly context: FormContext) {}

  /** @throws {Refusal} sheet-gone, protected */
  async addInputRules(change: AddInputRules): Promise<ChangedForm> {
    const { sheet, name } = await this.context.open(change.sheet);
    if ((await this.#choices(change.sheet)) !== undefined) return nothing;
    if (sheet.isProtected) throw new Refusal("protected", name);
    await this.#needTexts(sheet, change.texts);
    const step = inputRulesStep(change, { hasRule: hasRule(sheet), cell: (at) => this.#cell(sheet, at) });
    if (step.lists.length + step.texts.length === 0) return { made: [], outcome: step.outcome };
    this.context.putSheets();
    const made = await this.context.sheets.write({ kind: "write-sheet", plan: choicesSheet(step, change, name), replaces: undefined, after: undefined });
    await this.#write(change, step, made.name);
    return { made: [made], outcome: step.outcome };
  }

  /** @throws {Refusal} sheet-gone, protected; not-ours, naming a sheet with the terms that may not go unasked */
  async removeInputRules(change: RemoveInputRules): Promise<ChangedForm> {
    const { sheet: id } = change;
    const { sheet, name } = await this.context.open(id);
    const own = await this.#choices(id);
    if (own === undefined) return nothing;
    refuseUnasked(change, own);
    if (sheet.isProtected) throw new Refusal("protected", name);
    const lists = await this.#removeRules(id, own);
    for (const other of this.context.others(id)) await this.#removeRules(other, own);
    const reopened = (await this.context.open(id)).sheet;
    const record = await this.#formerTexts(own);
    await this.#needTexts(reopened, record.map(({ block }) => block));
    const texts = removeTexts(record, (at) => this.#code(reopened, at));
    for (const { block, format } of texts) for (const at of placesOf(block)) this.#restyle(reopened, at, format);
    this.context.putSheets();
    await this.context.sheets.letGo(own.sheet);
    return { made: [], outcome: { lists: columnsOf(lists), texts: columnsOf(texts.map(({ block }) => block)), keptRules: 0, keptValues: 0 } };
  }

  /** The choices sheet of a sheet. */
  async #choices(sheet: string): Promise<FoundOwnSheet | undefined> {
    const { draft, made, putSheets } = this.context;
    putSheets();
    return (await foundOwnSheets(draft, await WorkbookDraft.open(draft), made)).find(({ own, of }) => own === "choices" && of === sheet);
  }

  async #formerTexts({ sheet: id }: FoundOwnSheet) {
    const { draft } = this.context;
    const workbook = await WorkbookDraft.open(draft);
    const relation = workbook.sheets.find((sheet) => sheet.id === id)?.relation;
    const part = (await readRelations(draft, workbook.part)).find((each) => each.id === relation)?.part;
    return part === undefined ? [] : (readRecord(await formulasIn(draft, part))?.texts ?? []);
  }

  /** The texts of the rows must be known before their cells can be read. */
  async #needTexts(sheet: SheetDraft, blocks: readonly Block[]): Promise<void> {
    await this.context.strings.need(this.context.draft, sheet.sharedTexts(new Set(blocks.flatMap(placesOf).map(({ row }) => row))));
  }

  /** Takes away the rules that need a choices sheet. @returns the areas that had them */
  async #removeRules(id: string, { name: choices }: FoundOwnSheet): Promise<readonly Block[]> {
    const { sheet, name } = await this.context.open(id);
    const validations = new ValidationDraft(sheet.frame);
    const ours = validations.rules.filter(({ source }) => source?.toLowerCase() === choices.toLowerCase());
    if (ours.length > 0 && sheet.isProtected) throw new Refusal("protected", name);
    validations.remove((rule) => ours.includes(rule));
    this.context.putSheets();
    return ours.flatMap(({ areas }) => areas);
  }

  async #write(change: AddInputRules, step: InputRulesStep, choices: string): Promise<void> {
    const { sheet } = await this.context.open(change.sheet);
    const lists = step.lists.map(({ blocks, terms }) => ({ blocks, address: sourceAddress(choices, termCells(step, terms)) }));
    new ValidationDraft(sheet.frame).add(lists, change.words.alert);
    for (const { block } of step.texts) for (const at of placesOf(block)) this.#restyle(sheet, at, "@");
    this.context.putSheets();
  }

  #cell(sheet: SheetDraft, at: CellPlace): StandingCell {
    const row = sheet.row(at.row);
    return { value: row.value(at.column), isFormula: sheet.isFormula(at), format: this.#code(sheet, at) };
  }

  #code(sheet: SheetDraft, at: CellPlace): string {
    const style = sheet.row(at.row).style(at.column) ?? this.#absentStyle(sheet, at);
    const code = this.#codes.get(style) ?? this.context.styles.code(style);
    this.#codes.set(style, code);
    return code;
  }

  #styleWith(style: number, code: string): number {
    const key = `${style} ${code}`;
    const next = this.#styles.get(key) ?? this.context.styles.withCode(style, code);
    this.#styles.set(key, next);
    return next;
  }

  /** The format of a cell that is not in the file. */
  #absentStyle(sheet: SheetDraft, { row, column }: CellPlace): number {
    return sheet.row(row).rowStyle ?? sheet.columnStyle(column) ?? 0;
  }

  /** Gives a cell a number format. An empty one that then looks like one that is not in the file is none there. */
  #restyle(sheet: SheetDraft, at: CellPlace, code: string): void {
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

/** Tells whether a rule stands in a cell. */
function hasRule({ frame }: SheetDraft): (at: CellPlace) => boolean {
  const areas = new ValidationDraft(frame).rules.flatMap((rule) => rule.areas);
  return ({ row, column }) => areas.some(({ first, last }) => row >= first.row && row <= last.row && column >= first.column && column <= last.column);
}
