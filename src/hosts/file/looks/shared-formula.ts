import { columnLetters, maxColumns, maxRows } from "../../../core/model/address.ts";

/** Rows and columns that a formula is moved by. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/** Texts and quoted names, whole columns and rows, and names or references: what may follow a reference tells a name from it. */
const tokens = /"[^"]*"|'[^']*'|\[[^[\]]*\]|(?<![\w.$])(?:\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w(.])|[$\\\w.\p{L}]+(?=(\(|!)?)/gu;
const reference = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const lines = /^(\$?)([A-Za-z]{1,3}|\d{1,7}):(\$?)([A-Za-z]{1,3}|\d{1,7})$/;

/** A shared formula as another of its cells has it: references without $ go along (ECMA-376 18.3.1.40). One beyond the sheet becomes #REF!. */
export function movedFormula(formula: string, shift: Shift): string {
  return formula.replace(tokens, (token, next: string | undefined) => {
    const [, columnFixed, letters, rowFixed, digits] = reference.exec(token) ?? [];
    if (letters !== undefined && digits !== undefined && next === undefined) {
      const column = columnOf(letters, columnFixed === "$", shift);
      const row = rowOf(digits, rowFixed === "$", shift);
      return column === undefined || row === undefined ? "#REF!" : `${columnFixed}${column}${rowFixed}${row}`;
    }
    const [, firstFixed, first, lastFixed, last] = lines.exec(token) ?? [];
    if (first === undefined || last === undefined) return token;
    const line = (text: string, fixed: string | undefined) => (/\d/.test(text) ? rowOf : columnOf)(text, fixed === "$", shift);
    const [from, to] = [line(first, firstFixed), line(last, lastFixed)];
    return from === undefined || to === undefined ? "#REF!" : `${firstFixed}${from}:${lastFixed}${to}`;
  });
}

function columnOf(letters: string, isFixed: boolean, { columns }: Shift): string | undefined {
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 + (isFixed ? 0 : columns);
  return column >= 0 && column < maxColumns ? columnLetters(column) : undefined;
}

function rowOf(digits: string, isFixed: boolean, { rows }: Shift): string | undefined {
  const row = Number(digits) + (isFixed ? 0 : rows);
  return row >= 1 && row <= maxRows ? String(row) : undefined;
}
