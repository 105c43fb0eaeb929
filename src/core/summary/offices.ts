import type { Form } from "../form/schema.ts";
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

/** The form by which most of the sheets were checked, the first of them where several are as many; undefined where none was. */
export function commonForm(forms: Iterable<Form>): Form | undefined {
  const used = new Map<string, { readonly form: Form; times: number }>();
  for (const form of forms) {
    const shape = shapeOf(form);
    const known = used.get(shape);
    if (known) known.times++;
    else used.set(shape, { form, times: 1 });
  }
  return [...used.values()].reduce<{ readonly form: Form; times: number } | undefined>((most, each) => (most && most.times >= each.times ? most : each), undefined)?.form;
}

/** True for forms whose numbers can be added up: all is the same but what the rules count as, and the name where a sheet gave its own to an inferred one. */
export function isSameForm(one: Form, other: Form): boolean {
  return one === other || shapeOf(one) === shapeOf(other);
}

function shapeOf(form: Form): string {
  return JSON.stringify({ ...form, rules: {}, name: form.id.startsWith("inferred") ? null : form.name });
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
