import type { Code } from "../form/code.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellValue } from "../grid/grid.ts";

/** What the cell of a code turned out to be. */
export type CodeKind = "exact" | "spelled" | "date" | "number" | "unreadable" | "blank" | "error" | "absent";

export interface CodeReading {
  readonly kind: CodeKind;
  /** The codes that the cell can mean: one, except for a date that several codes become; none where it is unreadable. */
  readonly codes: readonly Code[];
  /** The rest of a label's text; "" where the cell holds a code alone. */
  readonly title: string;
}

/** The reading where the form's column is not on the sheet, or the node has no row of its own. */
export const absentCode: CodeReading = { kind: "absent", codes: [], title: "" };
const blankCode: CodeReading = { kind: "blank", codes: [], title: "" };

/** Reads the cell of a code or of a label. */
export function readCode(reader: FormReader, column: FormColumn, value: CellValue, date1904: boolean): CodeReading {
  if (isBlank(value)) return blankCode;
  if (typeof value === "string") return readText(reader, column, value);
  if (typeof value === "number") return readNumber(reader, column, value, date1904);
  return { kind: typeof value === "object" ? "error" : "unreadable", codes: [], title: "" };
}

function readText(reader: FormReader, column: FormColumn, text: string): CodeReading {
  if (column.holds === "label") {
    const label = reader.codes.readLabel(column.level, text);
    if (!label) return { kind: "unreadable", codes: [], title: text };
    return { kind: label.exact ? "exact" : "spelled", codes: [label.code], title: label.title };
  }
  const written = reader.codes.read(column.level, text);
  if (!written) return { kind: "unreadable", codes: [], title: "" };
  return { kind: written.exact ? "exact" : "spelled", codes: [written.code], title: "" };
}

function readNumber(reader: FormReader, column: FormColumn, value: number, date1904: boolean): CodeReading {
  const codes = reader.codes.typedAs(column.level, value, date1904);
  if (codes.length > 0) return { kind: "date", codes, title: "" };
  const whole = column.level === "issue" && Number.isInteger(value) && value > 0 && value < 1000;
  return { kind: "number", codes: whole ? [[value]] : [], title: "" };
}
