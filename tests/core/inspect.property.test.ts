import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { a1 } from "../../src/core/grid/address.ts";
import type { CellValue } from "../../src/core/grid/grid.ts";
import { faultsOf } from "./faults.ts";
import { layOut, layouts, shapes } from "./random-sheet.ts";
import { inspectRows } from "./sheet.ts";

const serious = (rows: readonly (readonly CellValue[])[]) =>
  inspectRows(rows)
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ rule, at }) => `${rule} ${a1(at)}`);

describe("a random clean evaluation in any layout", () => {
  it("has no finding of severity error or warning", () => {
    fc.assert(
      fc.property(shapes, layouts, (shape, layout) => {
        const { rows, initiatives } = layOut(shape, layout);
        expect(serious(rows)).toEqual([]);
        const { counts } = inspectRows(rows);
        expect(counts).toEqual({ issues: shape.length, strategies: shape.flat().length, initiatives: initiatives.length });
      }),
      { numRuns: 300 },
    );
  });

  it("with one random fault has exactly that finding at exactly that cell", () => {
    const faulty = fc.tuple(shapes, layouts).chain(([shape, layout]) => {
      const sheet = layOut(shape, layout);
      return faultsOf(sheet).map((fault) => ({ sheet, fault, layout }));
    });
    fc.assert(
      fc.property(faulty, ({ sheet, fault }) => {
        const rows = sheet.rows.map((row) => [...row]);
        for (const { at, value } of fault.put) {
          const row = rows[at.row];
          if (row) row[at.column] = value;
        }
        expect(serious(rows)).toEqual([`${fault.rule} ${a1(fault.found)}`]);
      }),
      { numRuns: 1000 },
    );
  });

  it("read twice gives the same", () => {
    fc.assert(
      fc.property(shapes, layouts, (shape, layout) => {
        const { rows } = layOut(shape, layout);
        expect(inspectRows(rows)).toEqual(inspectRows(rows));
      }),
      { numRuns: 30 },
    );
  });
});
