import { acceptancesName } from "../../../core/acceptance/kept-name.ts";
import { journalName, lastCheckName, marksName, sheetsName } from "../../../core/settings/kept-name.ts";
import { sheetSign } from "../../../core/model/sheet-tags.ts";
import { readSheets, type KeptSheet } from "../../../core/settings/read-sheets.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { saveTexts } from "./save-texts.ts";
import { settingKey, stored, type SettingTexts } from "./setting-texts.ts";
import { readSigns, removeSigns, writeSigns, type FoundSigns, type PresentSheet } from "./sheet-signs.ts";

/** A kept sheet, and its present id; undefined where it is gone. */
interface Known {
  readonly kept: KeptSheet;
  readonly id: string | undefined;
}

/** Sheets for which something is kept, and others. */
interface Parted {
  readonly used: readonly Known[];
  readonly left: readonly Known[];
}

/**
 * The texts kept for sheets. Ids change with versions of Excel and with saves (OfficeDev/office-js#1390), so a sheet is found again by our
 * sign on it, a hidden name that follows it; else by its id, else by its name. Where the sign says otherwise, neither id nor name counts.
 */
export class SheetTexts {
  #known: Promise<readonly Known[]> | undefined;

  constructor(
    private readonly session: ExcelSession,
    private readonly texts: SettingTexts,
  ) {}

  async recall(name: string, sheetId: string | undefined): Promise<string | undefined> {
    return this.texts.recall(await this.#key(name, sheetId));
  }

  /** @returns the number of older entries that had to go @throws what `saveTexts` and `readSigns` throw */
  async remember(name: string, text: string | undefined, sheetId: string | undefined): Promise<number> {
    if (this.texts.known(await this.#key(name, sheetId)) === text) return 0;
    if (sheetId !== undefined && text !== undefined && name !== lastCheckName) await this.sign([sheetId]);
    const all = await this.#all();
    let parted: Parted = { used: all, left: [] };
    const gone = await saveTexts(this.texts, new Map([[await this.#key(name, sheetId), text]]), () => {
      parted = this.#parted(all);
      const { used } = parted;
      return new Map(all.length === 0 ? [] : [[sheetsName, used.length === 0 ? undefined : JSON.stringify({ version: 1, entries: used.map(({ kept }) => kept) })]]);
    });
    this.#known = Promise.resolve(parted.used);
    await removeSigns(this.session, parted.left.flatMap(({ kept }) => kept.sign ?? []));
    return gone;
  }

  /** The present ids of sheets by former ids; undefined for one that is gone, no entry for one of which nothing is known. */
  async findAgain(ids: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
    const all = await this.#all();
    const found = ids.flatMap((id) => {
      const known = all.find(({ kept }) => kept.id === id) ?? all.find(({ kept }) => kept.key === id);
      return known === undefined ? [] : [[id, known.id] as const];
    });
    return new Map(found);
  }

  /** Makes sheets known, in two round trips. They are kept with the next text. @throws {ExcelFailure} where the sheets cannot be read */
  async sign(ids: readonly string[]): Promise<void> {
    const all = [...(await this.#all())];
    const wanted = ids.filter((id) => !all.some((known) => known.id === id && known.kept.sign !== undefined));
    if (wanted.length === 0) return;
    const keys = new Map(wanted.map((id) => [id, all.find((known) => known.id === id)?.kept.key ?? freeKey(id, all)]));
    const { sheets, signed } = await readSigns(this.session, [...keys.values()].map((key) => ({ sign: sheetSign(key) })), false);
    const found = sheets.flatMap((sheet) => {
      const key = keys.get(sheet.id);
      return key === undefined ? [] : [{ ...sheet, key, sign: sheetSign(key) }];
    });
    const takes = await writeSigns(this.session, found.filter(({ sign }) => !signed.has(sign)));
    for (const { sign, key, id, name } of found) {
      const index = all.findIndex((known) => known.id === id);
      // Where another sheet has the sign already it tells nothing of this one.
      const isSigned = signed.has(sign) ? signed.get(sign)?.id === id : takes;
      all.splice(index === -1 ? all.length : index, 1, { kept: { key, id, name, ...(isSigned && { sign }) }, id });
    }
    this.#known = Promise.resolve(all);
  }

  async #key(name: string, sheetId: string | undefined): Promise<string> {
    if (sheetId === undefined) return name;
    const all = await this.#all();
    return settingKey(name, all.find(({ id }) => id === sheetId)?.kept.key ?? freeKey(sheetId, all));
  }

  /** The sheets for which the document keeps something now, and the others. */
  #parted(all: readonly Known[]): Parted {
    const lists = `${stored(journalName) ?? ""}${stored(marksName) ?? ""}`;
    const isUsed = ({ kept, id }: Known) =>
      [acceptancesName, lastCheckName].some((name) => stored(settingKey(name, kept.key)) !== undefined) ||
      [kept.key, kept.id, id].some((each) => each !== undefined && lists.includes(JSON.stringify(each)));
    return { used: all.filter(isUsed), left: all.filter((known) => !isUsed(known)) };
  }

  #all(): Promise<readonly Known[]> {
    this.#known ??= this.#read().catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }

  /** Costs nothing where nothing is kept, otherwise one round trip. */
  async #read(): Promise<readonly Known[]> {
    const text = this.texts.recall(sheetsName);
    if (text === undefined) return [];
    const kept = readSheets(text);
    if (kept.length === 0) return [];
    for (const { key } of kept) for (const name of [acceptancesName, lastCheckName]) this.texts.recall(settingKey(name, key));
    return foundAgain(kept, await readSigns(this.session, kept, true));
  }
}

/** A sheet belongs to one entry only. An entry whose sign is there takes no other sheet than the sign's. */
function foundAgain(kept: readonly KeptSheet[], { sheets, signed }: FoundSigns): readonly Known[] {
  const found = new Map<KeptSheet, PresentSheet | undefined>();
  const taken = new Set<PresentSheet>();
  const take = (by: (entry: KeptSheet) => PresentSheet | undefined) => {
    for (const entry of kept) {
      const sheet = found.has(entry) ? undefined : by(entry);
      if (sheet === undefined || taken.has(sheet)) continue;
      found.set(entry, sheet);
      taken.add(sheet);
    }
  };
  take(({ sign }) => (sign === undefined ? undefined : signed.get(sign)));
  for (const entry of kept) if (entry.sign !== undefined && signed.has(entry.sign) && !found.has(entry)) found.set(entry, undefined);
  take(({ id }) => sheets.find((sheet) => sheet.id === id));
  take(({ name }) => sheets.find((sheet) => sheet.name === name));
  return kept.map((entry) => {
    const sheet = found.get(entry);
    return sheet === undefined ? { kept: entry, id: undefined } : { kept: { ...entry, ...sheet }, id: sheet.id };
  });
}

/** The sheet's id, unless the texts of another sheet stand under it. */
function freeKey(id: string, all: readonly Known[]): string {
  const taken = new Set(all.map(({ kept }) => kept.key));
  let key = id;
  for (let number = 2; taken.has(key); number++) key = `${id}-${String(number)}`;
  return key;
}
