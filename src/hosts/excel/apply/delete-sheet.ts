import { Refusal } from "../../../core/model/refusal.ts";
import type { MadeHere } from "../own-sheets/made-here.ts";
import type { TagTable } from "../own-sheets/sheet-tags.ts";

/** Ids of the sheets that a plan deletes. */
interface Leaving {
  readonly deleted: readonly string[];
  /** Sheets with terms that go with their forms' lists. The user was asked where necessary. */
  readonly going: readonly string[];
  readonly replaced: readonly string[];
}

/** Only sheets that this pane made are deleted; sheets with our tag may be replaced. @throws {Refusal} sheet-gone; not-ours, naming the sheet */
export function refuseForeign({ sheets, tags }: TagTable, { deleted, going, replaced }: Leaving, here: MadeHere): void {
  for (const id of [...deleted, ...going, ...replaced]) {
    const sheet = sheets.find((each) => each.id === id);
    if (sheet === undefined) throw new Refusal("sheet-gone");
    const isOurs = deleted.includes(id) ? here.sheets.has(id) : tags.some((tag) => tag.sheet?.id === id);
    if (!isOurs) throw new Refusal("not-ours", sheet.name);
  }
}

/** Excel keeps one visible sheet. @throws {Refusal} last-sheet, naming the sheet */
export function refuseLast({ sheets }: TagTable, { deleted, going, replaced }: Leaving, made: number): void {
  const last = sheets.find(({ id }) => deleted.includes(id) || going.includes(id));
  const leaving = new Set([...deleted, ...going, ...replaced]);
  const isAnyLeft = made > 0 || sheets.some(({ id, isVisible }) => isVisible && !leaving.has(id));
  if (last !== undefined && !isAnyLeft) throw new Refusal("last-sheet", last.name);
}
