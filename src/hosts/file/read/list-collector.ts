import type { CellValue } from "../../../core/model/grid.ts";
import { cellText } from "../../../core/wording/phrase.ts";
import { nameCodes } from "../xml/names.ts";
import type { XmlScanner } from "../xml/scanner.ts";
import { xmlText } from "../xml/text.ts";
import { mergedAreaOf, textAt, type MergedArea } from "./reference.ts";

/** A list that cells must take their texts from. */
export interface CellList {
  readonly areas: readonly MergedArea[];
  readonly texts: ReadonlySet<string>;
}

interface OpenList {
  areas: string;
  formula: string;
}

/**
 * Collects the data validations of a sheet (ECMA-376 18.3.1.32) that refuse values outside their list. Those for newer
 * versions of Excel have their places as text.
 */
export class ListCollector {
  readonly #lists: OpenList[] = [];
  #open: OpenList | undefined;
  #field: keyof OpenList | undefined;

  open(name: number, scanner: XmlScanner): void {
    if (name === nameCodes.dataValidation) this.#begin(scanner);
    this.#field = name === nameCodes.formula1 || name === nameCodes.f ? "formula" : name === nameCodes.sqref ? "areas" : undefined;
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.#open !== undefined && this.#field !== undefined) this.#open[this.#field] += xmlText(bytes, start, end);
  }

  /** Lists in the rule itself or on its own sheet. The contents of other sheets and names are not known here. */
  lists(valueAt: (row: number, column: number) => CellValue): readonly CellList[] {
    const source = new ListSource(valueAt);
    return this.#lists.flatMap(({ areas, formula }) => {
      const texts = source.texts(formula.trim());
      return texts === undefined ? [] : [{ areas: areas.split(/\s+/).flatMap((area) => mergedAreaOf(area) ?? []), texts }];
    });
  }

  #begin(scanner: XmlScanner): void {
    const style = textAt(scanner, nameCodes.errorStyle) ?? "stop";
    const refuses = style === "stop" && ["1", "true"].includes(textAt(scanner, nameCodes.showErrorMessage) ?? "");
    this.#open = textAt(scanner, nameCodes.type) === "list" && refuses ? { areas: textAt(scanner, nameCodes.sqref) ?? "", formula: "" } : undefined;
    if (this.#open !== undefined) this.#lists.push(this.#open);
  }
}

/** The most cells of lists that are read on one sheet. */
const mostCells = 100_000;

/** Reads the texts of lists, each list once. */
class ListSource {
  readonly #known = new Map<string, ReadonlySet<string> | undefined>();
  #cells = 0;

  constructor(private readonly valueAt: (row: number, column: number) => CellValue) {}

  texts(formula: string): ReadonlySet<string> | undefined {
    if (!this.#known.has(formula)) this.#known.set(formula, this.#read(formula));
    return this.#known.get(formula);
  }

  #read(formula: string): ReadonlySet<string> | undefined {
    if (formula.startsWith('"') && formula.endsWith('"')) return new Set(formula.slice(1, -1).replaceAll('""', '"').split(",").map((text) => text.trim()));
    const area = mergedAreaOf(formula);
    if (area === undefined || (this.#cells += (area.lastRow - area.row + 1) * (area.lastColumn - area.column + 1)) > mostCells) return undefined;
    const texts = new Set<string>();
    for (let row = area.row; row <= area.lastRow; row++) for (let column = area.column; column <= area.lastColumn; column++) texts.add(cellText(this.valueAt(row, column)));
    return texts;
  }
}
