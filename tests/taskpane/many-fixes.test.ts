import { expect, it } from "vitest";
import { sheetsName } from "../../src/core/settings/kept-name.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { largeWorkbook } from "../workbench/large-workbook.ts";
import { finish, fixGroup, fixGroups, journal, said, undoFixes } from "./open-in-memory.ts";

const perRequest = 500;

async function faultyExcel(faults: number): Promise<NodeExcel> {
  return NodeExcel.open({ book: await bookFromFile(await openFile("many.xlsx", largeWorkbook(faults, 1), { inflate: inflateInNode })) });
}

it("5,000 fixes: two saves of the journal, one check, and four requests for 500 cells; what is beyond stays for the next time", async () => {
  const excel = await faultyExcel(5001);
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    const checks: unknown[] = [taskPane.session.get().news];
    taskPane.session.subscribe(() => {
      const { news } = taskPane.session.get();
      if (news?.kind === "state" && checks.at(-1) !== news) checks.push(news);
    });
    expect(fixGroups(taskPane)).toHaveLength(5001);
    excel.log.restart();
    await fixGroup(taskPane);
    const { roundTrips, settingsSaves, cells } = excel.log;
    const writes = roundTrips.filter((trip) => trip.writes).map(({ number }) => number);
    expect([said(taskPane), fixGroups(taskPane).length, journal(taskPane).length, checks.length - 1]).toEqual(["5,000件を修正しました。", 1, 5000, 1]);
    // The last one is the sheet's sign.
    expect([writes.length, cells.length, excel.book.names.length]).toEqual([5000 / perRequest + 1, 5000, 1]);
    // Compared twice, written, read back; whether the sheet is protected; and the check.
    expect(roundTrips.length).toBeLessThanOrEqual((4 * 5000) / perRequest + 1 + 8 + 3);
    expect(settingsSaves.filter(({ names }) => names.filter((name) => name !== sheetsName).length === 1).map(({ afterRoundTrip }) => [afterRoundTrip < (writes[0] ?? 0), afterRoundTrip >= (writes.at(-1) ?? 0)])).toEqual([[true, false], [false, true]]);
    excel.log.restart();
    await undoFixes(taskPane);
    expect([said(taskPane), excel.log.cells.length, fixGroups(taskPane).length, journal(taskPane)]).toEqual(["5,000件を元に戻しました。", 5000, 5001, []]);
  });
  excel.close();
}, 60_000);

it("broken off between two requests: the journal tells all fixes, and they are finished", async () => {
  const excel = await faultyExcel(1200);
  await excel.evaluate(async () => {
    const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
    await taskPane.start();
    excel.host.faults.failWrite(701, "RequestAborted");
    await fixGroup(taskPane);
    expect(said(taskPane)).toMatch(/1,200セルのうち700セルまで/);
    expect(journal(taskPane).map(({ done }) => done)).toEqual(Array.from({ length: 1200 }, () => false));
    excel.host.faults.restart();
    excel.log.restart();
    await finish(taskPane, journal(taskPane));
    expect([said(taskPane), excel.log.cells.length, fixGroups(taskPane)]).toEqual(["1,200件を修正しました。", 500, []]);
    expect(journal(taskPane).every(({ done }) => done)).toBe(true);
  });
  excel.close();
}, 60_000);

it("tells how far it is after each request, and a cancel before the first write leaves all as it was", async () => {
  const excel = await faultyExcel(1200);
  const before = excel.snapshot();
  await excel.evaluate(async () => {
    const workbook = await openExcelWorkbook();
    const [{ id: sheet } = { id: "" }] = await workbook.sheets();
    const edits = Array.from({ length: 1200 }, (_, index) => ({ at: { row: index + 1, column: 8 }, from: "達成 ", to: "達成" }));
    const controller = new AbortController();
    const told: number[] = [];
    const beforeWriting = () => {
      controller.abort();
      return Promise.resolve();
    };
    await expect(workbook.apply([{ kind: "edit-cells", sheet, edits }], { signal: controller.signal, onProgress: (done) => told.push(Math.round(done * 1200)), beforeWriting })).rejects.toMatchObject({ code: "cancelled" });
    expect([told, excel.snapshot()]).toEqual([[125, 250, 300], before]);
    told.length = 0;
    await workbook.apply([{ kind: "edit-cells", sheet, edits }], { onProgress: (done) => told.push(Math.round(done * 1200)) });
    expect(told).toEqual([167, 333, 400, 567, 733, 800, 967, 1133, 1200]);
  });
  excel.close();
}, 60_000);
