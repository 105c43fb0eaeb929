import { expect, it } from "vitest";
import { a1 } from "../../src/core/model/address.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { keepForm } from "../../src/pane/state/keep-form.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { addressOf } from "../excel-host/model/area.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { workbookOf } from "../samples/form-sheets.ts";
import { checked, current, findings, fixGroups } from "./open-in-memory.ts";

const name = "進行管理表";
const grades = [0, 0, 1, 2, undefined, 0, 2, 0, 0, 1];
const rows = [
  ["番号", "事業名", "進捗", "", "", "備考"],
  ["", "", "順調", "やや遅れ", "遅れ", ""],
  ...grades.map((grade, index) => [String(index + 1), `事業その${index + 1}`, ...[0, 1, 2].map((column) => (column === grade ? "○" : "")), ""]),
];

const waiting = { timeout: 10_000 };
const found = (taskPane: TaskPane) => findings(taskPane).map(({ rule, at, message }) => `${rule} ${message} ${a1(at)}`);
const marked = (taskPane: TaskPane) => checked(taskPane).inspection.marks.map(({ code }) => code);

it("columns of one grade each in Excel: marks stand on all of them and go without a trace, an edit sets and takes away a mark, and nothing writes into their cells", async () => {
  const excel = await NodeExcel.open({ book: await bookFromFile(await openFile("plan.xlsx", workbookOf(name, rows), { inflate: inflateInNode })) });
  const before = excel.snapshot().sheets;
  const marks = () => excel.book.sheet(name).rules.flatMap(({ areas }) => areas.map(addressOf)).sort();
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    const { session } = taskPane;
    expect([found(taskPane), marked(taskPane), fixGroups(taskPane), fixGroups(taskPane, "suggested")]).toEqual([["status-missing unmarked C7"], ["3", "4", "7", "10"], [], []]);
    session.step(1);
    expect(current(taskPane)).toBe("C7");
    await expect.poll(() => excel.snapshot().selection, waiting).toBe("C7");

    await taskPane.toggleMarks();
    await expect.poll(marks, waiting).toEqual(["A12", "A5", "A6", "A9", "B12:E12", "B5:E5", "B6:E6", "B9:E9"]);
    await taskPane.toggleMarks();
    await expect.poll(() => excel.snapshot().sheets, waiting).toEqual(before);

    await expect.poll(() => excel.host.tells("DataChanged"), waiting).toBe(true);
    excel.type("E7", "○");
    await expect.poll(() => [found(taskPane), marked(taskPane)], waiting).toEqual([[], ["3", "4", "5", "7", "10"]]);
    excel.type("D7", "○");
    await expect.poll(() => [found(taskPane), marked(taskPane)], waiting).toEqual([["status-unknown marks E7"], ["3", "4", "7", "10"]]);
    excel.type("D7:E7", "");
    await expect.poll(() => found(taskPane), waiting).toEqual(["status-missing unmarked C7"]);

    await keepForm(session, checked(taskPane).inspection.form);
    expect([checked(taskPane).inspection.form.from, found(taskPane), marked(taskPane)]).toEqual(["document", ["status-missing unmarked C7"], ["3", "4", "7", "10"]]);
    await session.inputRuleEditor.addInputRules(excel.book.sheet(name).id, "ja");
    expect([session.inputRuleEditor.get().addInputRules.phase, excel.book.sheet(name).validations]).toEqual(["done", []]);
    await session.inputRuleEditor.removeInputRules(excel.book.sheet(name).id);
    await session.summarizer.make("ja");
    expect(excel.book.sheets.map((sheet) => sheet.name)).toEqual([name, "総括", "事業別", "要見直し一覧", "指摘一覧"]);
    await session.summarizer.takeAway();
    expect([excel.snapshot().sheets, excel.log.cells.filter(({ sheet, address, what }) => sheet === name && (what === "value" || !address.startsWith("A")))]).toEqual([before, []]);
  });
  excel.close();
});
