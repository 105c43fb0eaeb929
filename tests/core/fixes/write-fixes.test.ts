import { describe, expect, it } from "vitest";
import type { FixGroup } from "../../../src/core/fixes/fix-groups.ts";
import { writeFixes } from "../../../src/core/fixes/write-fixes.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";

const fixGroup = (...rows: readonly number[]): FixGroup => ({ findings: [], safety: "safe", edits: rows.map((row) => ({ at: { row, column: 0 }, from: "x", to: "y" })) });
const cellsOf = (fixGroups: readonly FixGroup[]) => fixGroups.flatMap(({ edits }) => edits.map(({ at }) => a1(at)));

/** A workbook with formulas in some cells. It counts the calls. */
function workbook(formulas: readonly string[]) {
  const asked: (readonly string[])[] = [];
  const write = (fixGroups: readonly FixGroup[]) => {
    const cells = cellsOf(fixGroups);
    asked.push(cells);
    const refused = cells.filter((cell) => formulas.includes(cell));
    return refused.length > 0 ? Promise.reject(new Refusal("formula", refused.join(" "))) : Promise.resolve(cells);
  };
  return { asked, write };
}

describe("fixes that the workbook refuses by their cells", () => {
  it("are left out as a whole, named with those cells, and the others are written", async () => {
    const { write } = workbook(["A2", "A4"]);
    const { done, left } = await writeFixes([fixGroup(0), fixGroup(1, 2), fixGroup(3), fixGroup(4)], write);
    expect(done).toEqual(["A1", "A5"]);
    expect(left.map((one) => [cellsOf([one.fixGroup]), one.refusal.detail])).toEqual([[["A2", "A3"], "A2"], [["A4"], "A4"]]);
  });

  it("cost one more try, however many they are", async () => {
    const fixGroups = Array.from({ length: 3000 }, (_, row) => fixGroup(row));
    const { write, asked } = workbook(cellsOf(fixGroups.slice(0, 2999)));
    const { done, left } = await writeFixes(fixGroups, write);
    expect([done, left.length, asked.length]).toEqual([["A3000"], 2999, 2]);
  });

  it("are all there is: nothing is written", async () => {
    const { write, asked } = workbook(["A1"]);
    expect([(await writeFixes([fixGroup(0)], write)).done, asked.length]).toEqual([undefined, 1]);
  });
});

it("a refusal of the whole sheet, or of a cell of nobody, is thrown on", async () => {
  const refuse = (refusal: Refusal) => () => Promise.reject(refusal);
  await expect(writeFixes([fixGroup(0)], refuse(new Refusal("protected", "A1")))).rejects.toMatchObject({ code: "protected" });
  await expect(writeFixes([fixGroup(0)], refuse(new Refusal("formula", "B9")))).rejects.toMatchObject({ code: "formula" });
});
