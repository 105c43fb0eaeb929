import { bytesOf } from "../../../core/model/bytes.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { lastCheckName } from "../../../core/settings/kept-name.ts";
import { ExcelFailure, failureOf } from "../exchange/errors.ts";

/** Codes of `AsyncResult`; these numbers differ from the Excel API's codes. */
const codes = { readOnly: 5002, cellEditMode: 5004 } as const;

/** Bytes of one text, and of all. Excel takes 1 to 2 MB of an add-in's settings, and none beyond it (OfficeDev/office-js#621, #3957). */
export const mostOfOne = 500_000;
const mostOfAll = 900_000;
/** Where so much is kept, a save that fails without a reason is taken for a full store. */
const muchKept = 300_000;

/**
 * Texts in the document's settings: part of the file, readable by anyone who has it, and not part of undo (OfficeDev/office-js#6415).
 * Settings are saved as a whole. So each save begins with what other people left there, and changes no more than what this pane changed.
 */
export class SettingTexts {
  /** Each text as this pane last read or kept it. */
  readonly #known = new Map<string, string | undefined>();

  recall(key: string): string | undefined {
    const text = stored(key);
    this.#known.set(key, text);
    return text;
  }

  /** The text, which the pane does not learn of by it. */
  peek(key: string): string | undefined {
    return stored(key);
  }

  /** True where keeping the text would change nothing that this pane knows. */
  isKept(key: string, text: string | undefined): boolean {
    return this.#lastKnown(key) === text;
  }

  /**
   * Keeps texts, all in one save.
   * @returns the number of older entries that had to go, since the settings have a limit
   * @throws {ExcelFailure | Refusal} read-only, store-full, or what Excel says; the document then has its former texts
   */
  async remember(wished: ReadonlyMap<string, string | undefined>): Promise<number> {
    const changed = [...wished].filter(([key, text]) => !this.isKept(key, text));
    if (changed.length === 0) return 0;
    const base = new Map(changed.map(([key]) => [key, this.#lastKnown(key)]));
    await settled((done) => Office.context.document.settings.refreshAsync(done));
    const stood = new Map([...this.#known.keys(), ...base.keys()].map((key) => [key, stored(key)]));
    try {
      let gone = 0;
      for (const [key, ours] of changed) gone += await this.#put(key, { base: base.get(key), ours, theirs: stood.get(key) });
      gone += await this.#makeRoom(changed.map(([key]) => key), stood);
      await settled((done) => Office.context.document.settings.saveAsync(done));
      for (const [key, text] of changed) this.#known.set(key, text);
      return gone;
    } catch (error) {
      const isMuch = this.#bytes() > muchKept;
      for (const [key, text] of stood) put(key, text);
      throw isMuch && failureOf(error)?.class === "unknown" ? new Refusal("store-full") : error;
    }
  }

  async #put(key: string, versions: { readonly base: string | undefined; readonly ours: string | undefined; readonly theirs: string | undefined }): Promise<number> {
    const { base, ours, theirs } = versions;
    const merged = theirs === base ? ours : (await later()).mergeKept(nameIn(key), versions);
    put(key, merged);
    return merged === undefined || bytesOf(merged) <= mostOfOne ? 0 : this.#shorten(key, theirs, mostOfOne);
  }

  /** The findings of last checks go first, then the oldest entries of what is being kept. @throws {Refusal} store-full */
  async #makeRoom(changing: readonly string[], stood: ReadonlyMap<string, string | undefined>): Promise<number> {
    let gone = 0;
    for (const key of this.#known.keys()) {
      if (this.#bytes() <= mostOfAll) return gone;
      if (nameIn(key) !== lastCheckName || changing.includes(key) || stored(key) === undefined) continue;
      put(key, undefined);
      gone++;
    }
    for (const key of changing) {
      const excess = this.#bytes() - mostOfAll;
      if (excess <= 0) return gone;
      gone += await this.#shorten(key, stood.get(key), bytesOf(stored(key) ?? "") - excess);
    }
    return gone;
  }

  async #shorten(key: string, stood: string | undefined, most: number): Promise<number> {
    const shorter = (await later()).shortened(nameIn(key), stored(key) ?? "", stood, most);
    if (shorter === undefined) throw new Refusal("store-full");
    put(key, shorter.text);
    return shorter.gone;
  }

  /** Of all texts that this pane knows of; settings cannot be listed. */
  #bytes(): number {
    return [...this.#known.keys()].reduce((sum, key) => sum + bytesOf(key) + bytesOf(stored(key) ?? ""), 0);
  }

  #lastKnown(key: string): string | undefined {
    return this.#known.has(key) ? this.#known.get(key) : this.recall(key);
  }
}

/** Needed where two people keep texts at the same time, or where they are long. */
function later() {
  return import("../../../core/settings/merge-kept.ts");
}

/** The text's name, without the sheet. */
function nameIn(key: string): string {
  const [name = key] = key.split(" ", 1);
  return name;
}

function stored(key: string): string | undefined {
  const kept: unknown = Office.context.document.settings.get(key);
  return typeof kept === "string" ? kept : undefined;
}

function put(key: string, text: string | undefined): void {
  const { settings } = Office.context.document;
  if (text === undefined) settings.remove(key);
  else settings.set(key, text);
}

function settled(work: (done: (result: Office.AsyncResult<unknown>) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(failureFrom(error));
    });
  });
}

function failureFrom({ code, name }: Office.Error): Error {
  if (code === codes.cellEditMode) return new ExcelFailure("InvalidOperationInCellEditMode");
  if (code === codes.readOnly || Office.context.document.mode === Office.DocumentMode.ReadOnly) return new Refusal("read-only");
  return new ExcelFailure(String(code), name);
}
