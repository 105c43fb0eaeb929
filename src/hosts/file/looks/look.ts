import type { Grid, SheetInfo } from "../../../core/model/grid.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { cellStyles, standardFont, type CellStyle } from "./cell-styles.ts";
import { digitWidthOf } from "./digit-width.ts";
import { LookCollector } from "./look-collector.ts";
import type { MergedArea } from "../read/reference.ts";
import type { PartSource } from "../zip/package.ts";
import { readSheet, type SheetContext } from "../read/sheet-reader.ts";
import { shownText } from "./shown-text.ts";
import type { XmlNode } from "../xml/places.ts";

export type { BorderEdge, CellStyle } from "./cell-styles.ts";
export type { MergedArea } from "../read/reference.ts";

/** A sheet with everything needed to show it. Rows and columns are zero-based, sizes in CSS pixels. */
export interface SheetLook {
  readonly grid: Grid;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly defaultColumnWidth: number;
  /** Only columns with their own width. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly defaultRowHeight: number;
  /** Only rows with their own height; hidden rows are in the grid. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly merges: readonly MergedArea[];
  readonly styles: readonly CellStyle[];
  /** Index into `styles`: the cell's own, otherwise its row's, otherwise its column's. */
  styleIndex(row: number, column: number): number;
  /** The text that Excel shows in the cell, "" for an empty one. */
  text(row: number, column: number): string;
  /** The cell's formula, with its sign; "=" alone where the file does not tell it; undefined where the cell has none. */
  formula(row: number, column: number): string | undefined;
}

/** The parts of a workbook that are only needed for showing. */
export interface LookParts {
  readonly info: SheetInfo;
  readonly styles: XmlNode | undefined;
  readonly theme: XmlNode | undefined;
}

/** Reads a sheet part with its look. @throws {Refusal} damaged, too-large, cancelled */
export async function readLook(pack: PartSource, context: SheetContext, parts: LookParts, watch?: Watch): Promise<SheetLook> {
  const collector = new LookCollector(context, digitWidthOf(standardFont(parts.styles)));
  await readSheet(pack, context, collector, watch);
  const grid = collector.grid.build(parts.info, context.date1904);
  const { styles, byFormat } = cellStyles(parts.styles, parts.theme);
  return {
    grid,
    styles,
    ...collector.look,
    styleIndex: (row, column) => byFormat[collector.format(row, column)] ?? 0,
    text: (row, column) => shownText(grid.value(row, column), context.formats.numbers[collector.format(row, column)] ?? "General", grid.date1904),
    formula: (row, column) => collector.formulas.at(row, column),
  };
}

/** The look of a sheet that only has values, such as a text file's. */
export function plainLook(grid: Grid): SheetLook {
  return {
    grid,
    ...new LookCollector({ formats: { numbers: [], struck: new Set() }, isStale: false }, digitWidthOf(undefined)).look,
    styles: cellStyles(undefined, undefined).styles,
    styleIndex: () => 0,
    text: (row, column) => shownText(grid.value(row, column), "General", false),
    formula: () => undefined,
  };
}
