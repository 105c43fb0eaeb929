import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { a1 } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { inspect, type Inspection } from "../../../src/core/inspect.ts";
import { answer, inferForm, type Proposal } from "../../../src/core/learn/infer.ts";
import { describeDoubt } from "../../../src/core/learn/say.ts";
import { languages } from "../../../src/core/wording/language.ts";
import { faultsOf } from "../faults.ts";
import { layOut, layouts, shapes } from "../random-sheet.ts";
import { gridOf } from "../sheet.ts";

const serious = (inspection: Inspection | null) => inspection?.findings.filter(({ severity }) => severity !== "info").map(({ rule, at }) => `${rule} ${a1(at)}`);

/** Two strategies at least, one of them with two initiatives: less shows no form. */
const telling = shapes.filter((shape) => shape.flat().length >= 2 && shape.flat().some((count) => count >= 2));
/** Large enough that a fault leaves something to learn from: other issues, and other strategies with several initiatives. */
const large = shapes.filter((shape) => shape.length >= 2 && shape.flat().filter((count) => count >= 2).length >= 4);

function infer(rows: readonly (readonly CellValue[])[]): Proposal {
  const proposal = inferForm(gridOf(rows));
  if (!proposal) throw new Error("nothing learned");
  return proposal;
}

describe("a random clean evaluation in any layout", () => {
  it("is learned without a question to a form that finds nothing wrong with it", () => {
    fc.assert(
      fc.property(telling, layouts, (shape, layout) => {
        const { rows, initiatives } = layOut(shape, layout);
        const proposal = infer(rows);
        const inspection = inspect(gridOf(rows), proposal.form);
        expect(serious(inspection)).toEqual([]);
        expect(inspection?.counts).toEqual([shape.length, shape.flat().length, initiatives.length]);
        expect(proposal.doubts).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("with one random fault shows exactly that one, once rare words are called mistakes", () => {
    const faulty = fc.tuple(large, layouts).chain(([shape, layout]) => {
      const sheet = layOut(shape, layout);
      return faultsOf(sheet).map((fault) => ({ sheet, fault }));
    });
    fc.assert(
      fc.property(faulty, ({ sheet, fault }) => {
        const rows = sheet.rows.map((row) => [...row]);
        for (const { at, value } of fault.put) {
          const row = rows[at.row];
          if (row) row[at.column] = value;
        }
        const proposal = infer(rows);
        const rare = proposal.doubts.filter((doubt) => doubt.kind === "rare-term");
        const expectedCode = rare.reduce((before, doubt) => answer(before, doubt, "mistake"), proposal);
        expect(serious(inspect(gridOf(rows), expectedCode.form))).toEqual([`${fault.rule} ${a1(fault.found)}`]);
        expect(expectedCode.doubts).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never throws, whatever is put into its cells and whatever is answered", () => {
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("1-1", "1-1-1", "9-9-9", "2 別の課題", "順調", "順 調", "達成", "A 達成", "○", "。", "p.1", "12頁", "経営課題", "合計", "", " ", "①", "Ⅰ-1", "A-1-1", "1(1)-1"),
      fc.double(),
      fc.integer({ min: -5, max: 60_000 }),
      fc.boolean(),
      fc.constant({ error: "#REF!" }),
    );
    const puts = fc.array(fc.tuple(fc.nat(40), fc.nat(15), value), { maxLength: 60 });
    fc.assert(
      fc.property(fc.option(fc.tuple(shapes, layouts)), puts, fc.infiniteStream(fc.nat(10)), (clean, cells, picks) => {
        const rows = clean ? layOut(...clean).rows.map((row) => [...row]) : [];
        for (const [row, column, put] of cells) (rows[row] ??= [])[column] = put;
        const grid = gridOf(Array.from(rows.keys(), (row) => Array.from(rows[row] ?? [])));
        let proposal = inferForm(grid);
        for (let round = 0; round < 8 && proposal; round++) {
          inspect(grid, proposal.form);
          const [doubt] = proposal.doubts;
          if (!doubt) return;
          for (const language of languages) expect(JSON.stringify(describeDoubt(doubt, language))).not.toMatch(/undefined|\{(?:column|term|near|level)\}/);
          const choice = doubt.choices[picks.next().value % doubt.choices.length];
          if (choice === undefined) throw new Error("a question without a choice");
          const next: Proposal = answer(proposal, doubt, choice);
          expect(next.doubts).not.toContainEqual(doubt);
          proposal = next;
        }
      }),
      { numRuns: 150 },
    );
  });
});
