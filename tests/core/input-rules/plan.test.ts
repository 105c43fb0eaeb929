import type { InputRules } from "../../../src/core/model/term-lists.ts";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseForm } from "../../../src/core/form/parse.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { a1Range } from "../../../src/core/model/address.ts";
import { addInputRulesChange } from "../../../src/core/input-rules/words.ts";
import { inspectFully } from "../../../src/core/inspect.ts";
import { languages } from "../../../src/core/wording/language.ts";
import { readFirst } from "../../hosts/file/make.ts";
import { cleanRows, gridOf } from "../sheet.ts";

const blankRows = cleanRows.slice(0, 3);

function planOf(rows: Parameters<typeof gridOf>[0], put: Parameters<typeof gridOf>[1] = {}): InputRules {
  const inspection = inspectFully(gridOf(rows, put), osakaWard);
  if (!inspection) throw new Error("no table");
  return inspection.overview.inputRules;
}

/** The blocks of a plan in A1: one entry for each list with its number of terms, and one for the texts. */
function say({ lists, texts }: InputRules) {
  const areas = (blocks: InputRules["texts"]) => blocks.map(({ first, last }) => a1Range(first, last)).join(" ");
  return { lists: lists.map(({ blocks, terms }) => `${areas(blocks)} (${terms.length})`), texts: areas(texts) };
}

describe("what makes a form safe against slips", () => {
  it("gives every status column its terms and every column of codes the text format, from the first row of data on", () => {
    expect(say(planOf(cleanRows))).toEqual({
      lists: ["D", "E", "I", "J", "K"].map((column) => `${column}4:${column}203 (2)`),
      texts: "A4:A203 B4:B203 G4:G203",
    });
  });

  it("gives a blank form of nothing but its header the same", () => {
    expect(say(planOf(blankRows))).toEqual(say(planOf(cleanRows)));
    expect(planOf(blankRows).header).toEqual({ first: { row: 0, column: 0 }, last: { row: 2, column: 11 } });
  });

  it("stops before a note below, and leaves out a total among the rows", () => {
    expect(say(planOf(blankRows, { A8: "※ 提出期限を守ってください。" })).texts).toBe("A4:A7 B4:B7 G4:G7");
    const withTotal = [...cleanRows.slice(0, 6), ["合計", "", "", "8"], ...cleanRows.slice(6)];
    expect(say(planOf(withTotal)).texts).toContain("B4:B6 B8:B203");
  });

  it("knows nothing of columns that the sheet does not have", () => {
    const without = cleanRows.map((row) => row.filter((_, column) => column !== 4));
    expect(say(planOf(without)).lists).toHaveLength(4);
  });

  it("offers exactly the words that the rules take for right", async () => {
    const sample = await readFirst(readFileSync(new URL("../../../assets/samples/sample.xlsx", import.meta.url)), "sample.xlsx");
    const plan = inspectFully(sample, osakaWard)?.overview.inputRules;
    const [outcome] = plan?.lists ?? [];
    const known = Object.values(osakaWard.vocabularies).map((terms) => terms.map(({ text }) => text));
    expect(known).toContainEqual(outcome?.terms);
    expect(plan?.lists.every(({ terms }) => known.some((each) => each.join() === terms.join()))).toBe(true);
  });

  it("follows another form", () => {
    const form = parseForm(readFileSync(new URL("../form/four-statuses.form.json", import.meta.url), "utf8"));
    const header = form.columns.map(({ header: words }) => words.at(-1) ?? "");
    expect(inspectFully(gridOf([header]), form)?.overview.inputRules.lists.length).toBe(form.columns.filter(({ holds }) => holds === "status").length);
  });

  it("says what Excel has room for", () => {
    for (const language of languages) {
      const { words } = addInputRulesChange("1", planOf(cleanRows), language);
      expect([words.alert.title.length <= 32, words.alert.message.length <= 225, words.name.length <= 31]).toEqual([true, true, true]);
    }
  });
});
