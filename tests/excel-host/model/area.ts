import { a1, columnLetters, maxColumns, maxRows } from "../../../src/core/model/address.ts";

/** A block of cells, zero-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const corner = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i;

/** Reads an address such as "B2", "B2:C9", "A:F" or "2:5" without sheet name; undefined for other texts. */
export function parseArea(text: string): Area | undefined {
  const [first = "", last = first, ...more] = text.trim().split(":");
  const from = parseCorner(first);
  const to = parseCorner(last);
  if (more.length > 0 || from === undefined || to === undefined) return undefined;
  const isWhole = from.row === undefined || from.column === undefined;
  if ((from.row === undefined) !== (to.row === undefined) || (from.column === undefined) !== (to.column === undefined)) return undefined;
  if (isWhole && !text.includes(":")) return undefined;
  return between(
    { row: from.row ?? 0, column: from.column ?? 0 },
    { row: to.row ?? maxRows - 1, column: to.column ?? maxColumns - 1 },
  );
}

function parseCorner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = corner.exec(text);
  if (match === null || text === "" || text === "$") return undefined;
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const column = match[1] === undefined ? undefined : columnIndex(match[1]);
  const isInside = (row ?? 0) >= 0 && (row ?? 0) < maxRows && (column ?? 0) < maxColumns;
  return isInside ? { row, column } : undefined;
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function between(one: Place, other: Place): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return { row, column, rows: Math.abs(one.row - other.row) + 1, columns: Math.abs(one.column - other.column) + 1 };
}

/** The smallest block that holds both. */
export function bounding(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

export function intersection(one: Area, other: Area): Area | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function cellCount(area: Area): number {
  return area.rows * area.columns;
}

/** True for whole rows or whole columns, such as A:F. */
export function isUnbounded(area: Area): boolean {
  return area.rows === maxRows || area.columns === maxColumns;
}

/** The address without the sheet's name, as Excel writes it. */
export function addressOf(area: Area): string {
  const { row, column, rows, columns } = area;
  if (columns === maxColumns) return `${row + 1}:${row + rows}`;
  if (rows === maxRows) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  const first = a1({ row, column });
  return rows === 1 && columns === 1 ? first : `${first}:${a1({ row: row + rows - 1, column: column + columns - 1 })}`;
}

/** A sheet name as it is written before the "!" of an address. */
export function quotedName(name: string): string {
  return /^[A-Za-z_\u3041-\u9fff][\w.\u3041-\u9fff]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits "'My sheet'!A1" into name and rest; the name is undefined if there is none. */
export function splitAddress(text: string): { readonly sheet: string | undefined; readonly rest: string } {
  const mark = text.lastIndexOf("!");
  if (mark < 0) return { sheet: undefined, rest: text };
  const name = text.slice(0, mark);
  const isQuoted = name.startsWith("'") && name.endsWith("'") && name.length > 1;
  return { sheet: isQuoted ? name.slice(1, -1).replaceAll("''", "'") : name, rest: text.slice(mark + 1) };
}
