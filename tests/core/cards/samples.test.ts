import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspectBook } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { cardSamples, gridsOf, withCells, type MadeCard } from "../../samples/card-books.ts";

const checked = (sheets: readonly MadeCard[]) => inspectBook(gridsOf(sheets), builtInForms, new Map());
const found = (sheets: readonly MadeCard[]) => checked(sheets).flatMap(({ findings }) => findings.filter(({ severity, question }) => severity !== "info" || question !== undefined).map(({ at, rule }) => `${a1(at)} ${rule}`));

describe.each(cardSamples)("$name", ({ sheets, counts, leftOut, faults, truth, required, attention }) => {
  it("is one evaluation with its counts, without the sheets that are no cards", () => {
    const [own, ...others] = checked(sheets);
    expect([own?.counts, own?.cards?.leftOut.map(({ sheet: { name }, why }) => [name, why]), others]).toEqual([counts, leftOut, []]);
  });

  it("has no finding where it is right, and marks what is bad", () => {
    expect(found(sheets)).toEqual([]);
    const marks = checked(sheets)[0]?.marks ?? [];
    const of = (level: string) => [...new Set(marks.filter((mark) => mark.level === level).map(({ at }) => at.sheet?.name))];
    expect([of("required"), of("attention")]).toEqual([required, attention]);
  });

  it("tells its faults at their cells, and nothing else", () => {
    expect(found(withCells(sheets, faults))).toEqual(truth);
  });
});
