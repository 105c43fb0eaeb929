import type { Inspection } from "../model/finding.ts";
import type { RefusalCode } from "../model/refusal.ts";
import { showHidden } from "../wording/hidden.ts";

/** A checked evaluation sheet. */
export interface ReadOffice {
  /** The file or workbook that holds it; "" where it has no name. */
  readonly file: string;
  readonly inspection: Inspection;
  /** The sheet's id where it stands in the workbook that gets the summary: only then can cells be links. */
  readonly sheetId?: string | undefined;
}

/** A file that could not be checked. */
export interface UnreadOffice {
  readonly file: string;
  readonly refusal: { readonly code: RefusalCode; readonly detail: string };
}

/** One evaluation to sum up, or the reason why it is not in the numbers. */
export type Office = ReadOffice | UnreadOffice;

/** An office under the name that tells it from the others. */
export type Named<Of extends Office> = Of & { readonly name: string };

/** True for an office whose sheet was checked. */
export function isRead(office: Named<Office>): office is Named<ReadOffice> {
  return "inspection" in office;
}

/** The offices with their names, "file / sheet"; the same name again gets a number. */
export function nameOffices(offices: readonly Office[]): readonly Named<Office>[] {
  const taken = new Map<string, number>();
  return offices.map((office) => {
    const name = plainName(office);
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return { ...office, name: times === 1 ? name : `${name} (${times})` };
  });
}

function plainName(office: Office): string {
  const parts = "inspection" in office ? [office.file, office.inspection.sheet.name] : [office.file];
  return showHidden(parts.filter((part) => part !== "").join(" / "));
}
