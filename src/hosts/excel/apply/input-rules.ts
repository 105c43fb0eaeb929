import { addAll } from "../../../core/model/many.ts";
import type { FormOutcome, AddInputRules, RemoveInputRules, WriteSheet } from "../../../core/model/changes.ts";
import { a1Range } from "../../../core/model/address.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { failureOf } from "../exchange/errors.ts";
import { planAdding } from "./add-input-rules.ts";
import { planRemoving } from "./remove-input-rules.ts";
import { queueFormCheck, queueFormEdits, reversed, type FormEdit, type FormPlan } from "./input-rule-edits.ts";
import { FormLooks, type Looking } from "./input-rule-looks.ts";
import type { LastReads } from "./last-reads.ts";
import type { MadeHere } from "../own-sheets/made-here.ts";
import { stepTries } from "../own-sheets/new-sheets.ts";
import { RuleSearch } from "./rule-search.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { foundOwnSheets, listSheets } from "../own-sheets/sheet-tags.ts";

/** What changing forms needs beside Excel. */
interface FormContext {
  readonly session: ExcelSession;
  readonly lastReads: LastReads;
  readonly here: MadeHere;
}

/** Cells of one request: each edit is a range with a rule or a format. */
const editsPerTrip = 400;

type IdOf = (change: WriteSheet) => string | undefined;

/**
 * The forms of one plan. The choices sheet is made and deleted like our other sheets; changes on the form's own sheet
 * in between can be undone.
 */
export class FormRun {
  readonly #looking: Looking;
  readonly #edits: FormEdit[] = [];
  readonly #going: string[] = [];
  #idOf: IdOf = () => undefined;
  #isWritten = false;
  outcome: FormOutcome | undefined;

  constructor(
    private readonly context: FormContext,
    private readonly changes: readonly (AddInputRules | RemoveInputRules)[],
    watch: Watch | undefined,
  ) {
    const { session, lastReads } = context;
    this.#looking = { session, lastReads, watch, looks: new FormLooks(session, watch), search: new RuleSearch(session, watch) };
  }

  /** The edits of `write`, known after `plan`. */
  get edits(): readonly FormEdit[] {
    return this.#edits;
  }

  /** Ids of the choices sheets to delete, known after `plan` as well. */
  get going(): readonly string[] {
    return this.#going;
  }

  /**
   * Looks at the forms. @returns the choices sheets to make
   * @throws {Refusal} moved, naming the first cell that differs; not-ours, naming a choices sheet that must not be deleted without asking
   */
  async plan(): Promise<readonly WriteSheet[]> {
    const writes: WriteSheet[] = [];
    for (const change of this.changes) {
      const choices = (await foundOwnSheets(this.context.session, this.context.here.sheets)).find(({ own, of }) => own === "choices" && of?.includes(change.sheet));
      if (change.kind === "add-input-rules" && choices === undefined) addAll(writes, this.#take(await planAdding(this.#looking, change)));
      if (change.kind === "remove-input-rules" && choices !== undefined) {
        this.#take(await planRemoving(this.#looking, change, choices));
        this.#going.push(choices.sheet);
      }
    }
    return writes;
  }

  #take({ edits, outcome, write }: FormPlan): readonly WriteSheet[] {
    addAll(this.#edits, edits);
    this.outcome = outcome;
    return write === undefined ? [] : [write];
  }

  /** Sets lists and formats and checks whether Excel took them. @throws {Refusal | ExcelFailure} interrupted, or Excel's own failure; `undo` must follow */
  async write(idOf: IdOf): Promise<void> {
    this.#idOf = idOf;
    this.#isWritten = this.#edits.length > 0;
    await this.#send(this.#edits);
    const wrong = await this.#each(this.#edits, queueFormCheck, false);
    if (wrong !== undefined) throw new Refusal("interrupted", a1Range(wrong.first, wrong.last));
  }

  /** Undoes the changes of `write`. @throws {Refusal} interrupted, where Excel refuses. */
  async undo(): Promise<void> {
    for (let left = stepTries; this.#isWritten; left--) {
      try {
        await this.#undoOnce();
        this.#isWritten = false;
      } catch (error) {
        if (left === 1) throw new Refusal("interrupted", failureOf(error)?.message ?? String(error));
      }
    }
  }

  /** A list cannot be restored without its terms. If these are gone, everything was done and only the answer was lost. */
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

  /** One request for each part of the edits. Nothing is cancelled after the first write. @returns the first answer */
  async #each<T>(edits: readonly FormEdit[], queue: (context: Excel.RequestContext, part: readonly FormEdit[]) => () => T | undefined, writes: boolean): Promise<T | undefined> {
    for (let start = 0; start < edits.length; start += editsPerTrip) {
      const part = edits.slice(start, start + editsPerTrip);
      const answer = await this.context.session.exchange((context) => queue(context, part), { writes });
      if (answer !== undefined) return answer;
    }
    return undefined;
  }
}
