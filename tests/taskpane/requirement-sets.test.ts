import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { reopened } from "../excel-host/model/copy.ts";
import { counts, findingAt, fixGroup, undoFixes } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

/** The stand-in refuses every member above the set, and closing it fails after such a call. */
const sets = ["1.9", "1.14", "1.17", "1.21"] as const;
const found = [4, 4, 2, 1, 2];
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

async function opened(excel: NodeExcel) {
  return excel.evaluate(async () => {
    const [workbook, told] = [await openExcelWorkbook(), new ExcelActiveSheet({})];
    const taskPane = openTaskPane(workbook, told, "ja");
    await taskPane.start();
    return { workbook, taskPane };
  });
}

/** What works, by the words of the manual's table. */
async function worksIn(api: string): Promise<Readonly<Record<string, boolean>>> {
  const excel = await NodeExcel.open({ book: await sampleBook(), api });
  const { book } = excel;
  const { taskPane, workbook } = await opened(excel);
  const sheet = () => excel.snapshot().sheets[0];
  const before = sheet();
  const works: Record<string, boolean> = { 点検: isSame(counts(taskPane), found) };
  await excel.evaluate(async () => {
    const { session } = taskPane;
    const day = { year: 2026, month: 11, day: 29 };
    await session.accept(findingAt(taskPane, "G12"), { reason: "理由", by: "担当", day });
    works["名前とIDがともに変わったシートの記録を見つけること"] = book.names.length === 1;
    await fixGroup(taskPane);
    const isFixed = !isSame(sheet()?.cells, before?.cells);
    await undoFixes(taskPane);
    works["修正と、修正を元に戻すこと"] = isFixed && isSame(sheet()?.cells, before?.cells);
    await taskPane.toggleMarks();
    await expect.poll(() => sheet()?.rules.length).toBeGreaterThan(0);
    await taskPane.toggleMarks();
    await expect.poll(() => sheet()?.rules.length).toBe(0);
    works["要見直しの印を付けること、消すこと"] = true;
    const { inputRuleEditor, summarizer } = session;
    const id = sheet()?.id ?? "";
    await inputRuleEditor.addInputRules(id, "ja");
    const isRuled = (sheet()?.validations.length ?? 0) > 0;
    await inputRuleEditor.removeInputRules(id);
    works["入力規則を付けること、消すこと"] = isRuled && sheet()?.validations.length === 0;
    await summarizer.make("ja");
    const made = book.sheets.map(({ name }) => name).slice(1);
    book.sheet("課題別").comments = ["確認済み"];
    works["総括シートに付けられたコメントに気付くこと"] = (await workbook.ownSheets()).some(({ hasAdditions }) => hasAdditions);
    book.sheet("課題別").comments = [];
    await summarizer.takeAway();
    works["総括シートを作ること、削除すること"] = made.join() === "総括,課題別,要見直し一覧,指摘一覧" && book.sheets.length === 1;
  });
  await excel.openPane(reopened(book));
  works["「そのままにする」の記録"] = isSame(counts((await opened(excel)).taskPane), [3, 4, 2, 1, 2]);
  excel.close();
  return works;
}

test("what works in each set of ExcelApi is what the manual for administrators says, and no set is asked for what it has not", async () => {
  const works: Awaited<ReturnType<typeof worksIn>>[] = [];
  for (const api of sets) works.push(await worksIn(api));
  const [head = [], ...rows] = tableBelow("sets");
  expect(head.slice(1).map((cell) => /1\.\d+/.exec(cell)?.[0])).toEqual(sets);
  const said = Object.fromEntries(rows.map(([name = "", ...cells]) => [name, cells.map((cell) => cell.startsWith("○"))]));
  const real = Object.fromEntries(Object.keys(works[0] ?? {}).map((name) => [name, works.map((each) => each[name])]));
  expect(said).toEqual(real);
}, 60_000);

/** The cells of the table that follows a heading of the manual. */
function tableBelow(id: string): readonly (readonly string[])[] {
  const page = readFileSync("src/help/admin.html", "utf8");
  const [table = ""] = page.slice(page.indexOf(`id="${id}"`)).split("</table>", 1);
  return [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = ""]) => [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell = ""]) => cell));
}
