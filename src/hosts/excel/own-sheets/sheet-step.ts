import { sheetName } from "../../../core/model/sheet-name.ts";
import type { Made } from "./new-sheets.ts";
import type { SheetStep } from "./sheet-queue.ts";
import { fingerprintName } from "../../../core/model/sheet-tags.ts";
import type { TagTable } from "./sheet-tags.ts";

/** What a plan makes and deletes, and the workbook's former state. */
interface Wanted {
  readonly made: readonly Made[];
  /** Ids. */
  readonly leaving: readonly string[];
  readonly before: TagTable;
}

/** The remaining part of the last step: fingerprints and names of the new sheets, deletion of the old ones. Undefined where nothing remains. */
export function stepLeft({ sheets, names, tags }: TagTable, { made, leaving, before }: Wanted): SheetStep | undefined {
  const going = sheets.filter(({ id }) => leaving.includes(id));
  const taken = new Set(sheets.filter((sheet) => !going.includes(sheet)).map(({ name }) => name));
  const renamed = made.flatMap(({ id = "", change: { plan, replaces } }) => {
    const name = sheets.find((sheet) => sheet.id === id)?.name ?? "";
    taken.delete(name);
    const to = sheetName(before.sheets.find((sheet) => sheet.id === replaces)?.name ?? plan.name, taken);
    taken.add(to);
    return to === name ? [] : [{ id, name: to }];
  });
  const hasFingerprint = (tag: string, fingerprint: string) => tags.some((known) => known.name === tag && known.fingerprint === fingerprint);
  const fingerprints = made.flatMap(({ tag, change: { plan } }) => (hasFingerprint(tag, plan.fingerprint) ? [] : [{ tag, fingerprint: plan.fingerprint }]));
  const unsigned = before.tags.flatMap(({ name, sheet }) => (sheet !== undefined && leaving.includes(sheet.id) ? [name, fingerprintName(name)] : []));
  const old = unsigned.filter((name) => names.has(name));
  if (going.length + old.length + renamed.length + fingerprints.length === 0) return undefined;
  return { made: made.flatMap(({ id }) => id ?? []), fingerprints, going: going.map(({ id }) => id), names: old, renamed };
}
