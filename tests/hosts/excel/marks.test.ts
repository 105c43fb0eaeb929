import { describe, expect, it } from "vitest";
import type { Change, SetMarks } from "../../../src/core/model/changes.ts";
import type { Block, CellPlace } from "../../../src/core/model/address.ts";
import { bookOf } from "../../excel-host/blank-pane.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { copySheet, reopened } from "../../excel-host/model/copy.ts";
import type { Rule } from "../../excel-host/model/sheet.ts";
import { addressOf } from "../../excel-host/model/area.ts";
import { excelPanes, refusalOf } from "./open-excel.ts";

const open = excelPanes();

const block = (first: number, last: number, left: number, right: number): Block => ({ first: { row: first, column: left }, last: { row: last, column: right } });

function marks(sheet: string, required: readonly Block[] = [], attention: readonly Block[] = []): readonly Change[] {
  return [{ kind: "set-marks", sheet, blocks: { required, attention } }];
}

const rules = (book: Book) => book.active.rules.map(({ formula, areas, type }) => [formula ?? type, areas.map(addressOf).join(",")]);

function sheetWithUsersLook() {
  const { book, sheet } = bookOf([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]);
  sheet.put(0, 0, { fill: "#FFFFFF" });
  sheet.put(1, 1, { fill: "#00FF00" });
  book.addRule(sheet, { type: "ColorScale", areas: [{ row: 0, column: 0, rows: 3, columns: 3 }], formula: undefined, stopIfTrue: false, fill: undefined, font: undefined });
  book.addRule(sheet, { type: "Custom", areas: [{ row: 0, column: 0, rows: 3, columns: 1 }], formula: '=$A1="tenken"', stopIfTrue: true, fill: "#FF0000", font: undefined });
  sheet.validations = [{ areas: [{ row: 0, column: 2, rows: 3, columns: 1 }], content: "順調,順調でない" }];
  book.takeChanges();
  return { book, sheet };
}

describe("marks", () => {
  it("W6 W7 on and off again leave the sheet as it was: fills, rules, their order, validations", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.read(sheet.id);
    const before = pane.excel.snapshot();
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(2, 2, 0, 2)]));
    expect(rules(book)).toEqual([
      ['="tenken:required"<>""', "A1:B1"],
      ['="tenken:attention"<>""', "A3:C3"],
      ['=$A1="tenken"', "A1:A3"],
      ["ColorScale", "A1:C3"],
    ]);
    expect(sheet.rules.slice(0, 2).map(({ fill, font, stopIfTrue }) => [fill, font, stopIfTrue])).toEqual([["#FFC166", "#3D2100", false], ["#DCEBFA", "#0B2E5C", false]]);
    await pane.apply(marks(sheet.id));
    expect(pane.excel.snapshot()).toEqual(before);
    expect(pane.log.cells).toEqual([]);
  });

  it("marks that are right already are left alone", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)]));
    pane.log.restart();
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 0), block(0, 0, 1, 1)]));
    expect([pane.log.rules, pane.log.roundTrips.some(({ writes }) => writes)]).toEqual([[], false]);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 2)]));
    expect(rules(book)[0]).toEqual(['="tenken:required"<>""', "A1:C1"]);
    expect(rules(book)).toHaveLength(3);
  });

  it("are found again after reopening, in a copy of the sheet, and after rows were inserted", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(2, 2, 0, 2)]));
    const later = reopened(book);
    const copy = copySheet(later, later.sheet(sheet.id));
    later.insertRows(later.sheet(sheet.id), 1, 2);
    const again = await open(later);
    await again.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(4, 4, 0, 2)]));
    expect(again.log.rules).toEqual([]);
    await again.apply(marks(sheet.id));
    await again.apply(marks(copy.id));
    for (const { rules: left } of later.sheets) expect(left.map(({ type, formula }) => formula ?? type)).toEqual(['=$A1="tenken"', "ColorScale"]);
  });

  it("thousands of rows need as few rules as their addresses allow", async () => {
    const { book, sheet } = bookOf([["a"]]);
    const pane = await open(book);
    await pane.apply(marks(sheet.id, Array.from({ length: 3000 }, (_, index) => block(index * 2, index * 2, 0, 5))));
    expect(sheet.rules).toHaveLength(5);
    expect(sheet.rules.reduce((sum, { areas }) => sum + areas.length, 0)).toBe(3000);
    console.info(`marks on 3,000 rows: ${pane.log.roundTrips.length} round trips`);
  });

  it("H3 rows that moved since they were read get no colour", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.read(sheet.id);
    book.insertRows(sheet, 0, 1);
    expect(await refusalOf(pane.apply(marks(sheet.id, [block(0, 0, 0, 1)])))).toBe("moved: A1");
    expect(pane.log.rules).toEqual([]);
    await pane.read(sheet.id);
    await pane.apply(marks(sheet.id, [block(1, 1, 0, 1)]));
    expect(rules(book)[0]?.[1]).toBe("A2:B2");
  });

  it("H3 our own fixes are no reason to refuse marks", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.read(sheet.id);
    await pane.apply([{ kind: "edit-cells", sheet: sheet.id, edits: [{ at: { row: 0, column: 0 }, from: "a", to: "A" }] }]);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)]));
    expect(rules(book)).toHaveLength(3);
  });

  it("W3 a protected sheet gets none, and is not unprotected", async () => {
    const { book, sheet } = sheetWithUsersLook();
    sheet.protection = { password: "" };
    const pane = await open(book);
    expect(await refusalOf(pane.apply(marks(sheet.id, [block(0, 0, 0, 1)])))).toBe("protected: 評価表");
    expect(await refusalOf(pane.apply(marks(sheet.id)))).toBe("done");
    expect([sheet.rules.length, sheet.protection]).toEqual([2, { password: "" }]);
  });

  it("W3 a protected sheet that lets cells be formatted gets marks, which go again; its cells stay closed", async () => {
    const { book, sheet } = sheetWithUsersLook();
    sheet.protection = { password: "", allowFormatCells: true };
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const edit: Change = { kind: "edit-cells", sheet: sheet.id, edits: [{ at: { row: 0, column: 0 }, from: sheet.cell(0, 0).value, to: "別" }] };
    expect(await refusalOf(pane.apply([edit, ...marks(sheet.id, [block(0, 0, 0, 1)])]))).toBe("protected: 評価表");
    expect(pane.excel.snapshot()).toEqual(before);
    expect(await refusalOf(pane.apply(marks(sheet.id, [block(0, 0, 0, 1)])))).toBe("done");
    expect(sheet.rules.length).toBe(3);
    await pane.apply(marks(sheet.id));
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it("H8 a lost answer is found out: the marks are there, and not set twice", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    pane.host.faults.failRequest(4, "RequestAborted", { done: true });
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)]));
    expect(rules(book)).toHaveLength(3);
    pane.host.faults.restart();
    pane.host.faults.failWrites("RequestAborted");
    expect(await refusalOf(pane.apply(marks(sheet.id, [block(0, 0, 0, 2)])))).toMatch(/^interrupted: /);
  });

  it("one plan writes cells and marks in one request", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.apply([{ kind: "edit-cells", sheet: sheet.id, edits: [{ at: { row: 0, column: 0 }, from: "a", to: "A" }] }, ...marks(sheet.id, [block(0, 0, 0, 1)])]);
    expect(pane.log.roundTrips.filter(({ writes }) => writes)).toHaveLength(1);
    expect([sheet.cell(0, 0).value, rules(book).length]).toEqual(["A", 3]);
  });

  it("#6396 rules that cannot be read are passed over: ours are found, set and taken away beside them", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)]));
    const broken: Rule = { id: "undone", type: "Custom", areas: [{ row: 4, column: 0, rows: 1, columns: 1 }], formula: '="tenken:required"<>""', stopIfTrue: false, fill: undefined, font: undefined, isBroken: true };
    const foreign: Rule = { ...broken, id: "foreign", type: "SomethingNewer", formula: undefined, isBroken: false };
    sheet.rules = [foreign, ...sheet.rules.slice(0, 2), broken, ...sheet.rules.slice(2)];
    pane.log.restart();
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)]));
    expect(pane.log.rules).toEqual([]);
    console.info(`marks beside a rule that cannot be read: ${pane.log.roundTrips.length} round trips`);
    await pane.apply(marks(sheet.id));
    expect(sheet.rules.map(({ id, type }) => (id.startsWith("{") ? type : id))).toEqual(["foreign", "Custom", "undone", "ColorScale"]);
    book.deleteSheet(book.addSheet("別"));
    expect(await refusalOf(pane.apply(marks("{no such sheet}", [block(0, 0, 0, 1)])))).toBe("sheet-gone");
  });

  it("a mark without its colours is set again; a sign that is not known here, or that a user's formula names, is never touched", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)]));
    const [ours] = sheet.rules;
    if (ours) ours.fill = undefined;
    for (const formula of ['="tenken:later"<>""', '=AND("tenken:required"<>"",$A1>1)']) book.addRule(sheet, { type: "Custom", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }], formula, stopIfTrue: false, fill: undefined, font: undefined });
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)]));
    expect(sheet.rules.filter(({ fill }) => fill === "#FFC166")).toHaveLength(1);
    await pane.apply(marks(sheet.id));
    expect(rules(book).map(([formula]) => formula)).toEqual(['=AND("tenken:required"<>"",$A1>1)', '="tenken:later"<>""', '=$A1="tenken"', "ColorScale"]);
  });

  it("#1831 are known again where Excel tells addresses in R1C1", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(2, 2, 0, 0)]));
    pane.log.restart();
    pane.host.spelling.references = "R1C1";
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(2, 2, 0, 0)]));
    expect(pane.log.rules).toEqual([]);
  });

  it("#1167 stand area by area where Excel takes no comma between areas, are known again, and go", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book, {}, "new");
    const before = pane.excel.snapshot();
    pane.host.spelling.listSeparator = ";";
    const apart = marks(sheet.id, [block(0, 0, 0, 1), block(2, 2, 0, 1)], [block(1, 1, 0, 2)]);
    await pane.apply(apart);
    expect(rules(book).slice(0, 3)).toEqual([['="tenken:required"<>""', "A1:B1"], ['="tenken:required"<>""', "A3:B3"], ['="tenken:attention"<>""', "A2:C2"]]);
    expect(pane.log.takeViolations().map(({ kind }) => kind)).toEqual(["wrong-argument"]);
    pane.log.restart();
    expect(await pane.wouldMark(apart.flatMap((change) => (change.kind === "set-marks" ? [change] : [])))).toBe(false);
    await pane.apply(apart);
    expect(pane.log.rules).toEqual([]);
    await pane.apply(marks(sheet.id));
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it.each([[",", ";"], [";", ","]])("#1167 that an Excel with the list separator %s set are right in one with %s, and only what differs is changed there", async (one, other) => {
    const { book, sheet } = sheetWithUsersLook();
    const first = await open(book, {}, "new");
    first.host.spelling.listSeparator = one;
    await first.apply(marks(sheet.id, [block(0, 0, 0, 1), block(2, 2, 0, 1)]));
    const pane = await open(book, {}, "new");
    pane.host.spelling.listSeparator = other;
    const again = marks(sheet.id, [block(0, 0, 0, 1), block(2, 2, 0, 1)]);
    expect(await pane.wouldMark(again.flatMap((change) => (change.kind === "set-marks" ? [change] : [])))).toBe(false);
    await pane.apply(again);
    expect(pane.log.rules).toEqual([]);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1), block(2, 2, 0, 1), block(1, 1, 0, 2)]));
    expect(pane.log.rules.filter(({ what }) => what !== "changed").map(({ what }) => what)).toEqual(["added"]);
    // The question whether it takes several areas.
    pane.log.takeViolations();
  });

  it("H3 a rule of ours that a colleague's pane takes away meanwhile: the marks are found out anew, and set once", async () => {
    for (const request of [3, 4, 5]) {
      const { book, sheet } = sheetWithUsersLook();
      const pane = await open(book);
      await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(2, 2, 0, 2)]));
      pane.host.faults.restart();
      pane.host.faults.before(request, () => {
        const [ours] = sheet.rules;
        if (ours) book.removeRule(sheet, ours);
      });
      expect([request, await refusalOf(pane.apply(marks(sheet.id, [block(1, 1, 0, 1)], [block(2, 2, 0, 2)]))), rules(book).slice(0, 2).sort()]).toEqual([
        request,
        "done",
        [['="tenken:attention"<>""', "A3:C3"], ['="tenken:required"<>""', "A2:B2"]],
      ]);
      expect(rules(book)).toHaveLength(4);
    }
  });

  it("only the rules that differ are changed", async () => {
    const { book, sheet } = sheetWithUsersLook();
    const pane = await open(book);
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(2, 2, 0, 2)]));
    pane.log.restart();
    await pane.apply(marks(sheet.id, [block(0, 0, 0, 1)], [block(1, 1, 0, 2)]));
    expect(pane.log.rules.filter(({ what }) => what !== "changed").map(({ what, address }) => `${what} ${address}`)).toEqual(["removed A3:C3", "added A2:C2"]);
  });
});

describe("the word of a mark", () => {
  const words = (required: readonly CellPlace[], attention: readonly CellPlace[] = []) => ({ required: { word: "要見直し", cells: required }, attention: { word: "要注意", cells: attention } });
  const looks = (book: Book) => book.active.rules.filter(({ fill }) => fill === "#FFC166").map(({ numberFormat, areas }) => [numberFormat, areas.map(addressOf).join(",")]);
  const column = (...cells: readonly (readonly [value: string | number, format?: string])[]) => {
    const { book, sheet } = bookOf([["番号"]]);
    cells.forEach(([value, format = "General"], row) => sheet.put(row + 1, 0, { value, format }));
    sheet.columnWidths.set(0, 120);
    book.takeChanges();
    const places = cells.map((_, row) => ({ row: row + 1, column: 0 }));
    const change: SetMarks = { kind: "set-marks", sheet: sheet.id, blocks: { required: [block(1, cells.length, 0, 1)], attention: [] }, words: words(places) };
    return { book, sheet, change };
  };

  it("stands before texts, numbers and dates as their cells show them; the cells stay as they are, and all goes with the mark", async () => {
    const { book, change, sheet } = column(["3-2"], ["4-1", "@"], [3], [46_024, 'm"月"d"日"']);
    const pane = await open(book);
    const before = pane.excel.snapshot();
    await pane.apply([change]);
    expect(looks(book)).toEqual([
      ['"⚑要見直し "@', "A2:A3"],
      ['"⚑要見直し "General;"⚑要見直し "-General;"⚑要見直し "General;"⚑要見直し "@', "A4"],
      [expect.stringMatching(/^"⚑要見直し "m"月"d"日";/), "A5"],
      [undefined, "B2:B5"],
    ]);
    expect([pane.excel.snapshot().sheets[0]?.cells, pane.log.cells]).toEqual([before.sheets[0]?.cells, []]);
    pane.log.restart();
    await pane.apply([change]);
    expect(pane.log.rules).toEqual([]);
    await pane.apply(marks(sheet.id));
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it("is only the sign in a narrow column, unless the text wraps in a high row; a number without room keeps its digits", async () => {
    const { book, sheet, change } = column(["2-2-1"], ["3-2"], [12345]);
    sheet.columnWidths.set(0, 50);
    sheet.put(2, 0, { look: { ...sheet.cell(2, 0).look, wrap: true } });
    sheet.rowHeights.set(2, 60);
    const pane = await open(book);
    await pane.apply([change]);
    expect(looks(book)).toEqual([['"⚑"@', "A2"], ['"⚑要見直し "@', "A3"], [expect.stringMatching(/^"⚑"General;/), "A4"], [undefined, "B2:B4"]]);
    sheet.columnWidths.set(0, 30);
    await pane.apply([change]);
    expect(looks(book).at(-1)).toEqual([undefined, "B2:B3,A4:B4"]);
  });

  it("is written as its host writes General, and marks of an earlier version get it", async () => {
    const { book, sheet, change } = column([3]);
    const pane = await open(book);
    pane.host.spelling.general = "G/標準";
    await pane.apply(marks(sheet.id, [block(1, 1, 0, 1)]));
    await pane.apply([change]);
    expect(looks(book)).toEqual([['"⚑要見直し "G/標準;"⚑要見直し "-G/標準;"⚑要見直し "G/標準;"⚑要見直し "@', "A2"], [undefined, "B2"]]);
    pane.log.restart();
    pane.host.spelling.general = "General";
    await pane.apply([change]);
    expect(pane.log.rules).toEqual([]);
  });

  it("in another language makes no mark an old one, and is written only when marks are asked for", async () => {
    const { book, sheet, change } = column(["3-2"], ["4-1"]);
    const pane = await open(book);
    await pane.apply([change]);
    pane.log.restart();
    const english = { ...change, words: { required: { word: "review", cells: change.words?.required.cells ?? [] }, attention: { word: "attention", cells: [] } } };
    const fewer = { ...change, blocks: { required: [block(1, 1, 0, 1)], attention: [] } };
    expect([await pane.wouldMark([change]), await pane.wouldMark([english]), await pane.wouldMark([fewer]), await pane.wouldMark([{ kind: "set-marks", sheet: sheet.id, blocks: { required: [], attention: [] } }])]).toEqual([false, false, true, true]);
    expect(pane.log.roundTrips.some(({ writes }) => writes)).toBe(false);
    await pane.apply([english]);
    expect(looks(book)[0]).toEqual(['"⚑review "@', "A2:A3"]);
  });

  it("costs a round trip for each thousand codes", async () => {
    const { book, sheet, change } = column(...Array.from({ length: 2500 }, (_, row): readonly [string] => [`1-${row}`]));
    const pane = await open(book);
    await pane.apply([change]);
    expect(sheet.rules).toHaveLength(2);
    expect(pane.log.roundTrips.length).toBeLessThanOrEqual(6);
  });
});
