import type { Profile } from "./profile.ts";

/** The rows of a region on which items begin. */
export interface Begins {
  /** 1 for every row on which an item begins. */
  readonly at: Uint8Array;
  readonly count: number;
}

/** Joins the beginnings of columns: a repeated code, such as 1 under each parent, begins where its title does. */
export function beginsOf(columns: readonly Profile[]): Begins {
  const [first] = columns;
  if (!first) return { at: new Uint8Array(), count: 0 };
  if (columns.length === 1) return { at: first.starts, count: first.startCount };
  return counted(first.starts.map((one, index) => (one === 1 || columns.some(({ starts }) => starts[index] === 1) ? 1 : 0)));
}

function counted(at: Uint8Array): Begins {
  return { at, count: at.reduce((sum, one) => sum + one, 0) };
}

/** How similar the rows are on which two of them begin, from 0 to 1. */
export function likeness(one: Begins, other: Begins): number {
  let both = 0;
  one.at.forEach((begins, index) => {
    if (begins === 1 && other.at[index] === 1) both++;
  });
  const all = one.count + other.count - both;
  return all === 0 ? 0 : both / all;
}
