import { describe, expect, it } from "vitest";
import { bookOf } from "../../excel-host/blank-pane.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { excelPanes, refusalOf, type ExcelPane } from "./open-excel.ts";
import { listPlan, remove, write } from "./own-plan.ts";

const open = excelPanes();
const sheetNames = (book: Book) => book.sheets.map(({ name }) => name);
const small = (fingerprint = "seal-1", chart = false) => listPlan("totals", "集計", { rows: ["一", "=二"], fingerprint, chart });

async function opened() {
  const { book, sheet } = bookOf([["a"], ["b"], ["c"]]);
  return { book, sheet, pane: await open(book) };
}

/** A workbook with a sheet of ours that the evaluator wrote into. */
async function withOwnSheet() {
  const { book, sheet } = bookOf([["a"], ["b"], ["c"]]);
  const own = book.addSheet("集計");
  own.put(2, 3, { value: "担当：私" });
  book.addName("_tenken_totals", "=集計!$A$1");
  book.addName("_tenken_totals_seal", '="old"');
  book.takeChanges();
  return { book, sheet, pane: await open(book), old: own.id };
}

/** Number of round trips to Excel during this work. */
async function countTrips(pane: ExcelPane, work: () => Promise<unknown>): Promise<number> {
  const before = pane.log.roundTrips.length;
  await work();
  return pane.log.roundTrips.length - before;
}

describe("what cannot be written", () => {
  it("W4 a protected structure names the workbook, W15 a read-only one is said; nothing is written", async () => {
    const { book, pane, old } = await withOwnSheet();
    book.structureProtected = true;
    const before = pane.excel.snapshot();
    expect(await refusalOf(pane.apply([write(small())]))).toBe("protected: 評価表.xlsx");
    expect(await refusalOf(pane.apply([remove(old)]))).toBe("protected: 評価表.xlsx");
    book.structureProtected = false;
    book.readOnly = true;
    expect(await refusalOf(pane.apply([write(small())]))).toBe("read-only");
    expect([pane.log.roundTrips.some(({ writes }) => writes), { ...pane.excel.snapshot(), readOnly: false, structureProtected: true }]).toEqual([false, before]);
  });

  it("W4 a structure that is protected in the midst of it: the new sheet cannot be taken away, and is with the next plan", async () => {
    const { book, pane } = await opened();
    pane.host.faults.before(6, () => (book.structureProtected = true));
    expect(await refusalOf(pane.apply([write(small())]))).toMatch(/^interrupted: AccessDenied.*, Tenken [0-9a-f]{8}$/);
    expect([book.sheets.length, await pane.ownSheets()]).toEqual([2, []]);
    book.structureProtected = false;
    await pane.apply([write(small())]);
    expect([sheetNames(book), book.names.length]).toEqual([["評価表", "集計"], 2]);
  });

  it("a text that became a formula after all: the sheet goes again", async () => {
    const { book, pane } = await opened();
    const before = pane.excel.snapshot();
    // After the cells are written, before they are read back.
    pane.host.faults.before(6, () => book.sheets[1]?.put(3, 1, { formula: "=二", value: { error: "#NAME?" } }));
    expect(await refusalOf(pane.apply([write(small())]))).toBe("interrupted: '集計'!B4");
    expect(pane.excel.snapshot()).toEqual(before);
  });
});

describe("somebody else works too", () => {
  it("H3 the new sheet is deleted while it is made: refused, and nothing else was touched", async () => {
    const { book, pane, old } = await withOwnSheet();
    const before = pane.excel.snapshot();
    for (const trip of [7, 9, 12, 14, 15]) {
      pane.host.faults.restart();
      pane.host.faults.before(trip, () => {
        const made = book.sheets.find(({ name }) => name.startsWith("Tenken"));
        if (made !== undefined) book.deleteSheet(made);
      });
      expect([trip, await refusalOf(pane.apply([write(small(), old)]))]).toEqual([trip, "sheet-gone"]);
      expect(pane.excel.snapshot()).toEqual(before);
    }
  });

  it("H3 the old sheet is deleted while the new one is made: the new one takes its name", async () => {
    const { book, pane, old } = await withOwnSheet();
    pane.host.faults.before(9, () => book.deleteSheet(book.sheet(old)));
    expect((await pane.apply([write(small("new"), old)])).made[0]?.name).toBe("集計");
    expect([sheetNames(book), book.names.map(({ formula }) => formula)]).toEqual([["評価表", "集計"], ["=集計!$A$1", '="new"']]);
  });

  it("H4 sheets are renamed and moved in the midst of it, and the one to stand behind is deleted", async () => {
    const { book, sheet, pane, old } = await withOwnSheet();
    const other = book.addSheet("後");
    pane.host.faults.before(5, () => book.deleteSheet(other));
    pane.host.faults.before(9, () => book.move(book.sheet(old), 0));
    pane.host.faults.before(10, () => book.rename(sheet, "改名"));
    await pane.apply([write(small("new"), old), write(listPlan("findings", "指摘一覧"), undefined, other.id)]);
    expect(sheetNames(book)).toEqual(["改名", "集計", "指摘一覧"]);
  });

  it("H5 another workbook in front: nothing is made; where it came in between, the sheet is made without frozen rows", async () => {
    const { book, pane } = await opened();
    const before = pane.excel.snapshot();
    pane.host.otherWorkbookInFront = true;
    expect(await refusalOf(pane.apply([write(small())]))).toMatch(/^interrupted: GeneralException/);
    expect(pane.excel.snapshot()).toEqual(before);
    pane.host.otherWorkbookInFront = false;
    pane.host.faults.restart();
    pane.host.faults.before(7, () => (pane.host.otherWorkbookInFront = true));
    await pane.apply([write(small())]);
    pane.host.otherWorkbookInFront = false;
    expect([sheetNames(book), book.sheet("集計").frozenRows]).toEqual([["評価表", "集計"], 0]);
  });

  it("H5 another workbook in front when the old sheet shall go: the old one stays, and what is left goes with the next plan", async () => {
    const { pane, old } = await withOwnSheet();
    pane.host.faults.before(9, () => (pane.host.otherWorkbookInFront = true));
    expect(await refusalOf(pane.apply([write(small("new"), old)]))).toMatch(/^interrupted: InvalidSelection.*, Tenken/);
    pane.host.otherWorkbookInFront = false;
    expect((await pane.ownSheets()).map(({ sheet, name, fingerprint }) => [sheet, name, fingerprint])).toContainEqual([old, "集計", "old"]);
    await pane.apply([write(small("new"), old)]);
    expect((await pane.ownSheets()).map(({ name, fingerprint }) => [name, fingerprint])).toEqual([["集計", "new"]]);
  });
});

describe("cells in edit, large sheets", () => {
  it("H6 H1 a cell edit in the midst of it is waited for; cancelled meanwhile, nothing is left", async () => {
    const controller = new AbortController();
    const { book, pane } = await opened();
    const before = pane.excel.snapshot();
    pane.host.cellEditMode = true;
    const cancelled = refusalOf(pane.apply([write(small())], { signal: controller.signal }));
    await expect.poll(() => pane.told.waits).toEqual(["short"]);
    controller.abort();
    expect([await cancelled, pane.excel.snapshot()]).toEqual(["cancelled", before]);
    pane.host.cellEditMode = false;
    pane.host.faults.restart();
    pane.host.faults.before(6, () => (pane.host.cellEditMode = true));
    const done = pane.apply([write(small())]);
    await expect.poll(() => pane.told.waits.length).toBe(3);
    pane.host.cellEditMode = false;
    await done;
    expect(sheetNames(book)).toEqual(["評価表", "集計"]);
  });

  it("a plan that is cancelled half way takes its sheets away", async () => {
    const controller = new AbortController();
    const { pane } = await opened();
    const before = pane.excel.snapshot();
    pane.host.faults.before(8, () => controller.abort());
    expect(await refusalOf(pane.apply([write(small()), write(listPlan("findings", "指摘一覧"))], { signal: controller.signal }))).toBe("cancelled");
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it("H6 5,000 rows go in requests of less than 1 MB, and in smaller ones where the host takes less", async () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `${index} 「区役所の窓口における待ち時間」の評価の記述が空白です。=理由を書いてください。`);
    for (const { limits, rows } of [{ limits: {}, rows: texts }, { limits: { requestBytes: 300_000 }, rows: texts.slice(0, 2000) }]) {
      const { book, sheet } = bookOf([["a"]]);
      const pane = await open(book, { limits });
      await pane.apply([write(listPlan("findings", "指摘一覧", { sheet: sheet.id, rows }), undefined, sheet.id)]);
      const own = book.sheet("指摘一覧");
      const last = rows.length + 1;
      expect([own.cell(last, 1).value, own.cell(last, 0).link?.documentReference, own.cell(last + 1, 2).formula]).toEqual([rows.at(-1), `'評価表'!A${last - 1}`, `=SUM(C3:C${last + 1})`]);
      const sizes = pane.log.roundTrips.map(({ bytesIn, bytesOut }) => Math.max(bytesIn, bytesOut));
      console.info(`${rows.length} rows: ${sizes.length} round trips, at most ${Math.round(Math.max(...sizes) / 1000)} kB`);
      expect(Math.max(...sizes)).toBeLessThan(1_500_000);
      expect(Math.max(...pane.log.roundTrips.flatMap(({ bytesIn, error }) => (error === undefined ? bytesIn : [])))).toBeLessThan(1_000_000);
    }
  }, 120_000);
});

describe("the exchange breaks off", () => {
  it.each([
    ["GeneralException", false],
    ["RequestAborted", true],
  ])("H8 %s at any request, its work done: %s. The sheets stand there as they shall, or nothing does", async (code, done) => {
    const outcomes = new Map<string, number>();
    for (let trip = 1; ; trip++) {
      const { book, pane, old } = await withOwnSheet();
      const before = pane.excel.snapshot();
      pane.host.faults.failRequest(trip, code, { done });
      const refusal = await refusalOf(pane.apply([write(small("new", true), old)]));
      const outcome = refusal.replace(/:.*/, "");
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (refusal !== "done") expect([trip, pane.excel.snapshot()]).toEqual([trip, before]);
      else expect([trip, sheetNames(book), book.names.length, book.sheet("集計").charts[0]?.series.length]).toEqual([trip, ["評価表", "集計"], 2, 2]);
      if (pane.log.roundTrips.length < trip) break;
    }
    console.info(`${code}${done ? ", its work done" : ""}: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`);
    expect([...outcomes.keys()].sort()).toEqual(["done", "interrupted"]);
  }, 120_000);

  it("H7 any single write that fails: all or nothing, and the evaluator's old sheet is never lost for nothing", async () => {
    const tried = async (number: number) => {
      const { book, pane, old } = await withOwnSheet();
      const before = pane.excel.snapshot();
      pane.host.faults.failWrite(number, "AccessDenied");
      const refusal = await refusalOf(pane.apply([write(small("new", true), old)]));
      if (refusal === "done") expect([number, sheetNames(book), book.names.map(({ formula }) => formula)]).toEqual([number, ["評価表", "集計"], ["=集計!$A$1", '="new"']]);
      else expect([number, refusal, pane.excel.snapshot()]).toEqual([number, "protected", before]);
      return { isDone: refusal === "done", writes: pane.host.faults.writes };
    };
    const { writes, isDone } = await tried(Infinity);
    expect([isDone, writes > 50]).toEqual([true, true]);
    // The first writes add the sheet and its tag, the last ones set its fingerprint, delete the old sheet and set the name.
    // Every sixth of those between is tried.
    for (let number = 1; number <= writes; number += number < 8 || number > writes - 7 ? 1 : 6) await tried(number);
    expect((await tried(writes)).isDone).toBe(true);
  }, 120_000);

  it("H7 nothing can be sent any more from the middle on: said with the sheet's name, taken away with the next plan", async () => {
    const { book, pane, old } = await withOwnSheet();
    pane.host.faults.failRequest(8, "RequestAborted", { times: 1000 });
    expect(await refusalOf(pane.apply([write(small("new"), old)]))).toMatch(/^interrupted: RequestAborted.*, Tenken/);
    pane.host.faults.restart();
    expect((await pane.ownSheets()).map(({ sheet, fingerprint }) => [sheet, fingerprint])).toEqual([[old, "old"]]);
    await pane.apply([write(small("new"), old)]);
    expect([sheetNames(book), book.names.length]).toEqual([["評価表", "集計"], 2]);
  });

  it("H9 the pane is closed in the midst of it: the next one leaves the unfinished sheet, and says so", async () => {
    const { book, pane, old } = await withOwnSheet();
    const closed = new Promise<void>((resolve) =>
      pane.host.faults.before(9, () => {
        pane.excel.closePane();
        resolve();
      }),
    );
    pane.apply([write(small("new"), old)]).catch(() => undefined);
    await closed;
    expect(sheetNames(book)).toEqual(["評価表", "集計", expect.stringMatching(/^Tenken/)]);
    const again = await open(book, {}, "new");
    expect((await again.ownSheets()).map(({ fingerprint }) => fingerprint)).toEqual(["old"]);
    const { leftovers } = await again.apply([write(listPlan("findings", "指摘一覧"))]);
    expect(leftovers).toEqual([expect.stringMatching(/^Tenken/)]);
    expect([sheetNames(book), book.names.length, book.sheet(old).cell(2, 3).value]).toEqual([["評価表", "集計", ...(leftovers ?? []), "指摘一覧"], 6, "担当：私"]);
  });

  it("H8 a lost answer to a deletion is found out", async () => {
    const { book, pane } = await opened();
    const old = (await pane.apply([write(small())])).made[0]?.sheet ?? "";
    const trips = await countTrips(pane, () => pane.ownSheets());
    expect(trips).toBe(3);
    pane.host.faults.restart();
    pane.host.faults.failRequest(6, "RequestAborted", { done: true });
    await pane.apply([remove(old)]);
    expect([sheetNames(book), book.names]).toEqual([["評価表"], []]);
  });
});
