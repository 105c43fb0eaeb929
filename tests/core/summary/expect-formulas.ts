import { expect } from "vitest";
import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import { calculate } from "./calculate.ts";

/** Expects every formula to give its kept value. */
export function expectRightFormulas(plan: SheetPlan): void {
  const at = calculate(plan);
  plan.rows.forEach((row, index) =>
    row.forEach((cell, column) => {
      if (cell?.formula === undefined) return;
      const value = at(index, column);
      if (typeof value === "number") expect(cell.value).toBeCloseTo(value, 12);
      else expect(cell.value).toBe(value);
    }),
  );
}
