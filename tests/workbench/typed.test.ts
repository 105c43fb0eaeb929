import fc from "fast-check";
import { expect, test } from "vitest";
import { GridBuilder, type CellValue } from "../../src/core/model/grid.ts";
import { typedText, writeTyped } from "../../src/workbench/worker/typed.ts";

const at = { row: 0, column: 0 };

function gridOf(value: CellValue, format = "General") {
  const builder = new GridBuilder();
  builder.set(0, 0, value, format);
  return builder.build({ id: "1", name: "s", hidden: false }, false);
}

test.each([
  [1, "General", "１，２３４", 1234],
  [0.5, "0%", "25%", 0.25],
  [1, "General", "-1.5e3", -1500],
  [1, "General", "p.6", "p.6"],
  [1, "General", "", ""],
  [37_258, "yyyy/m/d", "1-1-2", "1-1-2"],
  ["1-1", "General", "12", "12"],
  [undefined, "General", "12", "12"],
])("in a cell that held %s (%s), %s is written as %s", (value, format, text, to) => {
  expect(writeTyped(gridOf(value, format), at, text)).toMatchObject({ at, from: value, to });
});

test("a text that Excel might take for a number, a date or a formula makes a text cell; others leave the format alone", () => {
  for (const text of ["1-1-2", "12", "=A1", "令和6年", "@x"]) expect(writeTyped(gridOf("x"), at, text).numberFormat).toBe("@");
  for (const text of ["順調", "取組", ""]) expect(writeTyped(gridOf("x"), at, text).numberFormat).toBeUndefined();
});

test("what editing begins with, typed unchanged, is the number that the cell holds", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
      const grid = gridOf(number, "0.0%");
      const text = typedText(grid, 0, 0, "shown") ?? "";
      expect(writeTyped(grid, at, text).to).toBe(Number(text));
      // The sign of -0 is lost, but nobody types it.
      expect(Number(text) === number).toBe(true);
    }),
  );
});
