import { describe, expect, it } from "vitest";
import { bookOf } from "../../excel-host/blank-pane.ts";
import { addressOf } from "../../excel-host/model/area.ts";
import { copySheet, reopened } from "../../excel-host/model/copy.ts";
import { excelPanes, refusalOf } from "./open-excel.ts";
import { dangerous, listPlan, remove, text, write } from "./own-plan.ts";

const open = excelPanes();
const evaluation = () => bookOf([["a"], ["b"], ["c"]]);
const sheetNames = (book: ReturnType<typeof evaluation>["book"]) => book.sheets.map(({ name }) => name);

describe("a sheet of ours", () => {
  it("holds every text as text, formulas as formulas, and prints without any setting", async () => {
    const { book, sheet } = evaluation();
    book.addSheet("奥");
    const pane = await open(book);
    const { made } = await pane.apply([write(listPlan("review", "要見直し一覧", { sheet: sheet.id }), undefined, sheet.id)]);
    expect(sheetNames(book)).toEqual(["評価表", "要見直し一覧", "奥"]);
    const own = book.sheet("要見直し一覧");
    expect(made).toEqual([{ own: "review", sheet: own.id, name: "要見直し一覧" }]);
    dangerous.forEach((value, index) => expect(own.cell(index + 2, 1)).toMatchObject({ value, formula: undefined, format: "@" }));
    expect([own.cell(14, 2).formula, own.cell(14, 2).format, own.cell(5, 2).value, own.cell(5, 2).format]).toEqual(["=SUM(C3:C14)", "0", 3, "0"]);
    expect(own.cell(2, 0)).toMatchObject({ value: "A1", link: { documentReference: "'評価表'!A1" }, look: { size: 10, color: "#1F1F1F", underline: "Single" } });
    expect(own.cell(1, 0)).toMatchObject({ fill: "#DDE3EA", look: { bold: true, horizontal: "Center", wrap: true } });
    expect(Object.keys(own.cell(5, 1).look.borders).sort()).toEqual(["bottom", "left", "right", "top"]);
    expect([own.cell(0, 0).look.borders, own.cell(2, 3).fill, own.cell(2, 3).format]).toEqual([{}, "#FFFBE6", "@"]);
    expect([own.frozenRows, own.filter && addressOf(own.filter)]).toEqual([2, "A2:D14"]);
    expect(own.page).toMatchObject({ orientation: "Landscape", paperSize: "A4", zoom: { horizontalFitToPages: 1 }, parts: { LeftFooter: "A&&B区", RightFooter: "&P / &N" } });
    expect(own.page.titleRows && addressOf(own.page.titleRows)).toBe("2:2");
    expect(own.page.breaks).toEqual([4]);
    expect([...own.columnWidths.values()]).toEqual([63.75, 243.75, 51.75, 147.75]);
    expect(own.rowHeights.size).toBe(15);
    expect([book.active.name, book.names.map(({ name, visible }) => [name, visible])]).toEqual(["評価表", [["_tenken_review", false], ["_tenken_review_seal", false]]]);
  });

  it("has a native chart of our series alone, whatever Excel first made of it", async () => {
    const { book } = evaluation();
    const pane = await open(book);
    await pane.apply([write(listPlan("totals", "集計", { chart: true }))]);
    const [chart, ...others] = book.sheet("集計").charts;
    expect([others, chart]).toMatchObject([[], { name: "tenken 1", type: "BarStacked100", title: "割合（表は左）", legend: "Bottom", isReversed: true }]);
    expect(chart?.place && addressOf(chart.place)).toBe("F2:K13");
    expect(chart?.series.map(({ name, values, categories, color }) => [name, values && addressOf(values), categories && addressOf(categories), color])).toEqual([
      ["数", "C3:C4", "B3:B4", "#2A6F97"],
      ["担当・期限", "C5:C6", "B3:B4", "#F4A259"],
    ]);
  });

  it("is found by its sign, also after it was renamed, moved, saved and opened again; a copy of it is the user's", async () => {
    const { book, sheet } = evaluation();
    const pane = await open(book);
    await pane.apply([write(listPlan("totals", "集計", { fingerprint: 'a"b', chart: true }), undefined, sheet.id), write(listPlan("findings", "指摘一覧"), undefined, sheet.id)]);
    expect(sheetNames(book)).toEqual(["評価表", "集計", "指摘一覧"]);
    const own = book.sheet("集計");
    book.rename(own, "区の '集計'!");
    book.move(own, 0);
    const later = reopened(book);
    copySheet(later, later.sheet(own.id), "写し");
    const again = await open(later);
    expect((await again.ownSheets()).map(({ own: kind, sheet: id, ...rest }) => [kind, id, rest])).toEqual([
      ["totals", own.id, { name: "区の '集計'!", fingerprint: 'a"b', hasAdditions: false, isUnproven: true }],
      ["findings", book.sheet("指摘一覧").id, { name: "指摘一覧", fingerprint: "seal-1", hasAdditions: false, isUnproven: true }],
    ]);
    expect(again.log.roundTrips.some(({ writes }) => writes)).toBe(false);
    later.deleteSheet(later.sheet(own.id));
    expect((await again.ownSheets()).map(({ name }) => name)).toEqual(["指摘一覧"]);
  });

  it("#1167 has the same looks where Excel takes no comma between areas", async () => {
    const looks = async (listSeparator: string) => {
      const { book } = evaluation();
      const pane = await open(book, {}, "new");
      pane.host.spelling.listSeparator = listSeparator;
      const { made } = await pane.apply([write(listPlan("totals", "集計"))]);
      pane.log.takeViolations();
      return [...book.sheet(made[0]?.sheet ?? "").cells()].map(([row, column, { look, fill }]) => [row, column, look, fill]);
    };
    expect(await looks(";")).toEqual(await looks(","));
  });

  it("#1831 is found, and goes, also where Excel tells names in R1C1", async () => {
    const { book } = evaluation();
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const { made } = await pane.apply([write(listPlan("totals", "集計"))]);
    pane.host.spelling.references = "R1C1";
    expect((await pane.ownSheets()).map(({ name }) => name)).toEqual(["集計"]);
    await pane.apply([remove(made[0]?.sheet ?? "")]);
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it("a workbook without any costs one round trip to know it; broken names of others are no matter", async () => {
    const { book } = evaluation();
    book.names = [{ name: "壊れた", formula: "=#REF!$A$1", visible: true }, { name: "_tenken_other", formula: "=評価表!$A$1", visible: false }];
    const pane = await open(book);
    expect(await pane.ownSheets()).toEqual([]);
    expect(pane.log.roundTrips).toHaveLength(1);
  });

  it.each([
    ["1.9", ["chart", "copied chart", "shape"]],
    ["1.10", ["chart", "copied chart", "shape", "comment"]],
  ] as const)("in ExcelApi %s what somebody else put there is seen: %j", async (api, seen) => {
    const { book } = evaluation();
    const pane = await open(book, { api });
    await pane.apply([write(listPlan("totals", "集計", { chart: true }))]);
    const own = book.sheet("集計");
    const additions = {
      chart: () => (own.charts = own.charts.map((chart) => ({ ...chart, name: "グラフ 1" }))),
      "copied chart": () => (own.charts = [...own.charts, ...own.charts]),
      shape: () => (own.shapes = [{ id: "1", name: "図 1", type: "Image" }]),
      comment: () => (own.comments = ["確認済み"]),
    };
    const found: string[] = [];
    for (const [kind, add] of Object.entries(additions)) {
      const { charts, shapes, comments } = own;
      add();
      if ((await pane.ownSheets())[0]?.hasAdditions === true) found.push(kind);
      Object.assign(own, { charts, shapes, comments });
    }
    expect(found).toEqual(seen);
  });

  it("is no edit of the user: with and without triggerSource nobody is told of it", async () => {
    for (const api of ["1.9", "1.14"]) {
      const { book } = evaluation();
      const pane = await open(book, { api });
      await pane.listen();
      await expect.poll(() => pane.log.roundTrips.length).toBe(3);
      await pane.apply([write(listPlan("totals", "集計"))]);
      pane.excel.type("評価表!A1", "x");
      await expect.poll(() => pane.told.edits).toEqual([book.sheet("評価表").id]);
    }
  });

  it("goes when it is asked to, with its names; a sheet that is not ours stays", async () => {
    const { book, sheet } = evaluation();
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const { made } = await pane.apply([write(listPlan("totals", "集計"))]);
    const [own] = made;
    expect(await refusalOf(pane.apply([remove(sheet.id)]))).toBe("not-ours: 評価表");
    sheet.visibility = "Hidden";
    expect(await refusalOf(pane.apply([remove(own?.sheet ?? "")]))).toBe("last-sheet: 集計");
    sheet.visibility = "Visible";
    await pane.apply([remove(own?.sheet ?? "")]);
    expect(pane.excel.snapshot()).toEqual(before);
    expect(await refusalOf(pane.apply([remove(own?.sheet ?? "")]))).toBe("sheet-gone");
  });
});

describe("names and places", () => {
  it("W8 a user's sheet with the name is left alone", async () => {
    const { book } = evaluation();
    book.addSheet("集計").put(0, 0, { value: "大事" });
    const pane = await open(book);
    const { sheets: before } = pane.excel.snapshot();
    expect((await pane.apply([write(listPlan("totals", "集計"))])).made[0]?.name).toBe("集計 (2)");
    expect(pane.excel.snapshot().sheets.slice(0, 2)).toEqual(before);
    expect((await pane.apply([write(listPlan("totals", "集計"))])).made[0]?.name).toBe("集計 (3)");
    expect((await pane.ownSheets()).map(({ own, name }) => [own, name])).toEqual([["totals", "集計 (2)"], ["totals", "集計 (3)"]]);
  });

  it("W8 a name that somebody takes while the sheet is made", async () => {
    const { book } = evaluation();
    const pane = await open(book);
    pane.host.faults.before(5, () => book.addSheet("集計"));
    expect((await pane.apply([write(listPlan("totals", "集計"))])).made[0]?.name).toBe("集計 (2)");
  });

  it("W10 31 characters, apostrophes, full width, forbidden characters", async () => {
    const { book, sheet } = evaluation();
    book.rename(sheet, "評価'表 (ア)!");
    const pane = await open(book);
    const wish = "'集計/[北区]:局…＊ＡＢ＊とても長い名前のシートですよ本当に長い𠮷𠮷'";
    const { made } = await pane.apply([write(listPlan("totals", wish, { sheet: sheet.id })), write(listPlan("review", wish.toLowerCase(), { sheet: sheet.id }))]);
    expect(made.map(({ name }) => name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name))).toEqual([true, true]);
    expect(made[1]?.name).toMatch(/ \(2\)$/);
    expect(book.sheet(made[0]?.sheet ?? "").cell(2, 0).link?.documentReference).toBe("'評価''表 (ア)!'!A1");
    expect(await pane.ownSheets()).toHaveLength(2);
  });

  it("W9 made again: the new sheet has the old one's name and place, and its own fingerprint to tell changes by", async () => {
    const { book, sheet } = evaluation();
    book.addSheet("奥");
    const pane = await open(book);
    const { made } = await pane.apply([write(listPlan("review", "要見直し一覧"), undefined, sheet.id)]);
    const old = made[0]?.sheet ?? "";
    book.rename(book.sheet(old), "課長用");
    book.sheet(old).put(2, 3, { value: "担当：私" });
    const again = await pane.apply([write(listPlan("review", "要見直し一覧", { fingerprint: "seal-2", rows: ["一つ"] }), old)]);
    expect([sheetNames(book), again.made[0]?.name]).toEqual([["評価表", "課長用", "奥"], "課長用"]);
    expect(await pane.ownSheets()).toEqual([{ own: "review", sheet: again.made[0]?.sheet, name: "課長用", fingerprint: "seal-2", hasAdditions: false }]);
    expect(book.names).toHaveLength(2);
    expect(book.find(old)).toBeUndefined();
  });

  it("takes the place of a sheet of ours only", async () => {
    const { book, sheet } = evaluation();
    const pane = await open(book);
    const before = pane.excel.snapshot();
    expect(await refusalOf(pane.apply([write(listPlan("totals", "集計"), sheet.id)]))).toBe("not-ours: 評価表");
    expect(await refusalOf(pane.apply([write(listPlan("totals", "集計"), "{gone}")]))).toBe("sheet-gone");
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it("an empty plan, and one whose text is a title alone", async () => {
    const { book } = evaluation();
    const pane = await open(book);
    const plan = { ...listPlan("totals", "集計"), filter: null, frozenRows: 0 };
    await pane.apply([write({ ...plan, rows: [] }), write({ ...plan, rows: [[text("題名", "title")], [], [null]] })]);
    expect(sheetNames(book)).toEqual(["評価表", "集計", "集計 (2)"]);
  });
});
