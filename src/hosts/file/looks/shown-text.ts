import { dateFromSerial, format, getFormatDateInfo, tokenize } from "numfmt";
import type { CellValue } from "../../../core/model/grid.ts";
import { eraOf } from "../../../core/wording/era.ts";

/** Days from serial 0 of the 1900 system to serial 0 of the 1904 system. */
const days1904 = 1462;

/** The longest code that Excel takes. The formatter's work grows faster than a code's length. */
const longestCode = 255;

/** The text that Excel shows for a value with a number format code. An invalid code counts as General. */
export function shownText(value: CellValue, written: string, date1904: boolean): string {
  const code = written.length > longestCode ? "General" : written;
  if (value === undefined) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return code.includes("@") && code !== "@" ? formatted(code, value) : value;
  const serial = date1904 && namesDay(code) ? value + days1904 : value;
  return formatted(withEra(code, serial), serial);
}

function formatted(code: string, value: string | number): string {
  try {
    return format(code, value, { locale: "ja" });
  } catch {
    return format("General", value);
  }
}

/** A duration such as [h]:mm counts from 0 in both date systems. */
function namesDay(code: string): boolean {
  try {
    const info = getFormatDateInfo(code);
    return info.year || info.month || info.day;
  } catch {
    return false;
  }
}

/** Writes the era and its year into the code as literal text, since the formatter only knows western years. */
function withEra(code: string, serial: number): string {
  if (!/[ge]/i.test(code) || code === "General") return code;
  const tokens = tokenize(code);
  const isJapanese = tokens.some(({ type, value }) => type === "LOCALE" && /(?:0?411|ja)/i.test(value));
  const hasEra = tokens.some(({ type, raw }) => type === "DATETIME" && /^g+$/i.test(raw));
  if (!isJapanese && !hasEra) return code;
  const [year, month, day] = dateFromSerial(serial);
  const era = eraOf({ year, month, day });
  if (era === undefined) return code;
  return tokens.map(({ type, raw }) => (type === "DATETIME" ? eraToken(raw, year, era) : raw)).join("");
}

function eraToken(raw: string, year: number, { name, letter, first }: NonNullable<ReturnType<typeof eraOf>>): string {
  const number = String(year - first.year + 1);
  switch (raw.toLowerCase()) {
    case "g":
      return `"${letter}"`;
    case "gg":
      return `"${name.slice(0, 1)}"`;
    case "ggg":
      return `"${name}"`;
    case "e":
      return `"${number}"`;
    case "ee":
      return `"${number.padStart(2, "0")}"`;
    default:
      return raw;
  }
}
