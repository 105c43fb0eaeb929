import { cardYear } from "./years.ts";
import type { Card, CardField } from "./fields.ts";
import { labelOf } from "./labels.ts";

/** The fields' names over all cards: the bare label under its heading, by its year beside the card's year, numbered where the card has it again. */
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

/** Whether a key is of the card's own year, or of one before; a plan for a later year judges nothing either. */
export function yearOfKey(key: string): "this" | "earlier" {
  return /@0(?:#|$)/.test(key) ? "this" : "earlier";
}
