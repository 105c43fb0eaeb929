import { describe, expect, it } from "vitest";
import type { AddInputRules } from "../../../src/core/model/changes.ts";
import { a1, a1Range, type CellPlace } from "../../../src/core/model/address.ts";
import { choicesSheet, termCells } from "../../../src/core/input-rules/choices-sheet.ts";
import { readRecord } from "../../../src/core/input-rules/record.ts";
import { inputRulesStep, removeTexts, type StandingCell } from "../../../src/core/input-rules/step.ts";
import { inputRulesWords } from "../../../src/core/input-rules/words.ts";

const column = (at: number, from: number, to: number) => ({ first: { row: from, column: at }, last: { row: to, column: at } });
const form: AddInputRules = {
  kind: "add-input-rules",
  sheet: "1",
  header: undefined,
  lists: [{ blocks: [column(3, 2, 9)], terms: ["良い", "悪い"] }, { blocks: [column(4, 2, 9)], terms: ["する", "しない", "=三"] }, { blocks: [column(5, 2, 9)], terms: ["良い", "悪い"] }],
  texts: [column(0, 2, 9)],
  words: inputRulesWords.en,
};

function stepWith(cells: Readonly<Record<string, Partial<StandingCell>>>, ruled: readonly string[] = []) {
  const known = new Map(Object.entries(cells));
  return inputRulesStep(form, { hasRule: (at) => ruled.includes(a1(at)), cell: (at: CellPlace) => ({ value: undefined, isFormula: false, format: "General", ...known.get(a1(at)) }) });
}

const say = (texts: readonly { readonly block: { readonly first: CellPlace; readonly last: CellPlace }; readonly format: string }[]) => texts.map(({ block, format }) => `${a1Range(block.first, block.last)} ${format}`);

describe("what adding input rules means for a sheet as it stands", () => {
  it("empty cells and texts become text; numbers, dates, truth values, errors and formulas keep their format", () => {
    const { texts, outcome } = stepWith({ A4: { value: "1-1" }, A5: { value: 46_024, format: "m/d" }, A6: { value: true }, A7: { value: "1-2", isFormula: true }, A8: { value: { error: "#REF!" } }, A9: { format: "0.0" } });
    expect(say(texts)).toEqual(["A3:A4 General", "A9:A9 0.0", "A10:A10 General"]);
    expect(outcome).toEqual({ lists: 3, texts: 1, keptRules: 0, keptValues: 4 });
  });

  it("cells that are text already are not remembered as ours, and count as text", () => {
    const all = Object.fromEntries(Array.from({ length: 8 }, (_, row) => [`A${row + 3}`, { format: "@" }]));
    expect(stepWith(all)).toMatchObject({ texts: [], outcome: { texts: 1, keptValues: 0 } });
  });

  it("cells with a rule are left out; a column of nothing else gets no list", () => {
    const whole = Array.from({ length: 8 }, (_, row) => `E${row + 3}`);
    const { lists, outcome } = stepWith({}, [...whole, "D5"]);
    expect(lists.map(({ blocks }) => blocks.map(({ first, last }) => a1Range(first, last)))).toEqual([["D3:D4", "D6:D10"], ["F3:F10"]]);
    expect(outcome).toEqual({ lists: 2, texts: 1, keptRules: 9, keptValues: 0 });
  });

  it("the terms stand below each other, the same ones once, and the sheet remembers all", () => {
    const step = stepWith({ A4: { format: "0" } });
    const plan = choicesSheet(step, form, "Mayor's");
    expect(plan.rows.slice(3).map(([cell]) => cell?.value)).toEqual(["良い", "悪い", "する", "しない", "=三"]);
    for (const { terms } of form.lists) {
      const { first, last } = termCells(step, terms);
      expect(plan.rows.slice(first.row, last.row + 1).map(([cell]) => cell?.value)).toEqual(terms);
    }
    const record = readRecord(plan.rows.flatMap((row) => row.flatMap((cell) => cell?.formula ?? [])));
    expect(record).toEqual({ sheets: ["Mayor's"], lists: form.lists.flatMap(({ blocks }) => blocks.map((block) => ({ sheet: "Mayor's", block }))), texts: step.texts.map((text) => ({ ...text, sheet: "Mayor's" })) });
    expect([plan.own, plan.isHidden, plan.fingerprint.length > 0]).toEqual(["choices", true, true]);
  });

  it("removing leaves cells whose format is another by now", () => {
    const formats = new Map([["A4", "0.00"], ["A7", "General"]]);
    const left = removeTexts([{ block: column(0, 2, 9), format: "General" }], (at) => formats.get(a1(at)) ?? "@");
    expect(say(left)).toEqual(["A3:A3 General", "A5:A6 General", "A8:A10 General"]);
  });
});
