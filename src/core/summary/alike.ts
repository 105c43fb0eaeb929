import { foldWidth } from "../form/fold.ts";
import type { Outline } from "../model/outline.ts";
import type { SheetTitle } from "../model/sheet-title.ts";
import { officeInName } from "../table/sheet-title.ts";
import { sayCount } from "../wording/counts.ts";
import { mostNamed, nameFew } from "../wording/few.ts";
import { withoutSpace } from "../wording/hidden.ts";
import type { Language } from "../wording/language.ts";

/** The texts of a sheet's items, each once. Codes are left out: they are alike everywhere, and fixes change them. */
export type ItemTexts = ReadonlySet<string>;

/** What tells a sheet from a copy of another. */
export interface ComparedSheet {
  /** Its file, and its name there. */
  readonly place: string;
  readonly title: SheetTitle;
  readonly items: ItemTexts;
}

/** Texts that sheets without an office's name must have in common: one or two are soon the same by chance. */
const leastShared = 3;

const known = new WeakMap<Outline, ItemTexts>();

/** The texts of an evaluation's items. */
export function itemTextsOf(outline: Outline): ItemTexts {
  const texts = known.get(outline) ?? new Set(outline.titles.map((title) => withoutSpace(foldWidth(title))).filter((text) => text !== ""));
  known.set(outline, texts);
  return texts;
}

/** The places of sheets that look like copies of one another, in groups: a file under another name, one with fixes, one that came again. The same in whatever order the sheets come. */
export function alikePlaces(sheets: readonly ComparedSheet[]): readonly (readonly string[])[] {
  const groups = new Map<ComparedSheet, string[]>();
  const firstsWith = new Map<string, ComparedSheet[]>();
  for (const sheet of [...sheets].sort(byPlace)) {
    const shared = new Map<ComparedSheet, number>();
    for (const text of sheet.items) for (const first of firstsWith.get(text) ?? []) shared.set(first, (shared.get(first) ?? 0) + 1);
    const [original] = [...shared].find(([first, count]) => isCopy(sheet, first, count)) ?? [];
    groups.set(original ?? sheet, [...(groups.get(original ?? sheet) ?? []), sheet.place]);
    if (original) continue;
    for (const text of sheet.items) firstsWith.set(text, [...(firstsWith.get(text) ?? []), sheet]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The shorter first: a copy's name is mostly the original's and more. */
function byPlace({ place: one }: ComparedSheet, { place: other }: ComparedSheet): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

/** True where neither office nor year differs and more than two thirds of the smaller sheet's texts are on both: offices often share the outer items that a city gives them. */
function isCopy(one: ComparedSheet, other: ComparedSheet, shared: number): boolean {
  const offices = one.title.office !== null && other.title.office !== null ? [one.title.office, other.title.office] : [officeInName(one.place), officeInName(other.place)];
  const [office, year] = [compare(offices), compare([one.title.year, other.title.year])];
  return office !== "differs" && year !== "differs" && shared * 3 > Math.min(one.items.size, other.items.size) * 2 && (office === "same" || shared >= leastShared);
}

function compare([one, other]: readonly (string | number | null | undefined)[]): "same" | "differs" | "unknown" {
  if (one === null || other === null) return "unknown";
  return one === other ? "same" : "differs";
}

const sentences = {
  ja: {
    copies: (places: string) => `同じ評価シートの写しとみられますが、集計ではどれも数えます：${places}。`,
    more: (groups: number) => `写しとみられる評価シートは、ほかに${sayCount(groups)}組あります。`,
    how: "一つだけを数えるには、要らないファイルやシートを外してから集計してください。",
  },
  en: {
    copies: (places: string) => `These look like copies of one sheet, and a summary counts each of them: ${places}.`,
    more: (groups: number) => `Of ${groups === 1 ? "1 more sheet" : `${sayCount(groups)} more sheets`} there seem to be copies, too.`,
    how: "To count it once, leave the others out and sum up again.",
  },
} as const;

/** Sentences that tell which sheets are alike and what to do, the first ones by name; none where none are. @param groups the places of the sheets */
export function describeAlike(groups: readonly (readonly string[])[], language: Language): readonly string[] {
  if (groups.length === 0) return [];
  const words = sentences[language];
  const named = groups.slice(0, mostNamed).map((places) => words.copies(nameFew(places, language)));
  const more = groups.length - named.length;
  return [...named, ...(more > 0 ? [words.more(more)] : []), words.how];
}
