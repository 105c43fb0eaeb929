import type { Applied, DeleteSheet, MadeSheet, WriteSheet } from "../../../core/model/changes.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import type { OwnChangeFilter } from "../events/own-change-filter.ts";
import { failureOf } from "../exchange/errors.ts";
import type { MadeHere } from "../own-sheets/made-here.ts";
import { refuseForeign, refuseLast } from "./delete-sheet.ts";
import { NewSheets, stepTries } from "../own-sheets/new-sheets.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { SheetBuilder } from "../own-sheets/sheet-builder.ts";
import { queueStep } from "../own-sheets/sheet-queue.ts";
import { stepLeft } from "../own-sheets/sheet-step.ts";
import { readTags, type TagTable } from "../own-sheets/sheet-tags.ts";

/** What making sheets needs beside Excel. */
interface SheetContext {
  readonly session: ExcelSession;
  readonly ownChanges: OwnChangeFilter;
  readonly here: MadeHere;
}

/**
 * The sheets of one plan, in two steps. Each is completed under a name that nobody would choose, marked as unfinished. Only
 * then all get their fingerprints and names, and the sheets that they replace are deleted, which Excel cannot undo. A failure
 * before the first deletion takes everything back; after it, everything is completed.
 */
export class SheetRun {
  readonly #writes: readonly WriteSheet[];
  readonly #deletes: readonly string[];
  readonly #new: NewSheets;
  #before: TagTable = { sheets: [], names: new Set(), tags: [] };

  /** @param going ids of sheets with terms that go with their forms' lists; the user was asked where necessary */
  constructor(
    private readonly context: SheetContext,
    changes: readonly (WriteSheet | DeleteSheet)[],
    private readonly going: readonly string[],
    private readonly watch: Watch | undefined,
  ) {
    this.#writes = changes.filter((change): change is WriteSheet => change.kind === "write-sheet");
    this.#deletes = changes.flatMap((change) => (change.kind === "delete-sheet" ? [change.sheet] : []));
    this.#new = new NewSheets(context.session, context.here);
  }

  get isNothing(): boolean {
    return this.#writes.length + this.#deletes.length + this.going.length === 0;
  }

  /** Makes the new sheets, and changes nothing else. @throws {Refusal} nothing remains then, unless it is interrupted */
  async prepare(): Promise<void> {
    await this.#refuseLocked();
    this.#before = await readTags(this.context.session, this.watch);
    const leaving = { deleted: this.#deletes, going: this.going, replaced: this.#writes.flatMap(({ replaces }) => replaces ?? []) };
    refuseForeign(this.#before, leaving, this.context.here);
    refuseLast(this.#before, leaving, this.#writes.length);
    if (await this.#new.clearLeftovers(this.#before)) this.#before = await readTags(this.context.session, this.watch);
    try {
      for (const [index, change] of this.#writes.entries()) await this.#make(change, index);
    } catch (error) {
      await this.takeAway(error);
    }
  }

  /** Puts the new sheets in their places, after everything else in the plan was done. */
  async commit(): Promise<Pick<Applied, "made" | "leftovers">> {
    const { sheets, tags } = await this.#finish();
    const made = this.#new.made.flatMap(({ id, change }): readonly MadeSheet[] => {
      const sheet = sheets.find((each) => each.id === id);
      return sheet === undefined ? [] : [{ own: change.plan.own, sheet: sheet.id, name: sheet.name }];
    });
    for (const { sheet } of made) this.context.here.sheets.add(sheet);
    const leftovers = tags.flatMap(({ sheet, isUnfinished }) => (sheet !== undefined && isUnfinished ? [sheet.name] : []));
    return { made, ...(leftovers.length > 0 && { leftovers }) };
  }

  /** The id of the sheet that was made for a change. */
  idOf(change: WriteSheet): string | undefined {
    return this.#new.made.find((made) => made.change === change)?.id;
  }

  /** Deletes the new sheets after a failure. @throws {Refusal} always: the failure, or interrupted */
  takeAway(error: unknown): Promise<never> {
    return this.#new.takeAway(error);
  }

  /** The ids of sheets to delete. */
  get #leaving(): readonly string[] {
    return [...this.#deletes, ...this.going, ...this.#writes.flatMap(({ replaces }) => replaces ?? [])];
  }

  /** @throws {Refusal} read-only; protected, naming the workbook. Nothing is ever unprotected for the user. */
  async #refuseLocked(): Promise<void> {
    const { isReadOnly, isLocked, name } = await this.context.session.exchange(
      (context) => {
        const workbook = context.workbook.load("name,readOnly");
        const protection = workbook.protection.load("protected");
        return () => ({ isReadOnly: workbook.readOnly, isLocked: protection.protected, name: workbook.name });
      },
      { watch: this.watch },
    );
    if (isReadOnly) throw new Refusal("read-only");
    if (isLocked) throw new Refusal("protected", name);
  }

  async #make(change: WriteSheet, index: number): Promise<void> {
    const { session, ownChanges } = this.context;
    const { id, sheets } = await this.#new.add(change, this.watch);
    const tell = (share: number) => this.watch?.onProgress?.((index + share) / this.#writes.length);
    await new SheetBuilder(session, ownChanges, id, change.plan, this.watch).build(sheets, tell);
  }

  /** Gives the new sheets their fingerprints and names, and deletes the old ones. @returns the final sheets */
  async #finish(): Promise<TagTable> {
    for (let left = stepTries; ; left--) {
      const now = await readTags(this.context.session, undefined);
      const step = stepLeft(now, { made: this.#new.made, leaving: this.#leaving, before: this.#before });
      if (step === undefined) return now;
      try {
        const queue = (context: Excel.RequestContext) => {
          queueStep(context, step);
          return () => undefined;
        };
        await this.context.session.exchange(queue, { writes: true });
      } catch (error) {
        await this.#settle(error, left > 1);
      }
    }
  }

  /**
   * After a failed step: removes everything if no sheet was deleted yet, otherwise lets the next try continue. @throws
   * {Refusal} interrupted; the cause, if the new sheets were deleted
   */
  async #settle(error: unknown, isTryLeft: boolean): Promise<void> {
    const { sheets } = await readTags(this.context.session, undefined);
    const isUntouched = this.#leaving.every((id) => sheets.some((sheet) => sheet.id === id));
    // Somebody may have taken the name of a new sheet in the meantime.
    if (isTryLeft && (!isUntouched || failureOf(error)?.class === "exists")) return;
    if (isUntouched) await this.takeAway(error);
    throw new Refusal("interrupted", failureOf(error)?.message ?? String(error));
  }
}
