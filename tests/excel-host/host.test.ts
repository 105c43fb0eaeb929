import { expect, test } from "vitest";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";
import type { NodeExcel } from "./in-node/excel.ts";
import { reopened } from "./model/copy.ts";

const open = blankPanes();

/** Reads A1. Returns its value or the code of the error. */
function readCell(excel: NodeExcel, options: Excel.RunOptions = {}): Promise<{ value?: unknown; code?: string }> {
  return excel.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.load("values");
      await context.sync();
      const value: unknown = range.values[0]?.[0];
      return value;
    }, options),
  );
}

test("Office.js finds Excel, the offered requirement set and the language", async () => {
  const excel = await open(bookOf().book, { api: "1.10", locale: "en-US" });
  const seen = await excel.evaluate(async () => {
    const { host, platform } = await Office.onReady();
    const offers = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
    return [host, platform, Office.context.displayLanguage, offers("1.9"), offers("1.10"), offers("1.11")];
  });
  expect(seen).toEqual(["Excel", "OfficeOnline", "en-US", true, true, false]);
});

test("a member that the stand-in does not know fails loudly", async () => {
  const excel = await open(bookOf().book);
  const read = await excel.evaluate(() =>
    attempt((context) => {
      context.workbook.worksheets.getActiveWorksheet().tables.load("count");
      return context.sync();
    }),
  );
  expect(read.code).toBe("ApiNotFound");
  expect(excel.log.takeViolations()).toEqual([{ kind: "unknown-member", detail: "Worksheet.Tables" }]);
});

test("closing fails while violations were not looked at", async () => {
  const excel = await open(bookOf().book);
  await excel.evaluate(() => attempt((context) => (context.workbook.tables.load("count"), context.sync())));
  expect(() => excel.close()).toThrow("unknown-member: Workbook.Tables");
});

test("a member above the offered requirement set is not there", async () => {
  const find = (excel: NodeExcel) =>
    excel.evaluate(() =>
      attempt(async (context) => {
        const rule = context.workbook.worksheets.getActiveWorksheet().getRange("A1").conditionalFormats.getItemOrNullObject("x");
        await context.sync();
        return rule.isNullObject;
      }),
    );
  const old = await open(bookOf().book, { api: "1.13" });
  expect(await find(old)).toEqual({ code: "ApiNotFound" });
  expect(old.log.takeViolations()).toEqual([{ kind: "above-requirement-set", detail: "ConditionalFormatCollection.GetItemOrNullObject" }]);
  expect(await find(await open(bookOf().book, { api: "1.14" }))).toEqual({ value: true });
});

test("in cell edit mode requests are refused, or wait where they may", async () => {
  const excel = await open(bookOf([["a"]]).book);
  excel.host.cellEditMode = true;
  expect(await readCell(excel)).toEqual({ code: "InvalidOperationInCellEditMode" });
  const waiting = readCell(excel, { delayForCellEdit: true });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(excel.log.roundTrips).toHaveLength(1);
  excel.type("A1", "b");
  excel.host.cellEditMode = false;
  expect(await waiting).toEqual({ value: "b" });
});

test("document settings are saved in the workbook and are there when the pane is opened again", async () => {
  const { book } = bookOf();
  const excel = await open(book);
  const save = (value: string) =>
    excel.evaluate(
      () =>
        new Promise((resolve) => {
          Office.context.document.settings.set("tenken", { fixGroups: [value] });
          Office.context.document.settings.saveAsync(({ status }) => resolve(status));
        }),
    );
  expect(await save("一")).toBe("succeeded");
  expect([...book.settings]).toEqual([["tenken", '{"fixGroups":["一"]}']]);
  excel.host.faults.settingsFail = true;
  expect(await save("二")).toBe("failed");
  expect(excel.log.settingsSaves.map(({ isSaved }) => isSaved)).toEqual([true, false]);
  await excel.openPane();
  const read = await excel.evaluate(async () => {
    await Office.onReady();
    const kept: unknown = Office.context.document.settings.get("tenken");
    return kept;
  });
  expect(read).toEqual({ fixGroups: ["一"] });
});

test("showing the pane is rejected where Excel refuses", async () => {
  const excel = await open(bookOf().book);
  const show = () => excel.evaluate(() => Office.addin.showAsTaskpane().then(() => "shown", () => "refused"));
  excel.host.runtime.state = "Hidden";
  excel.host.runtime.refuses = true;
  expect([await show(), excel.host.runtime.state]).toEqual(["refused", "Hidden"]);
  excel.host.runtime.refuses = false;
  expect([await show(), excel.host.runtime.state]).toEqual(["shown", "Visible"]);
});

test("document settings are saved as a whole, over those of others, with the loss of the undo list, up to 1 MB, and not in a workbook that is opened for viewing", async () => {
  const { book } = bookOf();
  const excel = await open(book);
  const save = (name: string, text: string) =>
    excel.evaluate(() => {
      const { settings } = Office.context.document;
      settings.set(name, text);
      return new Promise((resolve) => settings.saveAsync(({ status, error }) => resolve(status === Office.AsyncResultStatus.Succeeded ? 0 : error.code)));
    });
  excel.type("A1", "x");
  expect([await save("ours", "一"), book.undo, excel.log.undoLosses]).toEqual([0, [], 1]);
  book.settings.set("theirs", '"二"');
  expect([await save("ours", "三"), [...book.settings]]).toEqual([0, [["ours", '"三"']]]);
  book.settings.set("theirs", '"二"');
  const refreshed = () =>
    excel.evaluate(() => new Promise((resolve) => Office.context.document.settings.refreshAsync(() => resolve(Office.context.document.settings.get("theirs")))));
  expect(await refreshed()).toBe("二");
  expect([await save("large", "x".repeat(1_048_576)), book.settings.has("large")]).toEqual([4001, false]);
  book.readOnly = true;
  expect([await save("ours", "四"), book.settings.get("ours")]).toEqual([5002, '"三"']);
});

test("the ids of sheets can change when a workbook is opened again", () => {
  const { book, sheet } = bookOf([["a"]]);
  book.addName("ours", "=評価表!$A$1");
  const again = reopened(book, ({ id }) => `${id}-new`);
  expect([again.active.id, again.active.name, again.active.cell(0, 0).value, again.names.length]).toEqual([`${sheet.id}-new`, "評価表", "a", 1]);
});

test("a command of the ribbon runs its function, also when it came before the pane listened", async () => {
  const excel = await open(bookOf().book);
  const checks: string[] = [];
  await excel.evaluate(() =>
    Office.actions.associate("check", (event: Office.AddinCommands.Event) => {
      checks.push("checked");
      event.completed();
    }),
  );
  excel.clickRibbon("check");
  await expect.poll(() => checks).toEqual(["checked"]);
  await expect.poll(() => excel.completed).toEqual([{ commandId: "check", status: 0 }]);
  await excel.openPane();
  excel.clickRibbon("missing");
  await expect.poll(() => excel.completed.length).toBe(2);
  expect(excel.completed[1]?.status).not.toBe(0);
});

test("showing the pane is no round trip; changing the ribbon empties the user's undo list", async () => {
  const { book } = bookOf();
  const excel = await open(book);
  excel.type("A1", "x");
  await excel.evaluate(() => Office.addin.showAsTaskpane());
  expect([excel.log.roundTrips, book.undo]).toEqual([[], ["edit"]]);
  await excel.evaluate(() => Office.ribbon.requestUpdate({ tabs: [{ id: "TabHome", controls: [{ id: "check", enabled: false }] }] }));
  expect([excel.log.takeViolations().map(({ kind }) => kind), book.undo]).toEqual([["undo-emptied"], []]);
});

test("too large a reading is refused, or answered with null", async () => {
  const { book } = bookOf([["あ".repeat(500)]]);
  const limits = { responseBytes: 1000 };
  expect(await readCell(await open(book, { limits }))).toEqual({ code: "ResponsePayloadSizeLimitExceeded" });
  const other = await open(book, { limits: { ...limits, tooLarge: "null" } });
  const read = await other.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.load("values, address");
      await context.sync();
      return [range.values, range.address];
    }),
  );
  expect(read.value).toEqual([null, "評価表!A1"]);
});

test("too large a request is refused", async () => {
  const { book, sheet } = bookOf();
  const excel = await open(book, { limits: { requestBytes: 2000 } });
  const written = await excel.evaluate(() =>
    attempt((context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["x".repeat(3000)]];
      return context.sync();
    }),
  );
  expect([written.code, sheet.cell(0, 0).value]).toEqual(["RequestPayloadSizeLimitExceeded", undefined]);
});

test("requests fail as often as a test asks, before or after their work is done", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const excel = await open(book);
  excel.host.faults.failRequest(1, "RequestAborted", { times: 2 });
  expect([await readCell(excel), await readCell(excel), await readCell(excel)]).toEqual([{ code: "RequestAborted" }, { code: "RequestAborted" }, { value: "a" }]);
  excel.host.faults.restart();
  excel.host.faults.failRequest(1, "ServiceNotAvailable", { done: true });
  const write = () =>
    excel.evaluate(() =>
      attempt((context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["b"]];
        return context.sync();
      }),
    );
  expect([await write(), sheet.cell(0, 0).value]).toEqual([{ code: "ServiceNotAvailable" }, "b"]);
  excel.host.faults.restart();
  excel.host.faults.failWrites("AccessDenied");
  expect([await write(), await readCell(excel)]).toEqual([{ code: "AccessDenied" }, { value: "b" }]);
});

test("others work between two requests", async () => {
  const { book, sheet } = bookOf([["a"]]);
  book.addSheet("別");
  const excel = await open(book);
  excel.host.faults.before(2, () => book.insertRows(sheet, 0, 1));
  excel.host.faults.before(3, () => book.deleteSheet(sheet));
  const read = await excel.evaluate(async () => {
    const addresses: string[] = [];
    const { code } = await attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      for (let times = 0; times < 3; times++) {
        range.load("address");
        await context.sync();
        addresses.push(range.address);
      }
    });
    return { addresses, code };
  });
  expect(read).toEqual({ addresses: ["評価表!A1", "評価表!A2"], code: "ItemNotFound" });
});

test("with another workbook in front some calls fail as Excel's do", async () => {
  const excel = await open(bookOf().book);
  excel.host.otherWorkbookInFront = true;
  const codes = await excel.evaluate(async () => {
    const works: ((context: Excel.RequestContext) => void)[] = [
      (context) => void context.workbook.worksheets.add("x"),
      (context) => context.workbook.worksheets.getActiveWorksheet().activate(),
      (context) => context.workbook.worksheets.getActiveWorksheet().getRange("A1").select(),
      (context) => void context.workbook.getSelectedRange().load("address"),
    ];
    const all = [];
    for (const work of works) all.push((await attempt((context) => (work(context), context.sync()))).code);
    return all;
  });
  expect(codes).toEqual(["GeneralException", "GeneralException", "GeneralException", "InvalidSelection"]);
});

test("asking for merged areas is a violation: it empties the undo list", async () => {
  const { book, sheet } = bookOf([["a"]]);
  sheet.merges = [{ row: 0, column: 0, rows: 2, columns: 1 }];
  const excel = await open(book, { api: "1.13" });
  excel.type("B1", "x");
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const areas = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B9").getMergedAreasOrNullObject();
      areas.load("address");
      await context.sync();
      return areas.address;
    }),
  );
  expect([read.value, book.undo]).toEqual(["評価表!A1:A2", []]);
  expect(excel.log.takeViolations()).toMatchObject([{ kind: "undo-emptied" }]);
});
