import { expect, test } from "vitest";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { associate, showPane } from "../../src/hosts/excel/page.ts";
import { registerCommands } from "../../src/taskpane/commands/ribbon.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { counts } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

test.each([false, true])("a click on the ribbon does its work and ends, Excel refusing to show the pane: %s", async (refuses) => {
  const excel = await NodeExcel.open({ book: await sampleBook() });
  Object.assign(excel.host.runtime, { state: "Hidden", refuses });
  const taskPane = await excel.evaluate(async () => {
    const opened = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    const { summarizer } = opened.session;
    registerCommands({ associate, showPane }, { checkActive: () => opened.checkActive(), toggleMarks: () => opened.toggleMarks(), summarize: () => summarizer.make("ja") });
    return opened;
  });
  excel.clickRibbon("check");
  await expect.poll(() => counts(taskPane)).toEqual([4, 4, 2, 1, 2]);
  excel.clickRibbon("toggleMarks");
  await expect.poll(() => excel.book.sheets[0]?.rules.length).toBeGreaterThan(0);
  await expect.poll(() => excel.completed.map(({ commandId, status }) => [commandId, status])).toEqual([["check", 0], ["toggleMarks", 0]]);
  expect(excel.host.runtime.state).toBe(refuses ? "Hidden" : "Visible");
  excel.close();
});
