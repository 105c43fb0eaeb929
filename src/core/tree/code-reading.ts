import type { Code, Label, WrittenCode } from "../form/code.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { shownNumber } from "../model/number-shown.ts";
import { isDateFormat } from "../model/serial.ts";

/** What the cell of a code turned out to be. */
export type CodeKind = "exact" | "spelled" | "date" | "number" | "unreadable" | "blank" | "error" | "absent";

export interface CodeReading {
  readonly kind: CodeKind;
  /** The codes that the cell can mean: one, except for a date that several codes become; none where it is unreadable. */
  readonly codes: readonly Code[];
  /** The rest of a label's text; "" where the cell holds a code alone. */
  readonly title: string;
  /** Set where a word, brackets or a full stop stand around the code. */
  readonly worded?: true;
}

/** A date whose format was lost in copying: serials of about 1927 to 2119. A smaller number was never a date. */
const lostFormat = { from: 10_000, to: 80_000 } as const;

/** The reading where the form's column is not on the sheet, or the node has no row of its own. */
export const absentCode: CodeReading = { kind: "absent", codes: [], title: "" };
const unreadable: CodeReading = { kind: "unreadable", codes: [], title: "" };
const blankCode: CodeReading = { kind: "blank", codes: [], title: "" };

/** Reads the cell of a code or of a label. */
export function readCode(reader: FormReader, column: FormColumn, grid: Grid, at: CellPlace): CodeReading {
  const value = grid.value(at.row, at.column);
  if (isBlank(value)) return blankCode;
  if (typeof value === "string") return readText(reader, column, value);
  if (typeof value === "number") return readNumber(reader, column, value, grid, at);
  return typeof value === "object" ? { ...unreadable, kind: "error" } : unreadable;
}

function readText(reader: FormReader, column: FormColumn, text: string): CodeReading {
  const isLabel = column.holds === "label";
  const written: (WrittenCode & Partial<Label>) | undefined = isLabel ? reader.codes.readLabel(column.level, text) : reader.codes.read(column.level, text);
  if (written) return { kind: written.exact ? "exact" : "spelled", codes: [written.code], title: written.title ?? "", ...(written.worded ? { worded: true } : {}) };
  const codes = reader.codes.typedIn(column.level, text);
  const isDate = codes.length > 0 || (column.level === "initiative" && reader.codes.isDate(text));
  return isDate ? { kind: "date", codes, title: "" } : { kind: "unreadable", codes, title: isLabel ? text : "" };
}

function readNumber(reader: FormReader, column: FormColumn, value: number, grid: Grid, at: CellPlace): CodeReading {
  const isDate = isDateFormat(grid.numberFormat(at.row, at.column)) || (value >= lostFormat.from && value <= lostFormat.to);
  const codes = isDate ? reader.codes.typedAs(column.level, value, grid.date1904) : [];
  if (codes.length > 0) return { kind: "date", codes, title: "" };
  const shown = shownNumber(value, grid.numberFormat(at.row, at.column));
  if (shown !== String(value)) return { ...(shown === undefined ? unreadable : readText(reader, column, shown)), kind: "number" };
  const whole = column.level === "issue" && Number.isInteger(value) && value > 0 && value < 1000;
  return { kind: "number", codes: whole ? [[value]] : [], title: "" };
}
