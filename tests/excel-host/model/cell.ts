import type { CellValue } from "../../../src/core/model/grid.ts";
import { plainLook, type CellLink, type Look } from "./look.ts";

export type { CellValue } from "../../../src/core/model/grid.ts";

export const general = "General";

/** A cell; replaced as a whole when anything in it changes. */
export interface Cell {
  readonly value: CellValue;
  /** With the leading "="; undefined for a constant. */
  readonly formula: string | undefined;
  readonly format: string;
  /** The leading apostrophe, which Excel keeps apart from the text. */
  readonly quotePrefix: boolean;
  /** "#RRGGBB"; undefined if the cell has no fill of its own. */
  readonly fill: string | undefined;
  readonly look: Look;
  /** The text of an entity or a linked data type, which stands for the value: that is then "#VALUE!". */
  readonly rich: string | undefined;
  readonly link: CellLink | undefined;
}

export const blank: Cell = { value: undefined, formula: undefined, format: general, quotePrefix: false, fill: undefined, rich: undefined, look: plainLook, link: undefined };

/** The names of Excel.RangeValueType that occur in this model. */
export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error" | "RichValue";

/** The type of a cell's value. */
export function cellType({ rich, value }: Cell): ValueType {
  return rich === undefined ? valueType(value) : "RichValue";
}

export function valueType(value: CellValue): ValueType {
  if (value === undefined) return "Empty";
  if (typeof value === "string") return "String";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "Error";
}

/** The value as a program reads it: "" for an empty cell, the text of an error. */
export function plainValue(value: CellValue): string | number | boolean {
  if (value === undefined) return "";
  return typeof value === "object" ? value.error : value;
}

/** The formula as a program reads it, otherwise the value. The apostrophe is lost (OfficeDev/office-js#6687). */
export function plainFormula(cell: Cell): string | number | boolean {
  return cell.formula ?? plainValue(cell.value);
}
