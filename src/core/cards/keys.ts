import type { Form } from "../form/schema.ts";
import { cardYear } from "./years.ts";
import type { Card, CardField } from "./fields.ts";
import { labelOf } from "./labels.ts";

/** Names the fields for all cards: the bare label under its heading, by its year relative to the card's year, numbered if the card repeats it. */
export function withKeys({ grid, fields, tables }: Card): Card {
  const years = [...new Set([...fields, ...tables.flatMap(({ labels }) => labels)].flatMap(({ year }) => (year === undefined ? [] : [year])))];
  const current = years.length > 0 ? cardYear(grid, years) : 0;
  const times = new Map<string, number>();
  const keyed = (field: CardField): CardField => {
    const key = keyOf(field.label, field.heading, field.year === undefined ? undefined : field.year - current);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return { ...field, key: time === 1 ? key : `${key}#${time}` };
  };
  const all = [...fields, ...tables.flatMap(({ labels }) => labels)].sort((one, other) => one.at.row - other.at.row || one.at.column - other.at.column);
  const known = new Map(all.map((field) => [field, keyed(field)]));
  const own = (field: CardField) => known.get(field) ?? field;
  return { grid, fields: fields.map(own), tables: tables.map(({ labels, rows }) => ({ labels: labels.map(own), rows })) };
}

/** @param year years after the card's year */
export function keyOf(label: string, heading: string | undefined, year: number | undefined): string {
  const bare = labelOf(label);
  if (year !== undefined) return `${bare}@${year}`;
  return heading === undefined ? bare : `${labelOf(heading)}/${bare}`;
}

/** Tells whether a key belongs to the card's own year or an earlier one. A plan for a later year also judges nothing. */
export function yearOfKey(key: string): "this" | "earlier" {
  return /@0(?:#|$)/.test(key) ? "this" : "earlier";
}

/** A label by its year, in words that hold for next year's cards too. */
export function yearName(label: string, key: string): Form["name"] {
  const years = Number(/@(-?\d+)/.exec(key)?.[1] ?? 0);
  if (years === 0) return { ja: label, en: label };
  if (years === -1) return { ja: `前年度の${label}`, en: `${label} of the year before` };
  return { ja: `${Math.abs(years)}年${years < 0 ? "前" : "後"}の${label}`, en: `${label} ${Math.abs(years)} years ${years < 0 ? "before" : "later"}` };
}
