import { bytesOf } from "../../../core/model/bytes.ts";
import { sleep } from "../../../core/model/pace.ts";
import { unanswered, Refusal } from "../../../core/model/refusal.ts";
import { lastCheckName } from "../../../core/settings/kept-name.ts";
import { mergeKept, shortened, type Versions } from "../../../core/settings/merge-kept.ts";
import { isNewer, refuseNewer } from "../../../core/settings/refuse-newer.ts";
import { ExcelFailure, failureOf } from "../exchange/errors.ts";
import { mostOfOne } from "./limits.ts";
import { stored, type SettingTexts } from "./setting-texts.ts";

/** Codes of `AsyncResult`; these numbers differ from the Excel API's codes. */
const codes = { readOnly: 5002, cellEditMode: 5004 } as const;

/** Bytes of all texts. */
const mostOfAll = 900_000;
/** Where so much is kept, a save that fails without a reason is taken for a full store. */
const muchKept = 300_000;

type Texts = ReadonlyMap<string, string | undefined>;

/**
 * Keeps texts, all in one save. Settings are saved as a whole, so a save begins with what other people left there, and changes no more than
 * what this pane changed.
 * @param following gives more texts to keep, which depend on what stands there once these are merged with what others kept
 * @returns the number of older entries that had to go, since the settings have a limit
 * @throws {ExcelFailure | Refusal} read-only, store-full, kept-newer, or what Excel says; the document then has its former texts
 */
export async function saveTexts(texts: SettingTexts, wished: Texts, following: () => Texts): Promise<number> {
  const isChanged = ([key, text]: readonly [string, string | undefined]) => texts.known(key) !== text;
  const first = [...wished].filter(isChanged);
  if (first.length === 0) return 0;
  await settled((done) => Office.context.document.settings.refreshAsync(done));
  // Office.js reads the answer in one task, and makes the save in one: near a full store each takes half of what is not felt.
  await sleep(0);
  const keys = texts.keys();
  keepAll(keys, texts);
  const stood = new Map(keys.map((key) => [key, stored(key)]));
  try {
    const putAll = (changes: typeof first) => changes.reduce((sum, [key, ours]) => sum + putMerged(key, { base: texts.known(key), ours, theirs: stood.get(key) }), 0);
    let gone = putAll(first);
    const second = [...following()].filter(isChanged);
    const changed = [...first, ...second];
    gone += putAll(second) + makeRoom(changed.map(([key]) => key), stood);
    await settled((done) => Office.context.document.settings.saveAsync(done));
    for (const [key, text] of changed) texts.kept(key, text);
    return gone;
  } catch (error) {
    const isMuch = bytesIn(keys) > muchKept;
    for (const [key, text] of stood) put(key, text);
    throw isMuch && failureOf(error)?.class === "unknown" ? new Refusal("store-full") : error;
  }
}

/** Some hosts read settings as if there were none (OfficeDev/office-js#594, #2940). Where all are gone at once they are put back, or the save would lose those that it does not change. */
function keepAll(keys: readonly string[], texts: SettingTexts): void {
  if (keys.some((key) => stored(key) !== undefined)) return;
  for (const key of keys) put(key, texts.known(key));
}

/** @throws {Refusal} kept-newer, store-full */
function putMerged(key: string, versions: Versions): number {
  refuseNewer(nameIn(key), versions.theirs);
  const merged = mergeKept(nameIn(key), versions);
  put(key, merged);
  return merged === undefined || bytesOf(merged) <= mostOfOne ? 0 : shorten(key, versions.theirs, mostOfOne);
}

/** The findings of last checks go first, then the oldest entries of what is being kept. @throws {Refusal} store-full */
function makeRoom(changing: readonly string[], stood: Texts): number {
  const keys = [...stood.keys()];
  let gone = 0;
  for (const key of keys) {
    if (bytesIn(keys) <= mostOfAll) return gone;
    if (nameIn(key) !== lastCheckName || changing.includes(key) || stored(key) === undefined || isNewer(lastCheckName, stored(key))) continue;
    put(key, undefined);
    gone++;
  }
  for (const key of changing) {
    const excess = bytesIn(keys) - mostOfAll;
    if (excess <= 0) return gone;
    gone += shorten(key, stood.get(key), bytesOf(stored(key) ?? "") - excess);
  }
  return gone;
}

function shorten(key: string, stood: string | undefined, most: number): number {
  const shorter = shortened(nameIn(key), stored(key) ?? "", stood, most);
  if (shorter === undefined) throw new Refusal("store-full");
  put(key, shorter.text);
  return shorter.gone;
}

function bytesIn(keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + bytesOf(key) + bytesOf(stored(key) ?? ""), 0);
}

/** The text's name, without the sheet. */
function nameIn(key: string): string {
  const [name = key] = key.split(" ", 1);
  return name;
}

function put(key: string, text: string | undefined): void {
  const { settings } = Office.context.document;
  if (text === undefined) settings.remove(key);
  else settings.set(key, text);
}

/** Milliseconds for which the document is waited for: whatever is kept later would wait too. */
const patience = 30_000;

function settled(work: (done: (result: Office.AsyncResult<unknown>) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ExcelFailure(unanswered)), patience);
    work(({ status, error }) => {
      clearTimeout(timer);
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
