import type { Card } from "./fields.ts";
import { labelOf } from "./labels.ts";

/** The share of labels that cards of one kind have in common. */
const alike = 0.5;

/** The cards of the most common kind; of equally common ones the first. */
export function commonestKind(cards: readonly Card[]): readonly Card[] {
  const kinds: { readonly labels: ReadonlySet<string>; readonly cards: Card[] }[] = [];
  for (const card of cards) {
    const labels = labelsOf(card);
    const kind = kinds.find((known) => share(known.labels, labels) >= alike);
    if (kind) kind.cards.push(card);
    else kinds.push({ labels, cards: [card] });
  }
  return kinds.reduce<readonly Card[]>((most, { cards: own }) => (own.length > most.length ? own : most), []);
}

/** The bare labels that have values for several years on most of the cards with them. */
export function datedLabels(cards: readonly Card[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const card of cards) {
    const dated = new Set(fieldsOf(card).flatMap(({ label, year }) => (year === undefined ? [] : [labelOf(label)])));
    for (const bare of labelsOf(card)) counts.set(bare, (counts.get(bare) ?? 0) + (dated.has(bare) ? 1 : -1));
  }
  return new Set([...counts].flatMap(([bare, count]) => (count > 0 ? [bare] : [])));
}

function fieldsOf({ fields, tables }: Card): Card["fields"] {
  return [...fields, ...tables.flatMap(({ labels }) => labels)];
}

function labelsOf(card: Card): ReadonlySet<string> {
  return new Set(fieldsOf(card).map(({ label }) => labelOf(label)));
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((label) => other.has(label)).length;
  return both / Math.max(1, one.size + other.size - both);
}
