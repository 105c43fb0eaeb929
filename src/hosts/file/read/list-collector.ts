import { nameCodes } from "../xml/names.ts";
import type { XmlScanner } from "../xml/scanner.ts";
import { xmlText } from "../xml/text.ts";
import { mergedAreaOf, textAt, type MergedArea } from "./reference.ts";

/** A list that cells must take their texts from, as its rule names it. */
export interface CellList {
  readonly areas: readonly MergedArea[];
  /** The texts themselves, an area, or a name. */
  readonly formula: string;
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
    // What stands in another extension, such as sparklines, has formulas and places too.
    else if (name === nameCodes.ext) this.#open = undefined;
    this.#field = name === nameCodes.formula1 || name === nameCodes.f ? "formula" : name === nameCodes.sqref ? "areas" : undefined;
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.#open !== undefined && this.#field !== undefined) this.#open[this.#field] += xmlText(bytes, start, end);
  }

  lists(): readonly CellList[] {
    return this.#lists.map(({ areas, formula }) => ({ areas: areas.split(/\s+/).flatMap((area) => mergedAreaOf(area) ?? []), formula: formula.trim() }));
  }

  #begin(scanner: XmlScanner): void {
    const style = textAt(scanner, nameCodes.errorStyle) ?? "stop";
    const refuses = style === "stop" && ["1", "true"].includes(textAt(scanner, nameCodes.showErrorMessage) ?? "");
    this.#open = textAt(scanner, nameCodes.type) === "list" && refuses ? { areas: textAt(scanner, nameCodes.sqref) ?? "", formula: "" } : undefined;
    if (this.#open !== undefined) this.#lists.push(this.#open);
  }
}
