import { describe, expect, it } from "vitest";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { addressOf } from "../excel-host/model/area.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { hasSeed, mergedSeed } from "../samples/seed.ts";
import { copySheet, reopened } from "../excel-host/model/copy.ts";
import { counts, fixGroup, journal, refused, said, tryAgain, undoFixes } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

const books = [
  ["the sample", true, sampleBook, [4, 4, 2, 1, 2]],
  ["the real evaluation as a workbook", hasSeed, async () => bookFromFile(await openFile("asahi.xlsx", mergedSeed(), { inflate: inflateInNode })), [0, 0, expect.any(Number), 1, 3]],
] as const;

for (const [name, isThere, bookOf, found] of books) it.skipIf(!isThere)(`${name}: a check costs at most 4 round trips, the first to ask for the sheet in front, and leaves no trace; marks on and off leave none`, async () => {
  const excel = await NodeExcel.open({ book: await bookOf() });
  const before = excel.snapshot();
  const rules = () => excel.book.sheets[0]?.rules.length;
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    excel.log.restart();
    await taskPane.checkActive();
    expect([excel.log.roundTrips.length <= 4, excel.log.cells, excel.log.rules, counts(taskPane)]).toEqual([true, [], [], found]);
    expect(excel.snapshot()).toEqual(before);
    await taskPane.toggleMarks();
    await expect.poll(rules).toBeGreaterThan(3);
    await taskPane.toggleMarks();
    await expect.poll(() => excel.snapshot()).toEqual(before);
    expect(excel.log.cells).toEqual([]);
  });
  excel.close();
});

it("a fix is undone after ids and names of sheets changed: its sheet bears our sign while the journal holds the fix, and no longer", async () => {
  const excel = await NodeExcel.open({ book: await sampleBook() });
  const before = excel.snapshot();
  const opened = () => excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    return taskPane;
  });
  const first = await opened();
  await excel.evaluate(() => fixGroup(first));
  expect([journal(first).length > 0, excel.book.names.map(({ visible }) => visible)]).toEqual([true, [false]]);
  const { name = "", id = "" } = excel.book.sheets[0] ?? {};
  excel.book.rename(excel.book.sheet(id), "昨年度");
  excel.book.addSheet(name);
  await excel.openPane(reopened(excel.book, (sheet) => (sheet.name === name ? id : "{other}")));
  const again = await opened();
  expect(new Set(journal(again).map(({ sheet }) => sheet))).toEqual(new Set(["{other}"]));
  await excel.evaluate(() => undoFixes(again));
  const [sheet] = excel.snapshot().sheets;
  expect([sheet?.cells, journal(again), excel.book.names]).toEqual([before.sheets[0]?.cells, [], []]);
  excel.close();
});

it("marks of all sheets go after the ids and names of these were exchanged, and nothing is left of them", async () => {
  const book = await sampleBook();
  copySheet(book, book.active, "第二課");
  const excel = await NodeExcel.open({ book });
  const opened = () => excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    return taskPane;
  });
  const marked = () => excel.book.sheets.map(({ name, rules }) => [name, rules.length > 0]);
  const before = JSON.stringify(excel.snapshot().sheets.map(({ cells, rules }) => [cells, rules]));
  const first = await opened();
  await excel.evaluate(async () => {
    await first.toggleMarks();
    await expect.poll(() => excel.log.settingsSaves.length, waiting).toBe(1);
  });
  const [one, other] = excel.book.sheets;
  excel.book.rename(excel.book.sheet(one?.id ?? ""), "一");
  await excel.openPane(reopened(excel.book, ({ name }) => (name === "一" ? other?.id : one?.id) ?? ""));
  excel.book.activate(excel.book.sheet("第二課"));
  expect(marked()).toEqual([["一", true], ["第二課", false]]);
  const again = await opened();
  await excel.evaluate(async () => {
    await again.toggleMarks();
    await expect.poll(() => [excel.book.settings.size, excel.book.names], waiting).toEqual([0, []]);
  });
  expect([marked(), excel.book.names, JSON.stringify(excel.snapshot().sheets.map(({ cells, rules }) => [cells, rules]))]).toEqual([[["一", false], ["第二課", false]], [], before]);
  excel.close();
});

it.each(["a chart alone", "another workbook"])("%s in front at the start: the sheets are searched, or that is said; once the sheet is in front one more try checks it", async (front) => {
  const book = await sampleBook();
  const excel = await NodeExcel.open({ book });
  if (front === "a chart alone") book.isChartInFront = true;
  else excel.host.faults.failMember("WorksheetCollection.GetActiveWorksheet", "InvalidSelection");
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    if (front === "a chart alone") expect([counts(taskPane), refused(taskPane)]).toEqual([[4, 4, 2, 1, 2], undefined]);
    else {
      expect(refused(taskPane)).toMatch(/^別のブックが前面にあるため、点検できません。/);
      excel.host.faults.restart();
      await tryAgain(taskPane);
      expect([counts(taskPane), refused(taskPane)]).toEqual([[4, 4, 2, 1, 2], undefined]);
    }
  });
  excel.close();
});

it("a fix that gets no answer (#4273) ends when it is cancelled, says that nobody knows what was done, and the next one is made", async () => {
  const excel = await NodeExcel.open({ book: await sampleBook() });
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook({ answerPatience: 5 }), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    const { fixer } = taskPane.session;
    // Silent from the first request that writes.
    excel.host.faults.restart();
    excel.host.faults.before(3, () => (excel.host.faults.silent = true));
    const fixing = fixGroup(taskPane);
    await expect.poll(() => excel.host.faults.silent).toBe(true);
    fixer.cancel();
    await fixing;
    expect([fixer.get().busy, said(taskPane)]).toEqual([false, expect.stringMatching(/^Excelから答えがないため、どこまで書き込めたかを確かめられません。頼んだことが/)]);
    excel.host.faults.silent = false;
    await taskPane.checkActive();
    await fixGroup(taskPane);
    expect(said(taskPane)).toMatch(/^\d+件を修正しました。$/);
  });
  excel.close();
});

it("requests that get no answer (#4273) hold nothing for ever: once Excel answers, one more try checks", async () => {
  const excel = await NodeExcel.open({ book: await sampleBook() });
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    excel.host.faults.silent = true;
    void taskPane.start();
    // The time in which Excel would have answered.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([counts(taskPane), refused(taskPane)]).toEqual([[], undefined]);
    excel.host.faults.silent = false;
    await taskPane.checkActive();
    expect(counts(taskPane)).toEqual([4, 4, 2, 1, 2]);
  });
  excel.close();
});

it("edits, sheets in front and results of formulas that Excel did not tell, its handlers gone, are found when the user comes back, and told again from then on", async () => {
  const excel = await NodeExcel.open({ book: await sampleBook() });
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    const cell = { row: 5, column: 3, rows: 1, columns: 1 };
    await expect.poll(() => excel.host.tells("DataChanged") && excel.host.tells("Calculated"), waiting).toBe(true);
    excel.host.as("user", (book) => book.calculate(book.active, cell, "順調"));
    await expect.poll(() => counts(taskPane), waiting).toEqual([4, 3, 2, 1, 2]);
    excel.host.forgetHandlers();
    excel.type("D6", "じゅんちょう");
    excel.log.restart();
    await taskPane.look(Date.now() + 60_000);
    await expect.poll(() => counts(taskPane), waiting).toEqual([5, 3, 2, 1, 2]);
    expect([excel.log.cells, excel.log.rules, excel.log.undoLosses]).toEqual([[], [], 0]);
    await expect.poll(() => excel.host.tells("DataChanged") && excel.host.tells("Activated"), waiting).toBe(true);
    excel.type("D6", "順調");
    await expect.poll(() => counts(taskPane), waiting).toEqual([4, 3, 2, 1, 2]);
  });
  excel.close();
});

it.each(["1.18", "1.19"])("the word of a mark follows the format and width of its cell with the next check: unasked in ExcelApi 1.19, on request below it (%s)", async (api) => {
  const excel = await NodeExcel.open({ book: await sampleBook(), api });
  const looks = () => excel.book.active.rules.flatMap(({ numberFormat }) => numberFormat ?? []);
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    await taskPane.toggleMarks();
    await expect.poll(() => looks().length, waiting).toBeGreaterThan(0);
    await expect.poll(() => excel.log.settingsSaves.length, waiting).toBe(1);
    await expect.poll(() => excel.host.tells("DataChanged"), waiting).toBe(true);
    const before = looks();
    expect(before).toEqual(['"⚑"@', '"◉"@']);
    for (let column = 0; column < 20; column++) excel.book.active.columnWidths.set(column, 200);
    excel.log.restart();
    const last = taskPane.session.get().checks.get(excel.book.active.id);
    excel.type("N30", "x");
    const checks = () => taskPane.session.get().checks.get(excel.book.active.id);
    await expect.poll(() => checks() !== last && checks()?.phase === "checked", waiting).toBe(true);
    if (api === "1.18") {
      await expect.poll(() => excel.log.roundTrips.length, waiting).toBeGreaterThan(1);
      expect([looks(), excel.log.undoLosses]).toEqual([before, 0]);
      await taskPane.checkActive();
    }
    await expect.poll(looks, waiting).toEqual(['"⚑要見直し "@', '"◉要注意 "@']);
  });
  excel.close();
});

/** Four edits that change marks, while marks are shown, and one that changes none. */
async function edited(api: string, isShown: boolean) {
  const excel = await NodeExcel.open({ book: await sampleBook(), api });
  const rules = () => excel.book.active.rules.map(({ areas }) => areas.map(addressOf).join()).sort();
  const counted = await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    await taskPane.toggleMarks();
    await expect.poll(() => rules().length, waiting).toBeGreaterThan(3);
    await expect.poll(() => excel.log.settingsSaves.length, waiting).toBe(1);
    await expect.poll(() => excel.host.tells("DataChanged"), waiting).toBe(true);
    excel.host.showPane(isShown);
    excel.log.restart();
    const before = rules();
    const isOld = () => taskPane.store.get().oldMarks.size > 0;
    const marks = () => taskPane.session.get().checks.get(excel.book.active.id);
    for (const text of ["順調でない", "順調", "順調でない", "順調", "別の語"]) {
      const last = marks();
      excel.type("D9", text);
      await expect.poll(() => marks() !== last && marks()?.phase === "checked", waiting).toBe(true);
      const isMarked = text === "順調でない";
      if (api === "1.19" && isShown) await expect.poll(() => rules().join() === before.join(), waiting).toBe(!isMarked);
      else await expect.poll(isOld, waiting).toBe(isMarked);
    }
    const changed = excel.log.rules.filter(({ what }) => what !== "changed").length;
    const seen = { changed, writes: excel.log.roundTrips.filter(({ writes }) => writes).length, undoLosses: excel.log.undoLosses, undo: excel.book.undo.length, isSame: rules().join() === before.join() };
    return seen;
  });
  excel.close();
  return counted;
}

const waiting = { timeout: 10_000 };

describe("four edits that change the marks on the sheet, and one that does not", () => {
  it.each([["1.18", true], ["1.19", false]])("write nothing in ExcelApi %s with the pane shown: %s", async (api, isShown) => {
    expect(await edited(api, isShown)).toEqual({ changed: 0, writes: 0, undoLosses: 0, undo: 5, isSame: true });
  });

  it("change only the rules that differ where Excel keeps the undo list", async () => {
    const { changed, ...rest } = await edited("1.19", true);
    expect(rest).toEqual({ writes: 4, undoLosses: 0, undo: 5, isSame: true });
    console.info(`four edits: ${changed} rules taken away or added`);
    expect(changed).toBeLessThanOrEqual(16);
  });

  it("and nothing that the document would have to keep, since that empties the undo list everywhere (#3141): the last mark goes, another sheet gets its first on request", async () => {
    const book = await sampleBook();
    const other = copySheet(book, book.active, "第二課");
    const excel = await NodeExcel.open({ book, api: "1.19" });
    const marked = () => book.sheets.map(({ rules }) => rules.length > 0);
    await excel.evaluate(async () => {
      const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
      await taskPane.start();
      await taskPane.toggleMarks();
      await expect.poll(marked, waiting).toEqual([true, false]);
      await expect.poll(() => excel.host.tells("DataChanged") && excel.host.tells("Activated"), waiting).toBe(true);
      await expect.poll(() => excel.log.settingsSaves.length, waiting).toBe(1);
      excel.log.restart();
      excel.type("A4:L30", "");
      await expect.poll(marked, waiting).toEqual([false, false]);
      excel.select("第二課!A1");
      await expect.poll(() => [...taskPane.store.get().oldMarks], waiting).toEqual([other.id]);
      expect([marked(), excel.log.settingsSaves, excel.log.undoLosses]).toEqual([[false, false], [], 0]);
      taskPane.renewMarks();
      await expect.poll(marked, waiting).toEqual([false, true]);
      await expect.poll(() => excel.log.settingsSaves.length, waiting).toBe(1);
      await taskPane.toggleMarks();
      await expect.poll(() => [marked(), book.settings.size], waiting).toEqual([[false, false], 0]);
    });
    excel.close();
  });
});
