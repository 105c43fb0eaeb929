import { isSameName } from "../../../core/model/same-name.ts";
import type { Grid } from "../../../core/model/grid.ts";
import { cellText } from "../../../core/wording/phrase.ts";
import type { BookName } from "./book.ts";
import { mergedAreaOf, type MergedArea } from "./reference.ts";

/** The most cells of lists that are read for one sheet. */
const mostCells = 100_000;

/** Reads the texts of the lists of one sheet, each list once. What a function gives is not known. */
export class ListTexts {
  readonly #known = new Map<string, ReadonlySet<string> | undefined>();
  #cells = 0;

  /** @param gridOf the contents of a sheet by its name; undefined if they are not known */
  constructor(
    private readonly sheet: string,
    private readonly names: readonly BookName[],
    private readonly gridOf: (sheet: string) => Promise<Grid | undefined>,
  ) {}

  /** The texts of a list; undefined if they are not known. */
  async of(formula: string): Promise<ReadonlySet<string> | undefined> {
    if (!this.#known.has(formula)) this.#known.set(formula, await this.#read(formula));
    return this.#known.get(formula);
  }

  async #read(formula: string): Promise<ReadonlySet<string> | undefined> {
    if (formula.startsWith('"') && formula.endsWith('"')) return new Set(formula.slice(1, -1).replaceAll('""', '"').split(",").map((text) => text.trim()));
    const place = this.#placeOf(formula) ?? this.#placeOf(this.#meaningOf(formula));
    if (place === undefined || (this.#cells += (place.area.lastRow - place.area.row + 1) * (place.area.lastColumn - place.area.column + 1)) > mostCells) return undefined;
    const grid = await this.gridOf(place.sheet);
    if (grid === undefined) return undefined;
    const { row: first, column: left, lastRow, lastColumn } = place.area;
    const texts = new Set<string>();
    for (let row = first; row <= lastRow; row++) for (let column = left; column <= lastColumn; column++) texts.add(cellText(grid.value(row, column)));
    return texts;
  }

  /** What a name means on this sheet: its own name comes before one of the workbook. */
  #meaningOf(name: string): string {
    const named = this.names.filter((each) => isSameName(each.name, name));
    return (named.find(({ sheet }) => sheet !== undefined && isSameName(sheet, this.sheet)) ?? named.find(({ sheet }) => sheet === undefined))?.means.trim() ?? "";
  }

  /** The sheet and the area of a reference such as 'Sheet 1'!$A$1:$A$9; undefined for anything else. */
  #placeOf(reference: string): { readonly sheet: string; readonly area: MergedArea } | undefined {
    const mark = reference.lastIndexOf("!");
    const area = mergedAreaOf(reference.slice(mark + 1));
    const sheet = mark < 0 ? this.sheet : reference.slice(0, mark);
    return area && { sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, area };
  }
}
