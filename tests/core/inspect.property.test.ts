import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { a1 } from "../../src/core/model/address.ts";
import type { CellValue } from "../../src/core/model/grid.ts";
import { faultsOf } from "./faults.ts";
import { layOut, layouts, shapes } from "./random-sheet.ts";
import { builtInForms, osakaWard } from "../../src/core/form/built-in.ts";
import { inspectKnown } from "../../src/core/inspect-known.ts";
import { inspect, inspectFully, type Inspection } from "../../src/core/inspect.ts";
import { describeFinding } from "../../src/core/rules/say.ts";
import { languages } from "../../src/core/wording/language.ts";
import { gridOf, inspectRows } from "./sheet.ts";

const serious = ({ findings }: Inspection) => findings.filter(({ severity }) => severity !== "info").map(({ rule, at }) => `${rule} ${a1(at)}`);

describe("a random clean evaluation in any layout", () => {
  it("has no finding of severity error or warning", () => {
    fc.assert(
      fc.property(shapes, layouts, (shape, layout) => {
        const { rows, initiatives } = layOut(shape, layout);
        const inspection = inspectRows(rows);
        expect(serious(inspection)).toEqual([]);
        expect(inspection.counts).toEqual([shape.length, shape.flat().length, initiatives.length]);
      }),
      { numRuns: 300 },
    );
  });

  it("is told the same without what infers forms and reads cards", async () => {
    await fc.assert(
      fc.asyncProperty(shapes, layouts, async (shape, layout) => {
        const grid = gridOf(layOut(shape, layout).rows);
        const known = await inspectKnown(grid, builtInForms);
        expect(known).not.toBeNull();
        expect(known?.inspection).toEqual(inspectFully(grid, builtInForms, new Map()));
      }),
      { numRuns: 50 },
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
        expect(serious(inspectRows(rows))).toEqual([`${fault.rule} ${a1(fault.found)}`]);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws, whatever is put into its cells, and says every finding in both languages", () => {
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("1-1", "1-1-1", "9-9-9", "2 別の課題", "順調", "達成", "p.1", "経営課題", "目標", "合計", "", " ", "①"),
      fc.double(),
      fc.integer({ min: -5, max: 60_000 }),
      fc.boolean(),
      fc.constant({ error: "#REF!" }),
    );
    const puts = fc.array(fc.tuple(fc.nat(40), fc.nat(15), value), { maxLength: 30 });
    fc.assert(
      fc.property(shapes, layouts, puts, (shape, layout, cells) => {
        const rows = layOut(shape, layout).rows.map((row) => [...row]);
        for (const [row, column, put] of cells) (rows[row] ??= [])[column] = put;
        const grid = gridOf(rows.map((row) => Array.from(row)));
        const inspection = inspect(grid, osakaWard);
        const findings = inspection?.findings ?? [];
        for (const finding of findings) for (const language of languages) describeFinding(finding, osakaWard, language);
        const places = findings.map(({ at }) => at.row * 1000 + at.column);
        expect(places).toEqual([...places].sort((one, other) => one - other));
        const cellsAndRules = findings.map(({ rule, at }) => `${rule} ${a1(at)}`);
        expect(new Set(cellsAndRules).size).toBe(cellsAndRules.length);
      }),
      { numRuns: 400 },
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
