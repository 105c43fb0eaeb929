import type { CellPlace } from "./address.ts";

/** The section in charge of a row from a column on, zero-based; null where none is named. */
export interface InCharge {
  readonly from: number;
  readonly name: string | null;
}

/** By zero-based row, or by a card's sheet id. A row has several where tables stand side by side. */
export type Sections = ReadonlyMap<number | string, readonly InCharge[]>;

/** The section in charge of a cell; null where none is named. */
export function sectionAt(sections: Sections, { sheet, row, column }: CellPlace): string | null {
  const all = sections.get(sheet?.id ?? row) ?? [];
  return all.reduce<InCharge | undefined>((found, one) => (one.from <= column && one.from >= (found?.from ?? 0) ? one : found), undefined)?.name ?? null;
}
