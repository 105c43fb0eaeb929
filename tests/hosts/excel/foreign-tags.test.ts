import { describe, expect, it } from "vitest";
import { bookOf } from "../../excel-host/blank-pane.ts";
import { excelPanes, refusalOf } from "./open-excel.ts";
import { listPlan, remove, write } from "./own-plan.ts";

const open = excelPanes();
const sheetNames = (book: ReturnType<typeof bookOf>["book"]) => book.sheets.map(({ name }) => name);

/** A workbook whose evaluation someone tagged as a sheet of ours. */
async function signed(kind: string, fingerprint: string) {
  const { book, sheet } = bookOf([["a"], ["b"], ["c"]]);
  book.addName(`_tenken_${kind}`, "=評価表!$A$1");
  book.addName(`_tenken_${kind}_seal`, `="${fingerprint}"`);
  book.takeChanges();
  return { book, sheet, pane: await open(book) };
}

describe("a sheet that only the document says is ours", () => {
  it("signed as unfinished, it is left alone by the next plan, and said", async () => {
    const { book, sheet, pane } = await signed("totals", "unfinished");
    const { made, leftovers } = await pane.apply([write(listPlan("totals", "集計"))]);
    expect([sheetNames(book), sheet.cell(2, 0).value, made.map(({ name }) => name), leftovers]).toEqual([["評価表", "集計"], "c", ["集計"], ["評価表"]]);
    expect(await refusalOf(pane.apply([remove(sheet.id)]))).toBe("not-ours: 評価表");
  });

  it("signed and given its fingerprint, it is found as unproven and never deleted", async () => {
    const { book, sheet, pane } = await signed("review", "0123456789abcdef");
    expect(await pane.ownSheets()).toEqual([{ own: "review", sheet: sheet.id, name: "評価表", fingerprint: "0123456789abcdef", hasAdditions: false, isUnproven: true }]);
    expect(await refusalOf(pane.apply([remove(sheet.id), write(listPlan("totals", "集計"))]))).toBe("not-ours: 評価表");
    expect(sheetNames(book)).toEqual(["評価表"]);
  });

  it("does not go with input rules unless the user was asked about this very sheet", async () => {
    const { book, sheet, pane } = await signed("choices", "x");
    const form = book.addSheet("様式");
    sheet.put(0, 1, { formula: "=ROWS(様式!$D$4:$D$9)", value: 6 });
    for (const agreed of [undefined, form.id]) expect(await refusalOf(pane.apply([{ kind: "remove-input-rules", sheet: form.id, ...(agreed !== undefined && { agreed }) }]))).toBe("not-ours: 評価表");
    expect(pane.log.roundTrips.some(({ writes }) => writes)).toBe(false);
    await pane.apply([{ kind: "remove-input-rules", sheet: form.id, agreed: sheet.id }]);
    expect(sheetNames(book)).toEqual(["様式"]);
  });
});

describe("what a pane made", () => {
  it("is known to it alone: the next pane deletes nothing of it, and leaves what was not finished", async () => {
    const { book } = bookOf([["a"]]);
    const pane = await open(book);
    const { made } = await pane.apply([write(listPlan("totals", "集計"))]);
    expect((await pane.ownSheets()).map(({ isUnproven }) => isUnproven)).toEqual([undefined]);
    pane.host.faults.restart();
    const closed = new Promise<void>((resolve) => {
      pane.host.faults.before(9, () => {
        pane.excel.closePane();
        resolve();
      });
    });
    pane.apply([write(listPlan("findings", "指摘一覧"))]).catch(() => undefined);
    await closed;
    const left = book.sheets.at(-1)?.name ?? "";
    expect(left).toMatch(/^Tenken/);
    const again = await open(book, {}, "new");
    expect((await again.ownSheets()).map(({ name, isUnproven }) => [name, isUnproven])).toEqual([["集計", true]]);
    expect(await refusalOf(again.apply([remove(made[0]?.sheet ?? "")]))).toBe("not-ours: 集計");
    expect((await again.apply([write(listPlan("review", "要見直し一覧"))])).leftovers).toEqual([left]);
    expect(sheetNames(book)).toEqual(["評価表", "集計", left, "要見直し一覧"]);
  });

  it("goes with its names; names of ours that hold something else stay, those of deleted sheets go with the next plan", async () => {
    const { book } = bookOf([["a"]]);
    book.addName("_tenken_totals", "=SUM(評価表!$A$1:$A$3)");
    const gone = book.addSheet("古い一覧");
    book.addName("_tenken_review", "=古い一覧!$A$1");
    book.deleteSheet(gone);
    book.takeChanges();
    const pane = await open(book);
    const { made } = await pane.apply([write(listPlan("totals", "集計"))]);
    expect(book.names.map(({ name }) => name)).toEqual(["_tenken_totals", "_tenken_totals_2", "_tenken_totals_2_seal"]);
    await pane.apply([remove(made[0]?.sheet ?? "")]);
    expect([sheetNames(book), book.names.map(({ name }) => name)]).toEqual([["評価表"], ["_tenken_totals"]]);
  });
});
