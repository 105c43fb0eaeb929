import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { blankForm, planFor } from "../excel/blank-form.ts";
import { refusalOf } from "../excel/open-excel.ts";
import { listPlan, write } from "../excel/own-plan.ts";
import { implementations, type Given, type Opened } from "./implementations.ts";

const user = { file: '<dataValidations count="1"><dataValidation type="whole" sqref="D5:D6"><formula1>1</formula1></dataValidation></dataValidations>', excel: { row: 4, column: 3, rows: 2, columns: 1 } };

/** The blank form, protected or with a rule of the user's. */
function form(isProtected: boolean): Given {
  return {
    bytes: blankForm(isProtected ? '<sheetProtection sheet="1"/>' : user.file),
    inModel: ({ active }) => {
      active.put(5, 1, { format: "0.00" });
      if (isProtected) active.protection = { password: "" };
      else active.validations = [{ areas: [user.excel], content: "whole number" }];
    },
  };
}

async function opened(open: (given: Given) => Promise<Opened>, isProtected = false) {
  const seen = await open(form(isProtected));
  const { book, id } = seen;
  return { ...seen, addInputRules: async () => book.apply([await planFor(book, id)]), removeInputRules: () => book.apply([{ kind: "remove-input-rules", sheet: id }]) };
}

describe.each(implementations())("input rules in %s", (_, open) => {
  it("offer the terms on every free status cell, and codes are texts", async () => {
    const { book, id, addInputRules, lists, formatOf } = await opened(open);
    const { form, made } = await addInputRules();
    expect(form).toEqual({ lists: 5, texts: 3, keptRules: 2, keptValues: 1 });
    expect(await lists()).toEqual(["D4", "D7:D203", "E4:E203", "I4:I203", "J4:J203", "K4:K203"]);
    expect(await Promise.all(["A4", "B4", "B6", "B203", "G4", "G203", "C4", "D4", "B204"].map(formatOf))).toEqual(["@", "@", "@", "@", "@", "@", "General", "General", "General"]);
    expect(made.map(({ own, name }) => [own, name])).toEqual([["choices", "選択肢"]]);
    expect((await book.ownSheets()).map(({ fingerprint, ...found }) => (fingerprint === "" ? undefined : found))).toEqual([{ own: "choices", sheet: made[0]?.sheet, name: "選択肢", hasAdditions: false, of: [id] }]);
    expect((await book.sheets()).map(({ name, hidden }) => [name, hidden])).toEqual([["評価", false], ["選択肢", true]]);
    const choices = await book.read(made[0]?.sheet ?? "");
    const offered = Array.from({ length: choices.rowCount - 3 }, (_each, row) => choices.value(row + 3, 0));
    expect(offered).toEqual(Object.values(osakaWard.vocabularies).flatMap((terms) => terms.map(({ text }) => text)));
  });

  it("keep the user's rule, and the number that stands where a code should, as it is seen", async () => {
    const { book, id, addInputRules, formatOf } = await opened(open);
    const before = await book.read(id);
    await addInputRules();
    const after = await book.read(id);
    expect([after.value(5, 6), after.numberFormat(5, 6), await formatOf("G6")]).toEqual([46_024, "yyyy/m/d", "yyyy/m/d"]);
    for (let row = 0; row < before.rowCount; row++) expect(after.row(row)).toEqual(before.row(row));
    expect(after.rowCount).toBe(before.rowCount);
  });

  it("twice are the same as once, and taken away it is the workbook from before", async () => {
    const { book, addInputRules, removeInputRules, see } = await opened(open);
    const before = await see();
    await addInputRules();
    const once = await see();
    expect(await addInputRules()).toEqual({ written: [], clashes: [], made: [] });
    expect(await see()).toEqual(once);
    expect((await removeInputRules()).form).toEqual({ lists: 5, texts: 3, keptRules: 0, keptValues: 0 });
    expect([await see(), await book.ownSheets()]).toEqual([before, []]);
    expect(await removeInputRules()).toEqual({ written: [], clashes: [], made: [] });
    expect(await see()).toEqual(before);
  });

  it("leave a format that somebody changed since, and what was typed in", async () => {
    const { book, id, addInputRules, removeInputRules, formatOf } = await opened(open);
    await addInputRules();
    await book.apply([{ kind: "edit-cells", sheet: id, edits: [{ at: { row: 9, column: 6 }, from: undefined, to: 5, numberFormat: "0.00" }, { at: { row: 10, column: 6 }, from: undefined, to: "1-1-3" }] }]);
    await removeInputRules();
    expect([await formatOf("G10"), await formatOf("G11"), (await book.read(id)).value(10, 6)]).toEqual(["0.00", "General", "1-1-3"]);
  });

  it("are no evaluation and no summary: sheets are made beside it and again", async () => {
    const { book, id, addInputRules, removeInputRules } = await opened(open);
    const { made } = await addInputRules();
    expect(inspect(await book.read(made[0]?.sheet ?? ""), osakaWard)).toBeNull();
    const first = await book.apply([write(listPlan("totals", "集計"), undefined, id)]);
    await book.apply([write(listPlan("totals", "集計", { fingerprint: "new" }), first.made[0]?.sheet)]);
    await removeInputRules();
    expect((await book.ownSheets()).map(({ own, fingerprint }) => [own, fingerprint])).toEqual([["totals", "new"]]);
  });

  it("a protected sheet is refused, and nothing is left behind", async () => {
    const { addInputRules, see } = await opened(open, true);
    const before = await see();
    expect(await refusalOf(addInputRules())).toBe("protected: 評価");
    expect(await see()).toEqual(before);
  });
});
