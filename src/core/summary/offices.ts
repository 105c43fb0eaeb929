import type { Form } from "../form/schema.ts";
import type { Finding, Inspection, Overview } from "../model/finding.ts";
import type { RefusalReason } from "../model/refusal.ts";
import type { Sections } from "../model/sections.ts";
import { inert } from "../wording/hidden.ts";
import { alikePlaces, itemTextsOf, type ItemTexts } from "./alike.ts";

/** A checked evaluation sheet. */
export interface ReadOffice {
  /** The file or workbook with the sheet; "" where it has no name. */
  readonly file: string;
  readonly inspection: Inspection;
  /** The sheet's id, if it is in the workbook that gets the summary: only then cells can be links. */
  readonly sheetId?: string | undefined;
  /** Who is in charge of its rows, where a column names them. */
  readonly sections?: Sections | null;
  /** The findings that somebody decided to leave as they are. */
  readonly accepted?: Iterable<readonly [finding: Finding, decision: Decision]>;
  /** What tells it from a copy of another; undefined where it was not asked for. */
  readonly items?: ItemTexts | undefined;
}

/** Why a finding stays as it is, by whom, and since when, as 2026-11-01. */
interface Decision {
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** What is known of a sheet for a summary besides its inspection. */
export function officeFacts({ sections, outline }: Overview): Pick<ReadOffice, "sections" | "items"> {
  return { sections, items: itemTextsOf(outline) };
}

/** A file that could not be checked. */
export interface UnreadOffice {
  readonly file: string;
  readonly refusal: RefusalReason;
}

/** The form of most sheets, the first of them where several are as many; undefined where none was checked. */
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

/** True for forms whose numbers can be added up: they differ at most in severities, in the years in their columns' names, and in the name that a sheet gave to an inferred form, and in whether they stand in one table. */
export function isSameForm(one: Form, other: Form): boolean {
  return one === other || shapeOf(one) === shapeOf(other);
}

function shapeOf(form: Form): string {
  return JSON.stringify({ ...form, rules: {}, layout: undefined, columns: form.columns.map((column) => ({ ...column, name: null })), name: form.id.startsWith("inferred") ? null : form.name });
}

/** One evaluation to sum up, or the reason why it is left out. */
export type Office = ReadOffice | UnreadOffice;

/** An office with a name that no other one has. */
export type Named<Of extends Office> = Of & { readonly name: string };

/** True for an office whose sheet was checked. */
export function isRead<Of extends Office>(office: Of): office is Extract<Of, ReadOffice> {
  return "inspection" in office;
}

/**
 * The offices with their names: as the sheet's own title says, else "file / sheet". Offices of one name are told apart by
 * their files, and by a number where those are equal too.
 */
export function nameOffices(offices: readonly Office[]): readonly Named<Office>[] {
  const titled = offices.map((office) => (isRead(office) ? (office.inspection.title.office ?? undefined) : undefined));
  const times = countsOf(titled);
  const taken = new Map<string, number>();
  return offices.map((office, index) => {
    const title = titled[index];
    const place = placeOf(office);
    const name = title === undefined ? place : (times.get(title) ?? 0) > 1 && place !== "" ? `${title}（${place}）` : title;
    return numbered(office, name, taken);
  });
}

function numbered(office: Office, name: string, taken: Map<string, number>): Named<Office> {
  const times = (taken.get(name) ?? 0) + 1;
  taken.set(name, times);
  return { ...office, name: times === 1 ? name : `${name} (${times})` };
}

function countsOf(names: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The places of the offices' sheets that look like copies of one another, in groups. */
export function alikeOffices(offices: readonly Office[]): readonly (readonly string[])[] {
  return alikePlaces(offices.flatMap((office) => (isRead(office) && office.items ? [{ place: placeOf(office), title: office.inspection.title, items: office.items }] : [])));
}

function placeOf(office: Office): string {
  const parts = isRead(office) ? [office.file, office.inspection.sheet.name] : [office.file];
  return inert(parts.filter((part) => part !== "").join(" / "));
}
