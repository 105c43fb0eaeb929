import type { AddInputRules, Applied, Change, Clash, DeleteSheet, EditCells, RemoveInputRules, SetMarks, WriteSheet, WrittenCell } from "../../../core/model/changes.ts";
import { a1 } from "../../../core/model/address.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { ApplyWatch } from "../../../core/model/ports.ts";
import { CellLooks, lastOfEach, queueEdits, sheetEdits, trips, type Compared, type PlannedEdit, type SheetEdit } from "./edit-cells.ts";
import type { OwnChangeFilter } from "../events/own-change-filter.ts";
import { failureOf } from "../exchange/errors.ts";
import { brokenOff } from "./broken-off.ts";
import { FormRun } from "./input-rules.ts";
import { refuseLocked } from "./locked.ts";
import type { LastReads } from "./last-reads.ts";
import type { MadeHere } from "../own-sheets/made-here.ts";
import { MarkPlanner, queueMarks, type MarkPlan } from "./set-marks.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { unlessLate } from "../exchange/late.ts";
import { SheetRun } from "./write-sheet.ts";
import { refuseAborted } from "../../../core/model/pace.ts";

/** What a plan needs beside Excel. */
export interface ApplyContext {
  readonly session: ExcelSession;
  readonly ownChanges: OwnChangeFilter;
  readonly lastReads: LastReads;
  readonly here: MadeHere;
}

/** Cell edits that may interrupt comparing and writing before the user is asked to end them. */
const editsBetween = 5;

/** Runs one plan, from looking at the cells to reading them back. */
export class PlanRun {
  readonly #edits: readonly SheetEdit[];
  readonly #marks: readonly SetMarks[];
  readonly #sheets: readonly (WriteSheet | DeleteSheet)[];
  readonly #looks: CellLooks;
  readonly #planner: MarkPlanner;
  readonly #forms: FormRun;
  /** Edits that Excel confirmed. */
  #confirmed = 0;
  /** Cells that were compared, written or read back, each time counted. */
  #passed = 0;

  constructor(
    private readonly context: ApplyContext,
    changes: readonly Change[],
    private readonly watch: ApplyWatch | undefined,
  ) {
    const { edits, marks, sheets, forms } = sortedOut(changes);
    this.#edits = sheetEdits(edits);
    this.#marks = marks;
    this.#sheets = sheets;
    this.#looks = new CellLooks(context.session, watch, (cells) => this.#pass(cells));
    this.#planner = new MarkPlanner(context.session, watch);
    this.#forms = new FormRun(context, forms, watch);
  }

  /** @throws {Refusal} moved, covered, formula, protected, read-only, editing, sheet-gone; interrupted where something was written */
  async run(): Promise<Applied> {
    const compared = await this.#looks.compare(this.#edits);
    const { needed, written } = compared;
    const marks = await this.#planMarks();
    const choices = await this.#forms.plan();
    const sheets = new SheetRun(this.context, [...this.#sheets, ...choices], this.#forms.going, this.watch);
    await refuseLocked(this.context.session, idsOf([...needed, ...this.#forms.edits]), idsOf(marks), this.watch);
    const form = this.#forms.outcome;
    const applied = { written, ...(form && { form }) };
    if (sheets.isNothing) return { ...applied, clashes: await this.#change(compared, marks), made: [] };
    await sheets.prepare();
    const clashes = await this.#changeForms(sheets)
      .then(() => this.#change(compared, marks))
      .catch(async (error: unknown) => {
        await this.#forms.undo();
        return sheets.takeAway(error);
      });
    const committed = await sheets.commit().catch(async (error: unknown) => {
      await this.#forms.undo();
      throw error;
    });
    return { ...applied, clashes, ...committed };
  }

  /** A form's rules need the sheet with its terms, which exists by now but is not in its place. */
  #changeForms(sheets: SheetRun): Promise<void> {
    return this.#forms.write((change) => sheets.idOf(change));
  }

  /** Writes cells and marks, and reads the cells back. */
  async #change({ needed, former, written }: Compared, marks: readonly MarkPlan[]): Promise<readonly Clash[]> {
    if (needed.length === 0 && marks.length === 0) return [];
    refuseAborted(this.watch);
    await this.#announce(written);
    const [filled, emptied] = [needed.filter(({ edit }) => edit.to !== ""), needed.filter(({ edit }) => edit.to === "")];
    if (filled.length > 0 && emptied.length > 0) {
      await this.#write(filled, [], needed);
      await this.#readingBack(needed, this.#refuseCovered(filled, former));
    }
    await this.#write(filled.length === 0 || emptied.length === 0 ? needed : emptied, marks, needed);
    for (const edit of needed) this.context.lastReads.wrote(edit);
    // From here on nothing is undone: a cancel comes too late, and the answer must be complete.
    return this.#readingBack(needed, this.#later().clashes(needed));
  }

  /** @throws {Refusal} interrupted, where cells were written and cannot be read back */
  #readingBack<T>(needed: readonly SheetEdit[], work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      throw error instanceof Refusal ? error : brokenOff(error, undefined, lastOfEach(needed).length);
    });
  }

  /** The caller's own work may take long, so the cells are compared again after it. */
  async #announce(written: readonly WrittenCell[]): Promise<void> {
    if (this.watch?.beforeWriting === undefined) return;
    await unlessLate(this.watch.beforeWriting(written), this.watch.signal, () => new Refusal("cancelled"));
    await this.#looks.compare(this.#edits);
  }

  #later(): CellLooks {
    return new CellLooks(this.context.session, undefined, (cells) => this.#pass(cells));
  }

  /** Tells the progress. An ordinary plan passes its cells three times, and once more where the caller works before the writing. */
  #pass(cells: number): void {
    this.#passed += cells;
    const all = this.#edits.length * (this.watch?.beforeWriting ? 4 : 3);
    this.watch?.onProgress?.(Math.min(1, this.#passed / all));
  }

  async #planMarks(planner = this.#planner, isAgain = false): Promise<readonly MarkPlan[]> {
    const plans: MarkPlan[] = [];
    for (const change of this.#marks) {
      const plan = await planner.plan(change, isAgain ? undefined : this.context.lastReads.of(change.sheet));
      if (plan !== undefined) plans.push(plan);
    }
    return plans;
  }

  /**
   * A text that moves is read back in its new cell before its old cell is cleared, since merged cells take none.
   * @throws {Refusal} covered, naming a cell; the other cells were restored
   */
  async #refuseCovered(filled: readonly PlannedEdit[], former: readonly SheetEdit[]): Promise<void> {
    const [clash] = await this.#later().clashes(filled);
    if (clash === undefined) return;
    const { needed } = await this.#later().compare(former.filter(({ edit }) => edit.from !== "" && a1(edit.at) !== a1(clash.at)));
    await this.#write(needed, [], needed);
    throw new Refusal("covered", a1(clash.at));
  }

  /** Writes cells and marks, in one round trip for an ordinary plan; `all` is the plan's final content. */
  async #write(cells: readonly PlannedEdit[], marks: readonly MarkPlan[], all: readonly SheetEdit[], isAgain = false): Promise<void> {
    let left = cells.length;
    for await (const part of left === 0 ? [cells] : trips(cells)) {
      left -= part.length;
      try {
        await this.#writePart(part, left === 0 ? marks : []);
        this.#confirmed += part.length;
        if (part.length > 0) this.#pass(part.length);
      } catch (error) {
        return this.#settle(error, all, isAgain);
      }
    }
  }

  /** A cell edit in between may have changed one of our cells, so they are compared again before the next try. */
  async #writePart(part: readonly PlannedEdit[], marks: readonly MarkPlan[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        for (const { sheet, edit } of part) this.context.ownChanges.expect(sheet, edit.at, edit.to);
        const queue = (context: Excel.RequestContext) => {
          queueEdits(context, part);
          for (const plan of marks) queueMarks(context, plan);
          return () => undefined;
        };
        await this.context.session.exchange(queue, { writes: true, waits: false });
        return;
      } catch (error) {
        if (failureOf(error)?.class !== "wait" || tries >= editsBetween) throw error;
        await this.#looks.compare(part);
      }
    }
  }

  /**
   * After a write that failed: Excel may have done all of it and lost the answer, a part of it, or nothing. The cells tell.
   * @throws {Refusal} unless everything was done; the detail of interrupted ends as `reached` says
   */
  async #settle(error: unknown, needed: readonly SheetEdit[], isAgain: boolean): Promise<void> {
    const failure = failureOf(error);
    const all = lastOfEach(needed).length;
    const left = await this.#left(needed).catch(() => undefined);
    if (left?.cells === 0 && left.marks.length === 0) return;
    // A colleague's pane takes the same rules away after the same edit.
    if (left?.cells === 0 && failure?.class === "gone" && !isAgain) return this.#write([], left.marks, needed, true);
    const done = left === undefined ? this.#confirmed : all - left.cells;
    if (left !== undefined && done === 0 && failure === undefined) throw error;
    // Some rules may have been set, except where Excel let nothing through.
    const isNothing = this.#marks.length === 0 || failure?.class === "wait" || failure?.class === "protected";
    // The cells of a sheet that is gone cannot be asked.
    const isUntouched = done === 0 && (left === undefined ? failure?.class === "gone" : isNothing);
    if (isUntouched && failure !== undefined) throw failure;
    throw brokenOff(error, left && done > 0 ? done : undefined, all);
  }

  async #left(needed: readonly SheetEdit[]): Promise<{ readonly cells: number; readonly marks: readonly MarkPlan[] }> {
    const clashes = await this.#later().clashes(needed);
    const marks = await this.#planMarks(new MarkPlanner(this.context.session, undefined), true);
    return { cells: clashes.length, marks };
  }
}

function idsOf(all: readonly { readonly sheet: string }[]): ReadonlySet<string> {
  return new Set(all.map(({ sheet }) => sheet));
}

/** The changes by the part of the run that carries them out, in the order of the plan. */
function sortedOut(changes: readonly Change[]) {
  const edits: EditCells[] = [];
  const marks: SetMarks[] = [];
  const sheets: (WriteSheet | DeleteSheet)[] = [];
  const forms: (AddInputRules | RemoveInputRules)[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case "edit-cells":
        edits.push(change);
        break;
      case "set-marks":
        marks.push(change);
        break;
      case "write-sheet":
      case "delete-sheet":
        sheets.push(change);
        break;
      case "add-input-rules":
      case "remove-input-rules":
        forms.push(change);
    }
  }
  return { edits, marks, sheets, forms };
}
