import { isDateFormat } from "../../../src/core/model/serial.ts";
import { isoSerial } from "../../../src/hosts/file/read/serial-date.ts";
import { general, type Cell, type CellValue } from "./cell.ts";

/** The circumstances under which a text is entered. */
export interface Entry {
  readonly date1904: boolean;
  /** The year of a date entered without one. */
  readonly year: number;
  /** Gives the value of a formula. */
  readonly evaluate: (formula: string) => CellValue;
}

type Content = Pick<Cell, "value" | "formula" | "format" | "quotePrefix">;

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const errors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** What a cell holds after a text was entered, as Excel with Japanese settings interprets it. */
export function enterText(text: string, cell: Cell, entry: Entry): Content {
  const { format } = cell;
  if (text === "") return constant(undefined, format);
  if (format === "@") return constant(text, format);
  if (text.startsWith("'")) return { value: text.slice(1), formula: undefined, format, quotePrefix: true };
  return asNumber(text.trim(), format) ?? asWord(text, format) ?? asDate(text.trim(), format, entry) ?? asFormula(text, format, entry) ?? constant(text, format);
}

/** What a cell holds after a number or boolean was entered. */
export function enterScalar(value: number | boolean, cell: Cell): Content {
  if (cell.format === "@") return constant(typeof value === "boolean" ? String(value).toUpperCase() : String(value), "@");
  return constant(value, cell.format);
}

function constant(value: CellValue, format: string): Content {
  return { value, formula: undefined, format, quotePrefix: false };
}

function asNumber(text: string, format: string): Content | undefined {
  if (number.test(text)) return constant(Number(text), format);
  if (grouped.test(text)) return constant(Number(text.replaceAll(",", "")), orGeneral(format, "#,##0"));
  if (text.endsWith("%") && number.test(text.slice(0, -1))) return constant(Number(text.slice(0, -1)) / 100, orGeneral(format, "0%"));
  const time = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (time === null) return undefined;
  const [, hours = "", minutes = "", seconds = "0"] = time;
  return constant((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400, orGeneral(format, "h:mm"));
}

function asWord(text: string, format: string): Content | undefined {
  const upper = text.trim().toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return constant(upper === "TRUE", format);
  return errors.has(upper) ? constant({ error: upper }, format) : undefined;
}

const yearMonthDay = /^(\d{4}|\d{1,2})([-/])(\d{1,2})\2(\d{1,2})$/;
const monthDay = /^(\d{1,2})[-/](\d{1,2})$/;
const yearMonth = /^(\d{4})[-/](\d{1,2})$/;
const kanjiDay = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

function asDate(text: string, format: string, entry: Entry): Content | undefined {
  const [, year, , month, day] = yearMonthDay.exec(text) ?? [];
  if (year !== undefined) return dayContent(fullYear(year), month, day, "yyyy/m/d", format, entry);
  const short = monthDay.exec(text);
  if (short !== null) return dayContent(entry.year, short[1], short[2], 'm"月"d"日"', format, entry);
  const kanji = kanjiDay.exec(text);
  if (kanji !== null) return dayContent(Number(kanji[1]), kanji[2], kanji[3], 'yyyy"年"m"月"d"日"', format, entry);
  const start = yearMonth.exec(text);
  return start === null ? undefined : dayContent(Number(start[1]), start[2], "1", "mmm-yy", format, entry);
}

/** Two digits mean 1930 to 2029. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dayContent(year: number, month = "", day = "", shown: string, format: string, entry: Entry): Content | undefined {
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!isReal || year < (entry.date1904 ? 1904 : 1900)) return undefined;
  return constant(isoSerial(date.toISOString().slice(0, 10), entry.date1904), isDateFormat(format) ? format : orGeneral(format, shown));
}

function asFormula(text: string, format: string, entry: Entry): Content | undefined {
  if (!/^[=+-]./s.test(text)) return undefined;
  const formula = text.startsWith("=") ? text : `=${text}`;
  return { value: entry.evaluate(formula), formula, format, quotePrefix: false };
}

function orGeneral(format: string, instead: string): string {
  return format === general ? instead : format;
}
