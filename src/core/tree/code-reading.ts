import type { Code, Writing } from "../form/code.ts";
import { foldWidth } from "../form/fold.ts";
import { isDitto } from "../form/marks.ts";
import { isBlank, isCount, type FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { shownNumber } from "../model/number-shown.ts";
import { isDateFormat } from "../model/serial.ts";
import { isUntidy, tidy } from "../wording/hidden.ts";

/** The reading of a code's cell. A "text" is a code in some writing; only the whole level tells whether it is the sheet's own. */
export type CodeKind = "text" | "date" | "number" | "unreadable" | "blank" | "error" | "absent";

export interface CodeReading {
  readonly kind: CodeKind;
  /** The possible codes: one, or several for a date; none where the cell is unreadable, or the code is given. */
  readonly codes: readonly Code[];
  /** The text of a given code; "" for others. */
  readonly given: string;
  /** The rest of a label's text; "" where the cell holds a code alone. */
  readonly title: string;
  /** The writing of a text; "" where it has none. */
  readonly writing: Writing;
}

/** Dates whose format was lost in copying: serials of about 1927 to 2119. A smaller number was never a date. */
const lostFormat = { from: 10_000, to: 80_000 } as const;
const noCodes: readonly Code[] = [];

/** A reading as one kind of object. Copies of another object would each get a shape of their own, which takes more memory than the reading. */
function readingOf(kind: CodeKind, codes = noCodes, given = "", title = "", writing: Writing = ""): CodeReading {
  return { kind, codes, given, title, writing };
}

/** The reading where the column is not on the sheet, or the node has no row of its own. */
export const absentCode = readingOf("absent");
const blankCode = readingOf("blank");
const unreadable = readingOf("unreadable");
const errorCode = readingOf("error");
const dateWithoutCode = readingOf("date");
const numberWithoutCode = readingOf("number");

/** The reading of a code in the form's own writing. */
export function plainReading(code: Code, writing: Writing): CodeReading {
  return readingOf("text", [code], "", "", writing);
}

/** The reading of a ditto below a code; undefined for any other value, and where the code is not known. */
export function dittoReading(value: CellValue, { codes, given, title }: CodeReading): CodeReading | undefined {
  return isDitto(value) && (codes.length === 1 || given !== "") ? readingOf("text", codes, given, title) : undefined;
}

/** Reads the cell of a code or of a label. */
export function readCode(reader: FormReader, column: FormColumn, grid: Grid, at: CellPlace): CodeReading {
  const value = grid.value(at.row, at.column);
  if (isBlank(value)) return blankCode;
  if (typeof value === "string") return readText(reader, column, value, grid.rowCount);
  if (typeof value === "number") return readNumber(reader, column, value, grid, at);
  return typeof value === "object" ? errorCode : unreadable;
}

function readText(reader: FormReader, column: FormColumn, text: string, rows: number): CodeReading {
  const level = reader.codeOf(column);
  const isLabel = column.holds === "label";
  if (level.key === "given") return readGiven(text, isLabel);
  const written = isLabel ? level.readLabel(text) : level.read(text, rows);
  if (written) {
    const { code, title, writing, clean } = written;
    return readingOf("text", [code], "", title, clean ? writing : "");
  }
  const codes = level.typedIn(text);
  return codes.length > 0 || (level.size > 2 && level.isDate(text)) ? readingOf("date", codes) : readingOf("unreadable", noCodes, "", isLabel ? text : "");
}

/** Separates a given code from its title: a space, or a mark without a number after it. */
const givenEnd = /[\s\u3000]|(?<=[0-9０-９])[：:、．.](?![0-9０-９])/;

/** A given code ends where its title begins. */
function readGiven(text: string, isLabel: boolean): CodeReading {
  const tidied = tidy(text);
  const end = isLabel ? tidied.search(givenEnd) : -1;
  const given = end < 0 ? tidied : tidied.slice(0, end);
  const width = foldWidth(given) === given ? "given" : "given wide";
  return readingOf("text", noCodes, given, end < 0 ? "" : tidied.slice(end + 1), isUntidy(text) ? "" : `${width}${end < 0 ? "" : " "}`);
}

function readNumber(reader: FormReader, column: FormColumn, value: number, grid: Grid, at: CellPlace): CodeReading {
  const level = reader.codeOf(column);
  const hasFormat = isDateFormat(grid.numberFormat(at.row, at.column));
  if (level.key === "given") return hasFormat ? dateWithoutCode : readingOf("text", noCodes, String(value), "", "#");
  if ((level.key === "running" || level.key === "restarting") && !hasFormat) {
    return isCount(value, grid.rowCount) ? readingOf("text", [[value]], "", "", "#") : numberWithoutCode;
  }
  const isDate = hasFormat || (value >= lostFormat.from && value <= lostFormat.to);
  const codes = isDate ? level.typedAs(value, grid.date1904) : [];
  if (codes.length > 0) return readingOf("date", codes);
  const shown = shownNumber(value, grid.numberFormat(at.row, at.column));
  if (shown !== String(value)) return shown === undefined ? numberWithoutCode : asNumber(readText(reader, column, shown, grid.rowCount));
  return level.size === 1 && isCount(value, grid.rowCount) ? readingOf("number", [[value]]) : numberWithoutCode;
}

function asNumber({ codes, given, title, writing }: CodeReading): CodeReading {
  return readingOf("number", codes, given, title, writing);
}
