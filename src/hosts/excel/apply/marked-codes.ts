import { a1, type CellPlace } from "../../../core/model/address.ts";
import type { SetMarks } from "../../../core/model/changes.ts";
import type { MarkLevel } from "../../../core/model/finding.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { markFormat, type CellRoom } from "../../../core/wording/mark-format.ts";
import { cellValue, rectangle } from "../read/cells.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

/** Cells in one request; each is a range. */
const cellsPerTrip = 1000;

/** Points beside the text of a cell, and of a digit at a font size of one point in the widest of the usual fonts. */
const cellMargin = 5;
const digitSize = 0.55;
const lineSize = 1.7;

const looks = "values,valueTypes,text,numberFormat,format/columnWidth,format/rowHeight,format/wrapText,format/font/size";

/** The cells whose codes get a word. */
export class MarkedCodes {
  constructor(
    private readonly session: ExcelSession,
    private readonly watch: Watch | undefined,
  ) {}

  /** The number format that shows the word in each cell with a code; of a merged area only its first row and column are known, since asking for merged areas empties the undo list. */
  async formats({ sheet, words }: SetMarks): Promise<(level: MarkLevel, word: string, at: CellPlace) => string | undefined> {
    const cells = words === undefined ? [] : [...words.required.cells, ...words.attention.cells];
    const rooms = new Map<string, CellRoom>();
    for (let start = 0; start < cells.length; start += cellsPerTrip) {
      const part = cells.slice(start, start + cellsPerTrip);
      const told = await this.session.exchange(
        (context) => {
          const asked = part.map(({ row, column }) => context.workbook.worksheets.getItem(sheet).getCell(row, column).load(looks));
          return () => asked.map(roomOf);
        },
        { watch: this.watch },
      );
      for (const [index, at] of part.entries()) {
        const room = told[index];
        if (room) rooms.set(a1(at), room);
      }
    }
    return (level, word, at) => {
      const room = rooms.get(a1(at));
      return room && markFormat(level, word, room);
    };
  }
}

function roomOf(range: Excel.Range): CellRoom {
  const only = (told: unknown) => rectangle(told, 1, 1)[0]?.[0];
  const [shown, code] = [only(range.text), only(range.numberFormat)];
  const { columnWidth, rowHeight, wrapText, font: { size } } = range.format;
  return {
    value: cellValue(only(range.values), only(range.valueTypes)),
    shown: typeof shown === "string" ? shown : "",
    format: typeof code === "string" ? code : "General",
    digits: Math.floor((columnWidth - cellMargin) / (size * digitSize)),
    lines: wrapText ? Math.max(1, Math.floor(rowHeight / (size * lineSize))) : 1,
  };
}
