import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";

type Value = string | number;

/** Calculates every formula of a plan from the cells without one: SUM and SUBTOTAL of a range, IF(x=0,"",y/x), a cell's address. */
export function calculate({ rows }: SheetPlan): (row: number, column: number) => Value {
  const known = new Map<string, Value>();
  const isSubtotal = (row: number, column: number) => rows[row]?.[column]?.formula?.startsWith("SUBTOTAL") === true;
  const at = (row: number, column: number): Value => {
    const key = `${row} ${column}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const cell = rows[row]?.[column];
    known.set(key, Number.NaN);
    const value = cell?.formula === undefined ? (cell?.value ?? "") : evaluate(cell.formula, at, isSubtotal);
    known.set(key, value);
    return value;
  };
  return at;
}

function evaluate(formula: string, at: (row: number, column: number) => Value, isSubtotal: (row: number, column: number) => boolean): Value {
  const share = /^IF\((.+)=0,"",(.+)\/(.+)\)$/.exec(formula);
  if (share) {
    const [, tested = "", part = "", whole = ""] = share;
    return number(evaluate(tested, at, isSubtotal)) === 0 ? "" : number(evaluate(part, at, isSubtotal)) / number(evaluate(whole, at, isSubtotal));
  }
  const sum = /^(SUM\(|SUBTOTAL\(9,)([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula);
  if (sum) {
    const [, name, left = "", top = "", right = "", bottom = ""] = sum;
    let total = 0;
    for (let row = Number(top); row <= Number(bottom); row++) {
      for (let column = columnOf(left); column <= columnOf(right); column++) {
        const value = name === "SUM(" || !isSubtotal(row - 1, column) ? at(row - 1, column) : "";
        if (typeof value === "number") total += value;
      }
    }
    return total;
  }
  const cell = /^([A-Z]+)(\d+)$/.exec(formula);
  if (!cell) throw new Error(`not understood: ${formula}`);
  return at(Number(cell[2]) - 1, columnOf(cell[1] ?? ""));
}

function number(value: Value): number {
  if (typeof value === "number") return value;
  throw new Error(`no number: ${value}`);
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
