import type { WriteSheet } from "../../../core/model/changes.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { failureOf } from "../exchange/errors.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import type { BegunSheet, MadeHere } from "./made-here.ts";
import { queueRemoval, queueSheet, queueStep, type NewSheet } from "./sheet-queue.ts";
import { freeTag, fingerprintName, passingName, unfinished } from "../../../core/model/sheet-tags.ts";
import { readTags, type SheetEntry, type TagTable } from "./sheet-tags.ts";

/** A sheet that a plan has begun to make. */
export interface Made extends NewSheet {
  readonly change: WriteSheet;
  /** Undefined until Excel confirmed the sheet. */
  id: string | undefined;
}

/** Tries of a step that must not stay incomplete. */
export const stepTries = 3;

/** The sheets that a plan makes, until they are in their places: all of them can still be deleted. */
export class NewSheets {
  readonly made: Made[] = [];

  constructor(
    private readonly session: ExcelSession,
    private readonly here: MadeHere,
  ) {}

  /** Adds an empty sheet with its tag, under a name that nobody would choose. @returns its id and the sheets that exist then */
  async add(change: WriteSheet, watch: Watch | undefined): Promise<{ readonly id: string; readonly sheets: readonly SheetEntry[] }> {
    const { sheets, names } = await readTags(this.session, watch);
    const made: Made = { change, id: undefined, name: passingName(), tag: freeTag(change.plan.own, names) };
    this.made.push(made);
    const queue = (context: Excel.RequestContext) => queueSheet(context, made, this.#position(change, sheets));
    const added = await this.session.exchange(queue, { writes: true, watch });
    made.id = added.id;
    return added;
  }

  /**
   * Deletes them after a failure.
   * @throws {Refusal} the failure; interrupted, naming sheets that could not be deleted. The next plan of this pane deletes them.
   */
  async takeAway(error: unknown): Promise<never> {
    for (let left = stepTries; left > 0; left--) {
      const isGone = await this.#takeAwayOnce().then(
        () => true,
        () => false,
      );
      if (isGone) throw error;
    }
    this.here.leftovers = [...this.here.leftovers, ...this.made];
    await this.#dropFingerprint().catch(() => undefined);
    throw new Refusal("interrupted", [failureOf(error)?.message ?? String(error), ...this.made.map(({ name }) => name)].join(", "));
  }

  /** Deletes sheets that earlier plans of this pane could not delete, and tags without a sheet. @returns false where there was nothing */
  async clearLeftovers(now: TagTable): Promise<boolean> {
    const { leftovers } = this.here;
    const dead = now.tags.filter(({ isDead }) => isDead).map(({ name }) => name);
    const isDone = await this.#remove(leftovers, dead, now);
    this.here.leftovers = [];
    return isDone;
  }

  /** Deletes sheets with their tags, and further tags. @returns false where there was nothing */
  async #remove(sheets: readonly BegunSheet[], tags: readonly string[], now: TagTable): Promise<boolean> {
    // A sheet that Excel added without confirming its id is known by its name alone, which nobody else would choose.
    const left = now.sheets.filter((sheet) => sheets.some(({ id, name }) => (id === undefined ? name === sheet.name : id === sheet.id)));
    const names = [...sheets.map(({ tag }) => tag), ...tags].flatMap((tag) => [tag, fingerprintName(tag)]).filter((name) => now.names.has(name));
    if (left.length + names.length === 0) return false;
    await this.#write((context) => queueRemoval(context, left.map(({ id }) => id), [...new Set(names)]));
    return true;
  }

  /** The index of the new sheet: after the sheet that it replaces, otherwise after `after` and this plan's sheets there. Undefined for the end. */
  #position({ replaces, after }: WriteSheet, sheets: readonly SheetEntry[]): number | undefined {
    const sameAnchor = this.made.filter(({ id, change }) => id !== undefined && change.replaces === undefined && change.after === after);
    const anchor = replaces ?? sameAnchor.at(-1)?.id ?? after;
    const index = sheets.findIndex(({ id }) => id === anchor);
    return index < 0 ? undefined : index + 1;
  }

  async #takeAwayOnce(): Promise<void> {
    await this.#remove(this.made, [], await readTags(this.session, undefined));
  }

  /** A sheet that could not be deleted must not count as ours, even where the last step gave it its fingerprint. */
  async #dropFingerprint(): Promise<void> {
    const { tags } = await readTags(this.session, undefined);
    const fingerprinted = tags.filter(({ name, isUnfinished }) => !isUnfinished && this.made.some(({ tag }) => tag === name));
    const fingerprints = fingerprinted.map(({ name }) => ({ tag: name, fingerprint: unfinished }));
    await this.#write((context) => queueStep(context, { made: [], fingerprints, going: [], names: [], renamed: [] }));
  }

  async #write(queue: (context: Excel.RequestContext) => void): Promise<void> {
    await this.session.exchange(
      (context) => {
        queue(context);
        return () => undefined;
      },
      { writes: true },
    );
  }
}
