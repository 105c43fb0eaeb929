import type { CellValue } from "../../../core/model/grid.ts";
import type { XmlScanner } from "../xml/scanner.ts";

/** Other facts in a cell's markup. The same object for every cell. */
export interface CellFacts {
  /** Its text has runs of their own look, or furigana. */
  readonly isStyled: boolean;
  /** Characters of its text are struck through. They are not in its value, unless all are. */
  readonly isStruck: boolean;
  /** It has a formula. */
  readonly isFormula: boolean;
  /** It has a formula without a stored result. */
  readonly isOpen: boolean;
  /** Its value is a picture, or its formula shows one. */
  readonly isPicture: boolean;
}

/** Receives the contents of a sheet part. Rows and columns are zero-based; `style` is an index of the workbook's cell formats. */
export interface SheetHandler {
  /** A row starts. Its other attributes can be read from the scanner during the call. */
  row(row: number, scanner: XmlScanner): void;
  /** A cell; the value is undefined if it only has a style. */
  cell(row: number, column: number, value: CellValue, style: number, facts: CellFacts): void;
  /** A cell's formula starts, and its text; only showing it needs them. */
  formula?(row: number, column: number, scanner: XmlScanner): void;
  formulaText?(bytes: Uint8Array, start: number, end: number): void;
  /** An element outside the rows starts. */
  other(name: number, scanner: XmlScanner): void;
  /** Takes such elements in their usual writing, at `start`, past the scanner. Returns where it stopped. */
  otherPlain?(bytes: Uint8Array, start: number): number;
  /** Text of such an element, in `bytes`. */
  otherText(bytes: Uint8Array, start: number, end: number): void;
}
