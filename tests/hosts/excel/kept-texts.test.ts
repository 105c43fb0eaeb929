import { describe, expect, test } from "vitest";
import { z } from "zod";
import { acceptancesName } from "../../../src/core/acceptance/kept-name.ts";
import { writeJournal } from "../../../src/core/fixes/journal.ts";
import { journalName, lastCheckName, marksName, settingsName, sheetsName } from "../../../src/core/settings/kept-name.ts";
import { bookOf } from "../../excel-host/blank-pane.ts";
import { reopened } from "../../excel-host/model/copy.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { excelPanes, refusalOf, type ExcelPane } from "./open-excel.ts";

const open = excelPanes();
const newIds = (map: Readonly<Record<string, string>>) => (book: Book) => reopened(book, ({ name }) => map[name] ?? `{new ${name}}`);
const list = (...values: readonly string[]) => JSON.stringify({ version: 1, entries: values.map((value) => ({ rule: "r", code: null, title: "", column: null, value })) });
const values = (text: string | undefined) => [...(text ?? "").matchAll(/"value":"([^"]*)"/g)].map(([, value]) => value);
const edit = (sheet: string, to: string) => ({ kind: "edit-cells", sheet, edits: [{ at: { row: 0, column: 0 }, from: "a", to }] }) as const;

function twoSheets(): { readonly book: Book; readonly first: string; readonly second: string } {
  const { book, sheet } = bookOf([["a"]]);
  const other = book.addSheet("資料");
  other.put(0, 0, { value: "a" });
  book.takeChanges();
  return { book, first: sheet.id, second: other.id };
}

/** A text as it stands in the document. */
function keptIn(book: Book, key: string): string {
  return z.string().parse(JSON.parse(book.settings.get(key) ?? '""'));
}

/** Lets the pane write, so that it may sign. */
async function written(pane: ExcelPane, sheet: string): Promise<void> {
  await pane.apply([edit(sheet, "b")]);
}

describe("what is kept for a sheet", () => {
  test("is found again by the sheet's id after it was renamed, and leaves neither name nor text when it is taken back", async () => {
    const { book, first } = twoSheets();
    const before = JSON.stringify([book.names, [...book.settings]]);
    const pane = await open(book, {}, "new");
    await pane.remember(acceptancesName, list("一"), first);
    expect([book.names.map(({ formula, visible }) => [formula, visible]), pane.log.cells]).toEqual([[["=評価表!$A$1", false]], []]);
    book.rename(book.sheet(first), "総括表");
    const again = await open(reopened(book), {}, "new");
    expect(values(await again.recall(acceptancesName, first))).toEqual(["一"]);
    await again.remember(acceptancesName, undefined, first);
    expect(JSON.stringify([again.excel.book.names, [...again.excel.book.settings]])).toBe(before);
  });

  test("is found by name where ids changed and our sign was taken away, as file sanitizers do", async () => {
    const { book, first, second } = twoSheets();
    await (await open(book, {}, "new")).remember(acceptancesName, list("一"), first);
    book.names = [];
    const again = await open(newIds({})(book), {}, "new");
    expect([values(await again.recall(acceptancesName, "{new 評価表}")), await again.recall(acceptancesName, "{new 資料}"), await again.recall(acceptancesName, second)]).toEqual([["一"], undefined, undefined]);
  });

  test("follows our sign where ids and names were exchanged, and goes to no other sheet of the name", async () => {
    const { book, first, second } = twoSheets();
    const pane = await open(book, {}, "new");
    await written(pane, first);
    await pane.remember(acceptancesName, list("一"), first);
    expect(book.names.map(({ formula, visible }) => [formula, visible])).toEqual([["=評価表!$A$1", false]]);
    book.rename(book.sheet(first), "昨年度");
    book.rename(book.sheet(second), "評価表");
    const again = await open(newIds({ 昨年度: second, 評価表: first })(book), {}, "new");
    expect([values(await again.recall(acceptancesName, second)), await again.recall(acceptancesName, first)]).toEqual([["一"], undefined]);
    await again.remember(acceptancesName, list("二"), first);
    const third = await open(reopened(again.excel.book), {}, "new");
    expect([values(await third.recall(acceptancesName, second)), values(await third.recall(acceptancesName, first))]).toEqual([["一"], ["二"]]);
  });

  test("#1831 follows our sign also where Excel tells names in R1C1", async () => {
    const { book, first } = twoSheets();
    await (await open(book, {}, "new")).remember(acceptancesName, list("一"), first);
    const again = await open(newIds({ 評価表: "{one}", 資料: "{other}" })(book), {}, "new");
    again.host.spelling.references = "R1C1";
    again.excel.book.rename(again.excel.book.sheet("{one}"), "別の名前");
    expect([values(await again.recall(acceptancesName, "{one}")), await again.recall(acceptancesName, "{other}")]).toEqual([["一"], undefined]);
  });

  test("belongs to nobody where the signed sheet was deleted and another took its name and id", async () => {
    const { book, first, second } = twoSheets();
    const pane = await open(book, {}, "new");
    await written(pane, first);
    await pane.remember(acceptancesName, list("一"), first);
    await pane.remember(journalName, JSON.stringify({ version: 1, entries: [{ sheet: first }] }));
    book.deleteSheet(book.sheet(first));
    book.rename(book.sheet(second), "評価表");
    const again = await open(newIds({ 評価表: first })(book), {}, "new");
    const found = await again.excel.evaluate(async () => (await again.opened).findAgain([first, "other"]));
    expect([await again.recall(acceptancesName, first), [...found]]).toEqual([undefined, [[first, undefined]]]);
  });

  test("is found though the first row, which the sign names, was deleted, and a hostile record asks for nothing", async () => {
    const { book, first } = twoSheets();
    const pane = await open(book, {}, "new");
    await written(pane, first);
    await pane.remember(acceptancesName, list("一"), first);
    book.changeName(book.names[0]?.name ?? "", { formula: "='評価表'!#REF!" });
    const again = await open(newIds({})(book), {}, "new");
    expect(values(await again.recall(acceptancesName, "{new 評価表}"))).toEqual(["一"]);
    book.settings.set(sheetsName, JSON.stringify(JSON.stringify({ version: 1, entries: [{ key: first, id: first, name: "評価表", sign: "Print_Area" }] })));
    const hostile = await open(reopened(book), {}, "new");
    expect([values(await hostile.recall(acceptancesName, first)), hostile.log.roundTrips.length]).toEqual([["一"], 0]);
  });

  test.each(["AccessDenied", "GeneralException"])("is kept where the document takes no hidden name (%s), and is found by id", async (code) => {
    const { book, first } = twoSheets();
    const pane = await open(book, {}, "new");
    await written(pane, first);
    book.structureProtected = true;
    pane.host.faults.failWrites(code);
    await pane.remember(acceptancesName, list("一"), first);
    pane.host.faults.restart();
    const again = await open(reopened(book), {}, "new");
    expect([book.names, values(await again.recall(acceptancesName, first))]).toEqual([[], ["一"]]);
  });

  test("costs two round trips to sign and one to give up, however many sheets there are, and one more for each where a sign is gone already", async () => {
    const { book } = twoSheets();
    for (let number = 0; number < 40; number++) book.addSheet(`課${number}`);
    const pane = await open(book, {}, "new");
    await pane.excel.evaluate(async () => (await pane.opened).signSheets(book.sheets.map(({ id }) => id)));
    expect([pane.log.roundTrips.map(({ writes }) => writes), book.names.length]).toEqual([[false, true], 42]);
    pane.log.restart();
    const [first = ""] = book.sheets.map(({ id }) => id);
    await pane.remember(marksName, JSON.stringify([first]));
    expect([pane.log.roundTrips.length, book.names.length]).toEqual([1, 1]);
    book.names = [];
    await pane.remember(marksName, undefined);
    expect([pane.log.roundTrips.length, book.names, book.settings.size]).toEqual([3, [], 0]);
  });

  test("is read once a cell edit ends, which a check waits for too", async () => {
    const { book, first } = twoSheets();
    await (await open(book, {}, "new")).remember(acceptancesName, list("一"), first);
    const again = await open(reopened(book), {}, "new");
    again.host.cellEditMode = true;
    const recalling = again.recall(acceptancesName, first);
    recalling.catch(() => undefined);
    await expect.poll(() => again.told.waits).toEqual(["short"]);
    again.host.cellEditMode = false;
    expect([values(await recalling), again.told.waits]).toEqual([["一"], ["short", false]]);
  });

  test("a check's own text signs nothing, and a pane without anything kept asks nothing", async () => {
    const { book, first } = twoSheets();
    const pane = await open(book, {}, "new");
    await written(pane, first);
    pane.log.restart();
    await pane.recall(acceptancesName, first);
    await pane.remember(lastCheckName, list("一"), first);
    expect([book.names, pane.log.roundTrips.length, book.settings.size]).toEqual([[], 0, 1]);
  });
});

describe("what two people keep at the same time", () => {
  const theirs = (book: Book, key: string, text: string | undefined) => void (text === undefined ? book.settings.delete(key) : book.settings.set(key, JSON.stringify(text)));

  test("stands by name and by entry; what either takes away is gone", async () => {
    const { book, first } = twoSheets();
    const key = `${acceptancesName} ${first}`;
    const pane = await open(book, {}, "new");
    await pane.remember(acceptancesName, list("一", "二"), first);
    theirs(book, key, list("二", "三"));
    theirs(book, settingsName, '{"version":1,"rules":{"a":"off"}}');
    await pane.remember(acceptancesName, list("一", "二", "四"), first);
    expect([values(keptIn(book, key)), book.settings.has(settingsName)]).toEqual([["二", "三", "四"], true]);
    await pane.remember(acceptancesName, list("一", "四"), first);
    expect(values(keptIn(book, key))).toEqual(["三", "四"]);
  });

  test.each(["acceptances", "journal"])("keeps a sheet's entry and sign while the other has just kept something for it: %s", async (what) => {
    const { book, first } = twoSheets();
    const pane = await open(book, {}, "new");
    await written(pane, first);
    await pane.remember(acceptancesName, list("一"), first);
    const before = JSON.stringify([book.names, book.settings.get(sheetsName)]);
    if (what === "journal") theirs(book, journalName, writeJournal([{ id: 1, sheet: first, name: "評価表", rules: ["r"], done: true, cells: [] }]));
    else theirs(book, `${acceptancesName} ${first}`, list("一", "二"));
    await pane.remember(acceptancesName, undefined, first);
    expect([values(keptIn(book, `${acceptancesName} ${first}`)), JSON.stringify([book.names, book.settings.get(sheetsName)])]).toEqual([what === "journal" ? [] : ["二"], before]);
    const again = await open(newIds({ 資料: first })(book), {}, "new");
    expect(values(await again.recall(acceptancesName, "{new 評価表}"))).toEqual(what === "journal" ? [] : ["二"]);
  });

  test("of settings each rule and answer stands, ours where both changed the same", async () => {
    const { book } = twoSheets();
    const pane = await open(book, {}, "new");
    const settings = (rules: object, language: string | null) => JSON.stringify({ version: 1, rules, form: null, language });
    await pane.remember(settingsName, settings({ a: "off" }, null));
    theirs(book, settingsName, settings({ a: "off", b: "off", c: "error" }, "en"));
    await pane.remember(settingsName, settings({ c: "off" }, null));
    expect(JSON.parse(keptIn(book, settingsName))).toEqual({ version: 1, rules: { b: "off", c: "off" }, form: null, language: "en" });
  });

  test("of journals each fix stands, with a number of its own", async () => {
    const { book } = twoSheets();
    const pane = await open(book, {}, "new");
    const cell = { at: { row: 1, column: 1 }, from: "x", formerFormat: "General" };
    const journal = (...entries: readonly (readonly [id: number, to: string, done: boolean])[]) => writeJournal(entries.map(([id, to, done]) => ({ id, sheet: "s", name: "S", rules: ["r"], done, cells: [{ ...cell, to }] })));
    await pane.remember(journalName, journal([1, "a", false]));
    theirs(book, journalName, journal([1, "a", false], [2, "theirs", true]));
    await pane.remember(journalName, journal([1, "a", true], [2, "ours", false]));
    expect(keptIn(book, journalName)).toBe(journal([1, "a", true], [2, "theirs", true], [3, "ours", false]));
  });
});

test("settings that come back empty when they are read anew lose nothing with the next save (#594)", async () => {
  const { book, first, second } = twoSheets();
  const pane = await open(book, {}, "new");
  for (const [index, sheet] of [first, second].entries()) await pane.remember(acceptancesName, list(String(index)), sheet);
  const before = [...book.settings.keys()];
  pane.host.faults.settingsVanish = true;
  await pane.remember(acceptancesName, list("0", "2"), first);
  expect([[...book.settings.keys()], values(keptIn(book, `${acceptancesName} ${first}`)), values(keptIn(book, `${acceptancesName} ${second}`))]).toEqual([expect.arrayContaining(before), ["0", "2"], ["1"]]);
});

describe("the settings have a limit", () => {
  const long = (from: number, count: number) => list(...Array.from({ length: count }, (_, index) => `${String(from + index)} ${"文".repeat(300)}`));
  const numbers = (text: string | undefined) => values(text).map((value) => Number.parseInt(value ?? "", 10));

  test("the oldest entries go first, what is new stays, and the number is told", async () => {
    const { book, first } = twoSheets();
    const pane = await open(book, {}, "new");
    await pane.remember(acceptancesName, long(0, 450), first);
    expect(pane.told.forgotten).toEqual([]);
    await pane.remember(acceptancesName, long(0, 550), first);
    const kept = numbers(await pane.recall(acceptancesName, first));
    const [gone = 0] = pane.told.forgotten;
    expect([gone > 0 && gone < 150, kept[0], kept.at(-1), kept.length]).toEqual([true, gone, 549, 550 - gone]);
    expect(Buffer.byteLength([...book.settings.values()].join(""))).toBeLessThan(1_000_000);
  });

  test("results of last checks make room for decisions; where nothing may go it is refused and all stays", async () => {
    const { book, first, second } = twoSheets();
    const pane = await open(book, {}, "new");
    await pane.remember(lastCheckName, long(0, 470), first);
    await pane.remember(acceptancesName, long(0, 300), first);
    await pane.remember(acceptancesName, long(0, 450), second);
    expect([pane.told.forgotten, await pane.recall(lastCheckName, first), numbers(await pane.recall(acceptancesName, second)).length]).toEqual([[1], undefined, 450]);
    const before = [...book.settings];
    expect(await refusalOf(pane.remember(settingsName, long(0, 400)))).toBe("store-full");
    expect([...book.settings]).toEqual(before);
    expect(numbers(await pane.recall(acceptancesName, first)).length).toBe(300);
  });

  test("a store that Excel calls full, and a workbook opened for viewing, are refused by their names and keep what stood there", async () => {
    const { book, first } = twoSheets();
    const pane = await open(book, { limits: { settingsBytes: 350_000 } }, "new");
    await pane.remember(acceptancesName, long(0, 300), first);
    expect(await refusalOf(pane.remember(acceptancesName, long(0, 400), first))).toBe("store-full");
    expect([numbers(await pane.recall(acceptancesName, first)).length, pane.log.settingsSaves.at(-1)?.isSaved]).toEqual([300, false]);
    book.readOnly = true;
    expect(await refusalOf(pane.remember(acceptancesName, list("一"), first))).toBe("read-only");
    expect(numbers(await pane.recall(acceptancesName, first)).length).toBe(300);
  });
});
