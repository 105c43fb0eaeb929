import type { Change, FormOutcome, AddInputRules, RemoveInputRules, WriteSheet } from "../../../core/model/changes.ts";
import { a1Range, type CellPlace } from "../../../core/model/address.ts";
import { choicesSheet, termCells } from "../../../core/input-rules/choices-sheet.ts";
import { columnsOf, inputRulesStep, refuseUnasked, removeTexts } from "../../../core/input-rules/step.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { failureOf } from "../exchange/errors.ts";
import { queueFormCheck, queueFormEdits, reversed, type FormEdit } from "./input-rule-edits.ts";
import { FormLooks } from "./input-rule-looks.ts";
import type { LastReads } from "./last-reads.ts";
import type { MadeHere } from "../own-sheets/made-here.ts";
import { stepTries } from "../own-sheets/new-sheets.ts";
import { parted, RuleSearch } from "./rule-search.ts";
import type { Session } from "../exchange/exchange.ts";
import { foundOwnSheets, listSheets } from "../own-sheets/signs.ts";

/** What changing forms needs to know beside Excel. */
interface FormContext {
  readonly session: Session;
  readonly lastReads: LastReads;
  readonly here: MadeHere;
}

/** Cells of one request: each edit is a range with a rule or a format. */
const editsPerTrip = 400;

type IdOf = (change: WriteSheet) => string | undefined;

/**
 * The forms of one plan. The choices sheet is made and taken away as the other sheets of ours are; what changes in between
 * on the form's own sheet can be taken back.
 */
export class FormRun {
  readonly #changes: readonly (AddInputRules | RemoveInputRules)[];
  readonly #looks: FormLooks;
  readonly #search: RuleSearch;
  readonly #edits: FormEdit[] = [];
  readonly #going: string[] = [];
  #idOf: IdOf = () => undefined;
  #isWritten = false;
  outcome: FormOutcome | undefined;

  constructor(
    private readonly context: FormContext,
    changes: readonly Change[],
    private readonly watch: Watch | undefined,
  ) {
    this.#changes = changes.filter((change): change is AddInputRules | RemoveInputRules => change.kind === "add-input-rules" || change.kind === "remove-input-rules");
    this.#looks = new FormLooks(context.session, watch);
    this.#search = new RuleSearch(context.session, watch);
  }

  /** What `write` does, known once `plan` has looked. */
  get edits(): readonly FormEdit[] {
    return this.#edits;
  }

  /** Ids of the choices sheets that go with it, known then as well. */
  get going(): readonly string[] {
    return this.#going;
  }

  /**
   * Looks at the forms. @returns the choices sheets to make.
   * @throws {Refusal} moved, naming the first cell that differs; not-ours, naming a choices sheet that may not go unasked.
   */
  async plan(): Promise<readonly WriteSheet[]> {
    const writes: WriteSheet[] = [];
    for (const change of this.#changes) {
      const choices = (await foundOwnSheets(this.context.session, this.context.here.sheets)).find(({ own, of }) => own === "choices" && of === change.sheet);
      if (change.kind === "add-input-rules" && choices === undefined) writes.push(...(await this.#addInputRules(change)));
      if (change.kind === "remove-input-rules" && choices !== undefined) await this.#removeInputRules(change, choices);
    }
    return writes;
  }

  /** Sets lists and formats and looks whether Excel took them. @throws {Refusal | ExcelFailure} `takeBack` must then follow. */
  async write(idOf: IdOf): Promise<void> {
    this.#idOf = idOf;
    this.#isWritten = this.#edits.length > 0;
    await this.#send(this.#edits);
    const wrong = await this.#each(this.#edits, queueFormCheck, false);
    if (wrong !== undefined) throw new Refusal("interrupted", a1Range(wrong.first, wrong.last));
  }

  /** Brings back what `write` changed. @throws {Refusal} interrupted, where Excel does not let it. */
  async undoFixes(): Promise<void> {
    for (let left = stepTries; this.#isWritten; left--) {
      try {
        await this.#undoOnce();
        this.#isWritten = false;
      } catch (error) {
        if (left === 1) throw new Refusal("interrupted", failureOf(error)?.message ?? String(error));
      }
    }
  }

  async #addInputRules(change: AddInputRules): Promise<readonly WriteSheet[]> {
    const { sheet, header, lists, texts, words } = change;
    const known = this.context.lastReads.of(sheet);
    if (known !== undefined && header !== undefined) await this.#looks.cells(sheet, [header], known);
    const cell = await this.#looks.cells(sheet, texts, known);
    const rules = await this.#search.find(lists.flatMap(({ blocks }) => blocks).map((block) => ({ sheet, block })));
    const hasRule = ({ row, column }: CellPlace) => rules.some(({ block: { first, last } }) => column >= first.column && column <= last.column && row >= first.row && row <= last.row);
    const step = inputRulesStep(change, { hasRule, cell });
    this.outcome = step.outcome;
    if (step.lists.length + step.texts.length === 0) return [];
    const write: WriteSheet = { kind: "write-sheet", plan: choicesSheet(step, change, await this.#nameOf(sheet)), replaces: undefined, after: undefined };
    for (const { blocks, terms } of step.lists) {
      const to = { sheet: write, block: termCells(step, terms), alert: words.alert };
      this.#edits.push(...blocks.map((block): FormEdit => ({ what: "list", sheet, block, from: undefined, to })));
    }
    this.#edits.push(...step.texts.map(({ block, format }): FormEdit => ({ what: "format", sheet, block, from: format, to: "@" })));
    return [write];
  }

  async #removeInputRules(change: RemoveInputRules, choices: FoundOwnSheet): Promise<void> {
    refuseUnasked(change, choices);
    const { sheet } = change;
    const record = await this.#looks.record(choices.sheet);
    const texts = record?.texts ?? [];
    // Asked for apart, the cells that we know of need not be searched.
    const columns = (await this.#looks.columns()).flatMap((each) => (each.sheet === sheet ? parted(each, record?.lists ?? []) : [each]));
    const rules = await this.#search.find(columns);
    const lists = rules.flatMap(({ list, sheet: on, block }): FormEdit[] => {
      if (list?.source.sheet.toLowerCase() !== choices.name.toLowerCase()) return [];
      return [{ what: "list", sheet: on, block, from: { sheet: choices.sheet, block: list.source.block, alert: list.alert }, to: undefined }];
    });
    const cell = await this.#looks.cells(sheet, texts.map(({ block }) => block), undefined);
    const former = removeTexts(texts, (at) => cell(at).format);
    this.#edits.push(...lists, ...former.map(({ block, format }): FormEdit => ({ what: "format", sheet, block, from: "@", to: format })));
    const own = lists.filter((edit) => edit.sheet === sheet);
    this.outcome = { lists: columnsOf(own.map(({ block }) => block)), texts: columnsOf(former.map(({ block }) => block)), keptRules: 0, keptValues: 0 };
    this.#going.push(choices.sheet);
  }

  #nameOf(sheetId: string): Promise<string> {
    return this.context.session.exchange(
      (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetId).load("name");
        return () => sheet.name;
      },
      { watch: this.watch },
    );
  }

  /** A list cannot be brought back once its terms are gone: then all was done, and only the answer got lost. */
  async #undoOnce(): Promise<void> {
    const sheets = await this.context.session.exchange((context) => listSheets(context));
    const isThere = (id: string) => sheets.some((sheet) => sheet.id === id);
    const isLost = this.#edits.some(({ from }) => typeof from === "object" && typeof from.sheet === "string" && !isThere(from.sheet));
    if (!isLost) await this.#send(reversed(this.#edits).filter(({ sheet }) => isThere(sheet)));
  }

  async #send(edits: readonly FormEdit[]): Promise<void> {
    await this.#each(
      edits,
      (context, part) => {
        queueFormEdits(context, part, this.#idOf);
        return () => undefined;
      },
      true,
    );
  }

  /** One request for each part of the edits. From the first write on nothing is cancelled. @returns the first answer that is one. */
  async #each<T>(edits: readonly FormEdit[], queue: (context: Excel.RequestContext, part: readonly FormEdit[]) => () => T | undefined, writes: boolean): Promise<T | undefined> {
    for (let start = 0; start < edits.length; start += editsPerTrip) {
      const part = edits.slice(start, start + editsPerTrip);
      const answer = await this.context.session.exchange((context) => queue(context, part), { writes });
      if (answer !== undefined) return answer;
    }
    return undefined;
  }
}
