import { maxColumns } from "../../../core/model/address.ts";
import { areaAt, textAt, type MergedArea } from "../read/reference.ts";
import { nameCodes } from "../xml/names.ts";
import type { XmlScanner } from "../xml/scanner.ts";
import { xmlText } from "../xml/text.ts";
import { movedFormula } from "./shared-formula.ts";

/** The longest formula that Excel takes. */
const longest = 8192;
/** How many characters of formulas are kept of a sheet, and how many cells that a formula of several cells fills. */
const mostLetters = 16_777_216;
const mostFilled = 100_000;

interface Formula {
  readonly row: number;
  readonly column: number;
  readonly shared: string | undefined;
  text: string;
}

/** The formulas of a sheet, to be shown. */
export class FormulaCollector {
  readonly #formulas = new Map<number, Formula>();
  readonly #shared = new Map<string, Formula>();
  #current: Formula | undefined;
  #letters = 0;
  #filled = 0;

  /** A cell's formula starts. */
  open(row: number, column: number, scanner: XmlScanner): void {
    const kind = textAt(scanner, nameCodes.t);
    const shared = kind === "shared" ? textAt(scanner, nameCodes.si) : undefined;
    const formula: Formula = { row, column, shared, text: "" };
    this.#current = formula;
    this.#formulas.set(keyOf(row, column), formula);
    if (shared !== undefined && !this.#shared.has(shared)) this.#shared.set(shared, formula);
    const area = kind === "array" || kind === "dataTable" ? areaAt(scanner, nameCodes.ref) : undefined;
    if (area) this.#fill(area, formula);
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    const { text } = this.#current ?? {};
    if (!this.#current || text === undefined || text.length > longest || this.#letters > mostLetters) return;
    this.#current.text = text + xmlText(bytes, start, end);
    this.#letters += end - start;
  }

  /** The cell's formula with its sign; "=" alone where it is not kept or has no text; undefined where the cell has none. */
  at(row: number, column: number): string | undefined {
    const formula = this.#formulas.get(keyOf(row, column));
    if (!formula) return undefined;
    const shared = formula.text === "" && formula.shared !== undefined ? this.#shared.get(formula.shared) : undefined;
    const text = shared ? movedFormula(shared.text, { rows: row - shared.row, columns: column - shared.column }) : formula.text;
    return `=${text.slice(0, longest)}`;
  }

  /** One formula makes the values of all these cells. */
  #fill({ row: first, column: left, lastRow, lastColumn }: MergedArea, formula: Formula): void {
    this.#filled += (lastRow - first + 1) * (lastColumn - left + 1);
    if (this.#filled > mostFilled) return;
    for (let row = first; row <= lastRow; row++) for (let column = left; column <= lastColumn; column++) this.#formulas.set(keyOf(row, column), formula);
  }
}

function keyOf(row: number, column: number): number {
  return row * maxColumns + column;
}
