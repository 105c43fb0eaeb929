import { sheetName } from "../../../core/model/sheet-name.ts";
import type { Made } from "./new-sheets.ts";
import type { Step } from "./sheet-signs.ts";
import { sealName } from "../../../core/model/sheet-signs.ts";
import type { SignTable } from "./signs.ts";

/** What a plan makes and what shall go, and how the workbook was before. */
interface Wanted {
  readonly made: readonly Made[];
  /** Ids. */
  readonly leaving: readonly string[];
  readonly before: SignTable;
}

/** What is left to do until the new sheets have their seals and names and the old ones are gone; undefined where nothing is. */
export function stepLeft({ sheets, names, signs }: SignTable, { made, leaving, before }: Wanted): Step | undefined {
  const going = sheets.filter(({ id }) => leaving.includes(id));
  const taken = new Set(sheets.filter((sheet) => !going.includes(sheet)).map(({ name }) => name));
  const renamed = made.flatMap(({ id = "", change: { plan, replaces } }) => {
    const name = sheets.find((sheet) => sheet.id === id)?.name ?? "";
    taken.delete(name);
    const to = sheetName(before.sheets.find((sheet) => sheet.id === replaces)?.name ?? plan.name, taken);
    taken.add(to);
    return to === name ? [] : [{ id, name: to }];
  });
  const isSealed = (sign: string, seal: string) => signs.some((known) => known.name === sign && known.seal === seal);
  const seals = made.flatMap(({ sign, change: { plan } }) => (isSealed(sign, plan.seal) ? [] : [{ sign, seal: plan.seal }]));
  const unsigned = before.signs.flatMap(({ name, sheet }) => (sheet !== undefined && leaving.includes(sheet.id) ? [name, sealName(name)] : []));
  const old = unsigned.filter((name) => names.has(name));
  if (going.length + old.length + renamed.length + seals.length === 0) return undefined;
  return { made: made.flatMap(({ id }) => id ?? []), seals, going: going.map(({ id }) => id), names: old, renamed };
}
