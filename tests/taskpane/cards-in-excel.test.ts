import { expect, it } from "vitest";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { cardSamples, cardWorkbook, withCells } from "../samples/card-books.ts";
import { counts, fixGroup, undoFixes } from "./open-in-memory.ts";

const [sample] = cardSamples;
if (!sample) throw new Error("no sample");

it("cards in Excel: a check of all 20 costs at most 5 round trips and leaves no trace; marks stand on the sheets of their cards, and go without one; fixes are undone", async () => {
  const file = await openFile("個票.xlsx", cardWorkbook(withCells(sample.sheets, sample.faults)), { inflate: inflateInNode });
  const excel = await NodeExcel.open({ book: await bookFromFile(file) });
  const before = excel.snapshot();
  const marked = () => excel.book.sheets.flatMap(({ name, rules }) => (rules.length > 0 ? [name] : []));
  const grade = () => [...(excel.book.sheets.find(({ name }) => name === "No3")?.cells() ?? [])].find(([row, column]) => row === 9 && column === 1)?.[2].value;
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    expect(counts(taskPane)).toEqual([5, 2, 0, 1, 3]);
    expect(excel.snapshot()).toEqual(before);
    excel.log.restart();
    await taskPane.session.check(taskPane.session.get().sheet?.id ?? "");
    expect(excel.log.roundTrips.length).toBeLessThanOrEqual(5);
    await taskPane.toggleMarks();
    await expect.poll(marked, { timeout: 10_000 }).toEqual(["No4", "No7", "No9", "No19"]);
    await taskPane.toggleMarks();
    await expect.poll(marked, { timeout: 10_000 }).toEqual([]);
    await fixGroup(taskPane);
    expect(grade()).toBe("B");
    await undoFixes(taskPane);
    expect(grade()).toBe("Ｂ");
  });
  excel.close();
});
