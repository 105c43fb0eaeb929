import type { SetMarks } from "../../core/model/changes.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { clearMarks } from "../../core/model/show-marks.ts";
import { once } from "../../core/model/once.ts";
import type { ChangeApplier, DocumentStore, MarkPreview } from "../../core/model/ports.ts";
import { marksName } from "../../core/settings/kept-name.ts";

/** Sets and removes marks, and knows which sheets have any. */
export class Marker {
  /** The last marks by sheet; undefined where another pane set them. */
  readonly #set = new Map<string, string | undefined>();
  /** Reads from the document which sheets have marks, once. Marks are set and removed only after it, or those of other sheets would be forgotten. */
  readonly #recalled = once(() => this.#read());

  constructor(private readonly workbook: ChangeApplier & DocumentStore & MarkPreview) {}

  /** Reads from the document which sheets have marks. @returns true where there is one */
  async recall(): Promise<boolean> {
    await this.#recalled();
    return this.#set.size > 0;
  }

  async #read(): Promise<void> {
    const ids = idsIn(await this.workbook.recall(marksName));
    const found = ids.length > 0 ? await this.workbook.findAgain?.(ids) : undefined;
    for (const id of ids) {
      const now = found?.has(id) === true ? found.get(id) : id;
      if (now !== undefined) this.#set.set(now, undefined);
    }
  }

  bears(sheetId: string): boolean {
    return this.#set.has(sheetId);
  }

  /**
   * Sets the marks of a check: those of one sheet, or of many cards in one plan without the cards that have none.
   * Unless `anew` is set, the same marks are not set twice. What nobody asked for leaves a sheet that lost its marks in the document's list.
   * @throws {Refusal} protected, read-only …
   */
  async show(changes: readonly SetMarks[], { anew, isAsked }: { readonly anew: boolean; readonly isAsked: boolean }): Promise<void> {
    await this.#recalled();
    const wanted = this.#wanted(changes, anew);
    if (wanted.length === 0) return;
    await this.workbook.apply(wanted);
    const before = this.#ids();
    for (const change of wanted) {
      if (hasMarks(change) || !isAsked) this.#set.set(change.sheet, sayMarks(change));
      else this.#set.delete(change.sheet);
    }
    if (this.#ids() !== before) await this.#remember();
  }

  /** True where showing these marks changes nothing in the document's list of marked sheets, of which each save empties the user's undo list (OfficeDev/office-js#3141). */
  areListed(changes: readonly SetMarks[]): boolean {
    return changes.every((change) => !hasMarks(change) || this.bears(change.sheet));
  }

  /** True where the sheets do not show the marks of a check. Writes nothing. @throws {Refusal} moved, sheet-gone, editing, interrupted */
  async isOld(changes: readonly SetMarks[]): Promise<boolean> {
    const wanted = this.#wanted(changes, false);
    if (wanted.length === 0) return false;
    const isOld = await this.workbook.wouldMark(wanted);
    if (!isOld) for (const change of wanted) if (hasMarks(change)) this.#set.set(change.sheet, sayMarks(change));
    return isOld;
  }

  #wanted(changes: readonly SetMarks[], anew: boolean): readonly SetMarks[] {
    return changes.filter((change) => (changes.length === 1 || hasMarks(change) || this.bears(change.sheet)) && (anew || this.#set.get(change.sheet) !== sayMarks(change)));
  }

  /** Removes the marks from this sheet and from all that have some. @throws {Refusal} protected, editing, interrupted: the last refusal; the other sheets are cleared */
  async clear(sheetId: string): Promise<void> {
    await this.#recalled();
    let refusal: Refusal | undefined;
    for (const id of new Set([sheetId, ...this.#set.keys()])) refusal = (await this.#clear(id)) ?? refusal;
    await this.#remember();
    if (refusal) throw refusal;
  }

  /** @returns why the sheet keeps its marks */
  async #clear(sheetId: string): Promise<Refusal | undefined> {
    try {
      await this.workbook.apply([clearMarks(sheetId)]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== "sheet-gone") return error;
    }
    this.#set.delete(sheetId);
    return undefined;
  }

  /** Ids change with saves, so the sheets are signed to be found again. */
  async #remember(): Promise<void> {
    if (this.#set.size > 0) await this.workbook.signSheets?.([...this.#set.keys()]);
    await this.workbook.remember(marksName, this.#ids());
  }

  /** The marked sheets as the document keeps them. */
  #ids(): string | undefined {
    return this.#set.size > 0 ? JSON.stringify([...this.#set.keys()]) : undefined;
  }
}

function sayMarks({ blocks, words }: SetMarks): string {
  return JSON.stringify([blocks, words]);
}

function hasMarks({ blocks }: SetMarks): boolean {
  return blocks.required.length + blocks.attention.length > 0;
}

/** Anyone who has the file can write its settings, so text that cannot be read is ignored. */
function idsIn(text: string | undefined): readonly string[] {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(read) ? read.filter((id: unknown) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
