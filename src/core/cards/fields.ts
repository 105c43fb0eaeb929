import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { boxesText, type Box } from "./boxes.ts";

/** A label of a card and the cell of its value. */
export interface CardField {
  readonly label: string;
  /** The same for the field on all cards. */
  readonly key: string;
  /** Tells it from an equal label: 一次評価, 令和5年度. */
  readonly heading?: string;
  /** The Gregorian year of the value, if the card has several. */
  readonly year?: number;
  readonly at: CellPlace;
  readonly value: CellPlace;
  /** The first column after the value. */
  readonly end: number;
  /** The cells of a choice that takes several. */
  readonly boxes?: readonly Box[];
  /** The text before the value in the same cell: 事業名：. */
  readonly before?: string;
}

/** A small table on a card: a row of labels with rows of values below. */
export interface CardTable {
  readonly labels: readonly CardField[];
  readonly rows: readonly number[];
}

/** A sheet that is one item: labels beside their values, and perhaps small tables. */
export interface Card {
  readonly grid: Grid;
  readonly fields: readonly CardField[];
  readonly tables: readonly CardTable[];
}

/** The value of a field: the choices of several cells together, or the text after the label in the same cell. */
export function fieldValue(grid: Grid, { value: { row, column }, boxes, before }: CardField): CellValue {
  if (boxes) return boxesText(grid, boxes);
  const value = grid.value(row, column);
  return before !== undefined && typeof value === "string" ? value.slice(before.length).trim() : value;
}
