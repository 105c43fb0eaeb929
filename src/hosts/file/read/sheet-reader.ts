import { GridBuilder, type CellValue } from "../../../core/model/grid.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import type { PartSource } from "../zip/package.ts";
import type { SharedTexts } from "./shared-strings.ts";
import { SheetTokenizer, type SheetHandler } from "./sheet-tokenizer.ts";
import { asUtf8 } from "../xml/utf8.ts";
import { names } from "../xml/names.ts";
import { XmlScanner } from "../xml/scanner.ts";

/** What a sheet part needs of the rest of the workbook. */
export interface SheetContext {
  readonly part: string;
  readonly strings: SharedTexts;
  /** Number format codes by the index of the cell format. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

/** Streams a sheet part into a handler. @throws {Refusal} damaged, too-large, cancelled */
export async function readSheet(pack: PartSource, context: SheetContext, handler: SheetHandler, watch?: Watch): Promise<void> {
  const damaged = (): never => scanner.damaged();
  const scanner: XmlScanner = new XmlScanner(context.part, new SheetTokenizer(handler, context.strings, context.date1904, damaged));
  for await (const piece of asUtf8(pack.stream(context.part, watch))) scanner.push(piece);
  scanner.finish();
}

/** Collects the values of a sheet, and refuses one with more of them than the limits allow. */
export class GridCollector implements SheetHandler {
  readonly builder = new GridBuilder();
  readonly #budget = new CellBudget();
  #merges = 0;

  constructor(private readonly formats: readonly string[]) {}

  row(row: number, scanner: XmlScanner): void {
    if (isTrueAt(scanner, names.hidden)) this.builder.hideRow(row);
  }

  cell(row: number, column: number, value: CellValue, style: number, isStyled: boolean): void {
    if (value === undefined || value === "") return;
    this.#budget.take(row, column);
    this.builder.set(row, column, value, this.formats[style]);
    if (isStyled) this.builder.note(row, column, "styled");
  }

  other(name: number): void {
    if (name === names.mergeCell) refuseAbove(++this.#merges, limits.merges, "merged areas");
  }
}

/** Counts cells and what their rows take as arrays. */
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

/** True where the element that begins has the attribute, and it says "1" or "true". */
export function isTrueAt(scanner: XmlScanner, name: number): boolean {
  const index = scanner.find(name);
  const first = index < 0 ? 0 : scanner.bytes[scanner.starts[index] ?? 0];
  return first === 0x31 || first === 0x74;
}
