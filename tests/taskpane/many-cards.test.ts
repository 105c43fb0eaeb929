import { describe, expect, it } from "vitest";
import { a1 } from "../../src/core/model/address.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { inspectSheet } from "../../src/core/inspect-sheet.ts";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { entriesShown } from "../../src/pane/state/checks.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { cardWorkbook, manyCards } from "../samples/card-books.ts";
import { checked, openInMemory } from "./open-in-memory.ts";

const file = await openFile("個票.xlsx", cardWorkbook(manyCards(200)), { inflate: inflateInNode });

describe("200 cards", () => {
  it("are checked in Excel with at most 8 round trips, their progress told; a cancel between them is told, writes nothing and can be tried again", async () => {
    const excel = await NodeExcel.open({ book: await bookFromFile(file) });
    const before = excel.snapshot();
    await excel.evaluate(async () => {
      const workbook = await openExcelWorkbook();
      const taskPane = openTaskPane(workbook, new ExcelActiveSheet({}), "ja");
      await taskPane.start();
      const { session } = taskPane;
      const id = session.get().sheet?.id ?? "";
      const told: number[] = [];
      await inspectSheet(await workbook.read(id), workbook, { forms: builtInForms, answers: new Map() }, { onProgress: (done) => told.push(done) });
      expect(told).toEqual([0.5, 1]);

      excel.log.restart();
      excel.host.faults.restart();
      excel.host.faults.before(4, () => session.cancel(id));
      const cancelled = await session.check(id);
      expect([cancelled, session.get().checks.get(id)]).toMatchObject([{ phase: "refused", code: "cancelled" }, { phase: "refused", code: "cancelled" }]);
      const untilCancelled = excel.log.roundTrips.length;
      expect(await session.check(id)).toMatchObject({ phase: "checked", check: { inspection: { counts: [200] } } });
      const trips = excel.log.roundTrips.length - untilCancelled;
      expect(trips).toBeLessThanOrEqual(8);
      expect(untilCancelled).toBeLessThan(trips);
      expect([excel.log.roundTrips.filter(({ writes }) => writes), excel.snapshot()]).toEqual([[], before]);
    });
    excel.close();
  });

  it("are in the pane's list at once, which kinds and words narrow", async () => {
    const { taskPane } = await openInMemory(await bookFromFile(file));
    const { session } = taskPane;
    const shown = () => entriesShown(session.get()).map(({ at }) => a1(at));
    const numbers = (last: number) => Array.from({ length: 20 }, (_, index) => index * 10 + last);
    const misspelled = numbers(3).map((number) => `'No${number}'!B10`);
    const unmarked = numbers(5).map((number) => `'No${number}'!B11`);
    expect([checked(taskPane).inspection.counts, new Set(shown())]).toEqual([[200], new Set([...misspelled, ...unmarked])]);
    session.toggleKind("error");
    expect(shown()).toEqual(unmarked);
    session.toggleKind("error");
    session.toggleKind("warning");
    expect(shown()).toEqual(misspelled);
    session.filterBy({ text: "No153" });
    expect(shown()).toEqual(["'No153'!B10"]);
  });
});
