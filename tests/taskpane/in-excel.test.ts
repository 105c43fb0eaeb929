import { expect, it } from "vitest";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { hasSeed, mergedSeed } from "../samples/seed.ts";
import { counts } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

const books = [
  ["the sample", true, sampleBook, [4, 4, 2, 1, 2]],
  ["the real evaluation as a workbook", hasSeed, async () => bookFromFile(await openFile("asahi.xlsx", mergedSeed(), { inflate: inflateInNode })), [0, 0, expect.any(Number), 1, 3]],
] as const;

for (const [name, isThere, bookOf, found] of books) it.skipIf(!isThere)(`${name}: a check costs at most 3 round trips and leaves no trace; marks on and off leave none`, async () => {
  const excel = await NodeExcel.open({ book: await bookOf() });
  const before = excel.snapshot();
  const rules = () => excel.book.sheets[0]?.rules.length;
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}));
    await taskPane.start();
    excel.log.restart();
    await taskPane.checkActive();
    expect([excel.log.roundTrips.length <= 3, excel.log.cells, excel.log.rules, counts(taskPane)]).toEqual([true, [], [], found]);
    expect(excel.snapshot()).toEqual(before);
    await taskPane.toggleMarks();
    await expect.poll(rules).toBe(2);
    await taskPane.toggleMarks();
    await expect.poll(() => excel.snapshot()).toEqual(before);
    expect(excel.log.cells).toEqual([]);
  });
  excel.close();
});
