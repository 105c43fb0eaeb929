import { describe, expect, it } from "vitest";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { copySheet, reopened } from "../../excel-host/model/copy.ts";
import { bookFromFile } from "../../excel-host/model/from-file.ts";
import { blankForm, planFor } from "./blank-form.ts";
import { excelPanes, refusalOf, type ExcelPane } from "./open-excel.ts";

const open = excelPanes();

/** A blank form in Excel; D5 and D6 have a rule of the user's if `hasRule` is set. */
async function opened({ hasRule = false } = {}) {
  const book = await bookFromFile(await openFile("評価.xlsx", blankForm(), { inflate: inflateInNode }));
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  if (hasRule) sheet.validations = [{ areas: [{ row: 4, column: 3, rows: 2, columns: 1 }], content: "whole number" }];
  const pane = await open(book);
  return { book, sheet, pane, id: sheet.id, plan: await planOnce(pane, sheet.id) };
}

async function planOnce(pane: ExcelPane, id: string) {
  const plan = await planFor(pane, id);
  pane.log.restart();
  pane.host.faults.restart();
  return plan;
}

const removeInputRules = (sheet: string) => ({ kind: "remove-input-rules", sheet }) as const;

function listsOf(book: Book): readonly string[] {
  return book.sheets.flatMap(({ name, validations }) => validations.filter(({ content }) => content.includes('"List"')).map(({ areas }) => `${name} ${String(areas.map(({ row, rows }) => `${row}+${rows}`))}`));
}

describe("a form in Excel", () => {
  it("gets rules that Excel shows as lists, with the message in the language of the plan, on cells that take it", async () => {
    const { sheet, pane, plan, book } = await opened();
    await pane.apply([plan]);
    const rules = sheet.validations.map(({ content }): unknown => JSON.parse(content));
    expect(rules[0]).toEqual({
      type: "List",
      ignoreBlanks: true,
      rule: { list: { inCellDropDown: true, source: "=選択肢!$A$4:$A$5" } },
      errorAlert: { showAlert: true, style: "Stop", title: plan.words.alert.title, message: plan.words.alert.message },
    });
    expect([book.sheet("選択肢").visibility, pane.log.cells.filter(({ what, sheet: name }) => what === "value" && name === "評価")]).toEqual(["Hidden", []]);
  });

  it("needs a bounded number of round trips, whatever rows the form has", async () => {
    for (const hasRule of [false, true]) {
      const { pane, plan, id } = await opened({ hasRule });
      await pane.apply([plan]);
      const addingInputRules = pane.log.roundTrips.length;
      pane.log.restart();
      await pane.apply([plan]);
      const again = pane.log.roundTrips.length;
      pane.log.restart();
      await pane.apply([removeInputRules(id)]);
      const removingInputRules = pane.log.roundTrips.length;
      console.info(`${hasRule ? "with a rule of the user's" : "without rules"}: ${addingInputRules} round trips, again ${again}, taken away ${removingInputRules}`);
      expect([addingInputRules <= 30, again <= 3, removingInputRules <= 22]).toEqual([true, true, true]);
    }
  });

  it("20,000 rows with rules of the user's among them", async () => {
    const { sheet, pane, plan } = await opened();
    const last = 20_000;
    const long = { ...plan, lists: plan.lists.map((list) => ({ ...list, blocks: list.blocks.map(({ first }) => ({ first, last: { row: last, column: first.column } })) })), texts: plan.texts.map(({ first }) => ({ first, last: { row: last, column: first.column } })) };
    sheet.validations = [{ areas: [700, 9000, 15_000].map((row) => ({ row, column: 4, rows: 3, columns: 1 })), content: "whole number" }];
    const { form } = await pane.apply([long]);
    expect(form).toEqual({ lists: 5, texts: 3, keptRules: 9, keptValues: 1 });
    expect(sheet.validations.find(({ content }) => content === "whole number")?.areas.length).toBe(3);
    console.info(`20,000 rows: ${pane.log.roundTrips.length} round trips, at most ${Math.round(Math.max(...pane.log.roundTrips.map(({ bytesIn, bytesOut }) => Math.max(bytesIn, bytesOut))) / 1000)} kB`);
    expect(pane.log.roundTrips.length).toBeLessThan(60);
  }, 60_000);

  it("rows inserted, the sheet renamed, saved and opened again: all goes that was ours", async () => {
    const { book, sheet, pane, plan, id } = await opened();
    await pane.apply([plan]);
    book.insertRows(sheet, 10, 5);
    book.deleteRows(sheet, 100, 20);
    book.rename(sheet, "総括表 '26");
    book.rename(book.sheet("選択肢"), "えらぶ");
    const again = await open(reopened(book), {}, "new");
    expect((await again.ownSheets()).map(({ own, name, of }) => [own, name, of])).toEqual([["choices", "えらぶ", [id]]]);
    expect(await refusalOf(again.apply([removeInputRules(id)]))).toBe("not-ours: えらぶ");
    await again.apply([{ ...removeInputRules(id), agreed: book.sheet("えらぶ").id }]);
    const [after] = again.excel.snapshot().sheets;
    expect([again.excel.snapshot().sheets.length, after?.validations, Object.values(after?.cells ?? {}).filter(({ format, value }) => format === "@" && value === undefined)]).toEqual([1, [], []]);
  });

  it("a copy of the sheet loses its lists with the original, and gets them only once", async () => {
    const { book, sheet, pane, plan, id } = await opened();
    await pane.apply([plan]);
    const copy = copySheet(book, sheet);
    const { form } = await pane.apply([await planFor(pane, copy.id)]);
    expect([form?.lists, listsOf(book).length]).toEqual([0, 10]);
    await pane.apply([removeInputRules(id)]);
    expect([listsOf(book), book.sheets.map(({ name }) => name)]).toEqual([[], ["評価", copy.name]]);
  });

  it("W3 rows that moved since the sheet was read are refused, in the header too", async () => {
    const { book, sheet, pane, plan } = await opened();
    book.insertRows(sheet, 0, 1);
    const before = pane.excel.snapshot();
    expect(await refusalOf(pane.apply([plan]))).toBe("moved: A1");
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it("W15 a read-only workbook and a protected structure", async () => {
    const { book, pane, plan } = await opened();
    const before = pane.excel.snapshot();
    book.structureProtected = true;
    expect(await refusalOf(pane.apply([plan]))).toBe("protected: 評価表.xlsx");
    book.structureProtected = false;
    book.readOnly = true;
    expect(await refusalOf(pane.apply([plan]))).toBe("read-only");
    book.readOnly = false;
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it("a format that Excel did not take is taken back with everything else", async () => {
    const first = await opened();
    await first.pane.apply([first.plan]);
    // The longest request writes the formats, the next one reads them back.
    const trips = first.pane.log.roundTrips;
    const longest = Math.max(...trips.map(({ bytesIn }) => bytesIn));
    const reading = trips.findIndex(({ bytesIn }) => bytesIn === longest) + 2;
    const { sheet, pane, plan } = await opened();
    const before = pane.excel.snapshot();
    pane.host.faults.before(reading, () => sheet.put(5, 1, { format: "General" }));
    expect(await refusalOf(pane.apply([plan]))).toMatch(/^interrupted: B5:B203/);
    expect(pane.excel.snapshot()).toEqual(before);
  });
});

describe("the exchange breaks off", () => {
  it.each([
    ["GeneralException", false],
    ["RequestAborted", true],
  ])("H8 %s at any request while input rules are added, its work done: %s", async (code, done) => {
    const outcomes = new Map<string, number>();
    for (let trip = 1; ; trip++) {
      const { book, pane, plan } = await opened();
      const before = pane.excel.snapshot();
      pane.host.faults.failRequest(trip, code, { done });
      const outcome = (await refusalOf(pane.apply([plan]))).replace(/:.*/, "");
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === "done") expect([trip, listsOf(book).length, book.sheets.map(({ name }) => name)]).toEqual([trip, 5, ["評価", "選択肢"]]);
      else expect([trip, pane.excel.snapshot()]).toEqual([trip, before]);
      if (pane.log.roundTrips.length < trip) break;
    }
    console.info(`${code}${done ? ", its work done" : ""}: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`);
    expect([...outcomes.keys()].sort()).toEqual(["done", "interrupted"]);
  }, 180_000);

  it.each([
    ["GeneralException", false],
    ["RequestAborted", true],
  ])("H8 %s at any request while they are removed, its work done: %s", async (code, done) => {
    const outcomes = new Map<string, number>();
    for (let trip = 1; ; trip++) {
      const { book, pane, plan, id } = await opened();
      const blank = pane.excel.snapshot();
      await pane.apply([plan]);
      const before = pane.excel.snapshot();
      pane.log.restart();
      pane.host.faults.restart();
      pane.host.faults.failRequest(trip, code, { done });
      const outcome = (await refusalOf(pane.apply([removeInputRules(id)]))).replace(/:.*/, "");
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect([trip, withoutUndo(pane.excel.snapshot())]).toEqual([trip, withoutUndo(outcome === "done" ? blank : before)]);
      expect(book.sheets.length).toBe(outcome === "done" ? 1 : 2);
      if (pane.log.roundTrips.length < trip) break;
    }
    console.info(`removing input rules, ${code}${done ? ", its work done" : ""}: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`);
    expect([...outcomes.keys()].sort()).toEqual(["done", "interrupted"]);
  }, 180_000);

  it("H7 any single write that fails: all or nothing", async () => {
    const tried = async (number: number) => {
      const { pane, plan, book } = await opened();
      const before = pane.excel.snapshot();
      pane.host.faults.failWrite(number, "AccessDenied");
      const refusal = await refusalOf(pane.apply([plan]));
      if (refusal === "done") expect([number, listsOf(book).length]).toEqual([number, 5]);
      else expect([number, refusal, pane.excel.snapshot()]).toEqual([number, "protected", before]);
      return { isDone: refusal === "done", writes: pane.host.faults.writes };
    };
    const { writes, isDone } = await tried(Infinity);
    expect(isDone).toBe(true);
    for (let number = 1; number <= writes; number += number > writes - 25 ? 1 : 9) await tried(number);
  }, 180_000);
});

/** Deleting a sheet empties the undo list. */
function withoutUndo<T extends { readonly undo: unknown }>(snapshot: T): Omit<T, "undo"> {
  return { ...snapshot, undo: [] };
}
