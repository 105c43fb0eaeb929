import { GridBuilder, type CellValue, type Grid, type SheetInfo } from "../../../core/model/grid.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import type { PartSource } from "../zip/package.ts";
import { ListCollector } from "./list-collector.ts";
import type { ListTexts } from "./list-texts.ts";
import type { SharedTexts } from "./shared-strings.ts";
import type { CellFacts, SheetHandler } from "./sheet-handler.ts";
import { SheetTokenizer } from "./sheet-tokenizer.ts";
import { areaAt, plainAreas, type MergedArea } from "./reference.ts";
import { asUtf8 } from "../xml/utf8.ts";
import { nameCodes } from "../xml/names.ts";
import { XmlScanner } from "../xml/scanner.ts";

/** What reading a sheet part needs from the rest of the workbook. */
export interface SheetContext {
  readonly part: string;
  readonly strings: SharedTexts;
  readonly formats: CellFormats;
  readonly date1904: boolean;
  /** True if the workbook asks for a calculation when it is opened, so that a 0 may be a result not yet known. */
  readonly isStale: boolean;
  /** Numbers of the rich values that are pictures, as cells name them. */
  readonly pictures: ReadonlySet<number>;
}

/** The value of a cell with a picture, according to Excel. */
const pictureValue: CellValue = { error: "#VALUE!" };

/** The parts of the cell formats that say something about a value, by their index. */
export interface CellFormats {
  /** Number format codes. */
  readonly numbers: readonly string[];
  /** The formats with struck-through font. */
  readonly struck: ReadonlySet<number>;
}

/** Streams a sheet part into a handler. @throws {Refusal} damaged, too-large, cancelled */
export async function readSheet(pack: PartSource, context: SheetContext, handler: SheetHandler, watch?: Watch): Promise<void> {
  const damaged = (at?: string): never => scanner.damaged(at);
  const scanner: XmlScanner = new XmlScanner(context.part, new SheetTokenizer(handler, context.strings, context.date1904, damaged, context.pictures));
  for await (const piece of asUtf8(pack.stream(context.part, watch))) scanner.push(piece);
  scanner.finish();
}

/** Collects the values of a sheet, and refuses a sheet with more than the limits allow. */
export class GridCollector implements SheetHandler {
  readonly builder = new GridBuilder();
  readonly #budget = new CellBudget();
  /** Merged areas before the cells, where no sheet should have them. */
  readonly #early: MergedArea[] = [];
  readonly #lists = new ListCollector();
  #merges = 0;
  #covered = 0;

  constructor(private readonly context: Pick<SheetContext, "formats" | "isStale">) {}

  row(row: number, scanner: XmlScanner): void {
    if (isTrueAt(scanner, nameCodes.hidden)) this.builder.hideRow(row);
  }

  cell(row: number, column: number, value: CellValue, style: number, facts: CellFacts): void {
    const { formats, isStale } = this.context;
    const shown = facts.isPicture ? pictureValue : value;
    const isEmpty = shown === undefined || shown === "";
    if (isEmpty && !facts.isOpen) return;
    this.#budget.take(row, column);
    if (facts.isPicture) this.builder.note(row, column, "picture");
    else if (facts.isOpen || (isStale && facts.isFormula && value === 0)) this.builder.note(row, column, "not-calculated");
    if (isEmpty) return;
    this.builder.set(row, column, shown, formats.numbers[style]);
    if (facts.isFormula) this.builder.note(row, column, "formula");
    if (facts.isStyled) this.builder.note(row, column, "styled");
    if (facts.isStruck || (formats.struck.size > 0 && formats.struck.has(style))) this.builder.note(row, column, "struck");
  }

  other(name: number, scanner: XmlScanner): void {
    this.#lists.open(name, scanner);
    if (name !== nameCodes.mergeCell) return;
    this.#merge(areaAt(scanner, nameCodes.ref));
  }

  otherPlain(bytes: Uint8Array, start: number): number {
    return plainAreas(bytes, start, (block) => this.#merge(block));
  }

  #merge(block: MergedArea | undefined): void {
    refuseAbove(++this.#merges, limits.merges, "merged areas");
    if (block && this.builder.isEmpty) this.#early.push(block);
    else if (block) this.#cover(block);
  }

  #cover(block: MergedArea): void {
    refuseAbove((this.#covered += this.builder.cover(block)), limits.slots, "merged cells");
  }

  otherText(bytes: Uint8Array, start: number, end: number): void {
    this.#lists.text(bytes, start, end);
  }

  /** The grid without what merged areas cover. @throws {Refusal} too-large if they overlap again and again */
  build(info: SheetInfo, date1904: boolean): Grid {
    this.#early.forEach((block) => this.#cover(block));
    return this.builder.build(info, date1904);
  }

  /** Adds the lists that cells must take their texts from, before the grid is asked for any. */
  async addLists(source: ListTexts): Promise<void> {
    for (const { areas, formula } of this.#lists.lists()) {
      const texts = await source.of(formula);
      if (texts) for (const area of areas) this.builder.lists.add(area, texts);
    }
  }
}

/** Counts cells, and the array places that their rows take. */
export class CellBudget {
  #cells = 0;
  #slots = 0;
  #row = -1;
  #width = 0;

  /** @throws {Refusal} too-large */
  take(row: number, column: number): void {
    if (row !== this.#row) this.#width = 0;
    this.#row = row;
    if (column >= this.#width) {
      this.#slots += column + 1 - this.#width;
      this.#width = column + 1;
    }
    if (++this.#cells > limits.cells) refuseAbove(this.#cells, limits.cells, "cells");
    if (this.#slots > limits.slots) refuseAbove(this.#slots, limits.slots, "row lengths");
  }
}

/** True if the starting element has the attribute with the value "1" or "true". */
export function isTrueAt(scanner: XmlScanner, name: number): boolean {
  const index = scanner.find(name);
  const first = index < 0 ? 0 : scanner.bytes[scanner.starts[index] ?? 0];
  return first === 0x31 || first === 0x74;
}
