import { describe, expect, it } from "vitest";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { addInputRulesChange } from "../../src/core/input-rules/words.ts";
import { fullyInSteps } from "../../src/core/inspect.ts";
import { atOnce } from "../../src/core/model/pace.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { ExcelActiveSheet } from "../../src/hosts/excel/active-sheet.ts";
import { openExcelWorkbook } from "../../src/hosts/excel/excel-workbook.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import { NodeExcel } from "../excel-host/in-node/excel.ts";
import type { Book } from "../excel-host/model/book.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { openForEdit, partText } from "../hosts/file/write/open.ts";
import { cardSamples, cardWorkbook, type MadeCard } from "../samples/card-books.ts";
import { openInMemory } from "./open-in-memory.ts";

const [sample] = cardSamples;
if (!sample) throw new Error("no sample");
const cards = sample.sheets.filter(({ name }) => /^No\d/.test(name)).map(({ name }) => name);
const bookOf = async (sheets: readonly MadeCard[]) => bookFromFile(await openFile("個票.xlsx", cardWorkbook(sheets), { inflate: inflateInNode }));
const withLists = (book: Book) => book.sheets.flatMap(({ name, validations }) => (validations.length > 0 ? [`${name} ${validations.flatMap(({ areas }) => areas).map(({ row, column }) => `${row} ${column}`).sort().join(", ")}`] : []));
const codeFormat = (book: Book, name: string) => book.find(name)?.cell(1, 1).format;
const choices = (book: Book) => book.sheets.filter(({ name }) => name.startsWith("選択肢")).length;
const add = async ({ session }: TaskPane) => {
  const { id = "" } = session.get().sheet ?? {};
  await session.inputRuleEditor.addInputRules(id, "ja");
  return session.inputRuleEditor.get();
};
const listed = (names: readonly string[]) => names.map((name) => `${name} 9 1, 9 4`);

describe("input rules on cards", () => {
  it("are given to all cards at once from one sheet of terms, and taken away from all", async () => {
    const book = await bookOf(sample.sheets);
    for (const name of cards) book.find(name)?.put(1, 1, { value: `0${name}`, format: "General" });
    const { taskPane } = await openInMemory(book);
    const { addInputRules, withInputRules } = await add(taskPane);
    expect(addInputRules).toMatchObject({ phase: "done", outcome: { lists: 2, texts: 1, keptRules: 0, keptValues: 0 }, passed: [] });
    expect([withLists(book), choices(book), codeFormat(book, "No17"), withInputRules.size]).toEqual([listed(cards), 1, "@", 20]);
    await taskPane.session.inputRuleEditor.removeInputRules(taskPane.session.get().sheet?.id ?? "");
    expect([taskPane.session.inputRuleEditor.get().addInputRules, withLists(book), choices(book), codeFormat(book, "No17")]).toMatchObject([{ phase: "removed" }, [], 0, "General"]);
  });

  it("pass over protected cards one by one, and name them; later they are given to these alone", async () => {
    const book = await bookOf(sample.sheets);
    const protect = (protection: { readonly password: string } | undefined) => {
      for (const sheet of book.sheets) if (["No6", "No9"].includes(sheet.name)) sheet.protection = protection;
    };
    protect({ password: "" });
    const { taskPane } = await openInMemory(book);
    const { addInputRules, withInputRules } = await add(taskPane);
    expect([addInputRules, withInputRules.size]).toMatchObject([{ phase: "done", passed: ["No6", "No9"] }, 18]);
    expect(withLists(book)).toEqual(listed(cards.filter((name) => !["No6", "No9"].includes(name))));
    protect(undefined);
    expect((await add(taskPane)).withInputRules.size).toBe(20);
    expect(withLists(book).toSorted()).toEqual(listed(cards).toSorted());
  });

  it("in Excel: need no more round trips for 20 cards than for a few", async () => {
    const trips = async (sheets: readonly MadeCard[]) => {
      const excel = await NodeExcel.open({ book: await bookOf(sheets) });
      const found = await excel.evaluate(async () => {
        const taskPane = openTaskPane(await openExcelWorkbook(), new ExcelActiveSheet({}), "ja");
        await taskPane.start();
        excel.log.restart();
        const { addInputRules } = await add(taskPane);
        const added = [addInputRules.phase, withLists(excel.book).length, excel.log.roundTrips.length] as const;
        await taskPane.session.inputRuleEditor.removeInputRules(taskPane.session.get().sheet?.id ?? "");
        return [...added, taskPane.session.inputRuleEditor.get().addInputRules.phase, withLists(excel.book).length] as const;
      });
      excel.close();
      return found;
    };
    const [few, all] = [await trips(sample.sheets.slice(0, 8)), await trips(sample.sheets)];
    expect([few[0], few[1], few[3], few[4], all[0], all[1], all[3], all[4]]).toEqual(["done", 5, "removed", 0, "done", 20, "removed", 0]);
    expect(all[2]).toBe(few[2]);
  });

  it("in a file: stand on each card with the one sheet of terms, and go with it", async () => {
    const file = await openForEdit(cardWorkbook(sample.sheets));
    const grids = await Promise.all((await file.sheets()).map(({ id }) => file.read(id)));
    const [first] = grids.filter(({ sheet: { name } }) => name === "No1");
    const rules = first && atOnce(fullyInSteps(grids, first, builtInForms, new Map()))?.overview.inputRules;
    if (!rules) throw new Error("no card");
    await file.apply([addInputRulesChange(first.sheet.id, rules, "ja")]);
    const ruled = async () => {
      const bytes = await file.save();
      const parts = await Promise.all(sample.sheets.map((_, index) => partText(bytes, `xl/worksheets/sheet${index + 1}.xml`)));
      return sample.sheets.flatMap(({ name }, index) => (parts[index]?.includes("dataValidation") ? [name] : []));
    };
    expect([await ruled(), (await file.ownSheets()).map(({ of }) => of?.length)]).toEqual([cards, [20]]);
    await file.apply([{ kind: "remove-input-rules", sheet: grids.find(({ sheet: { name } }) => name === "No7")?.sheet.id ?? "" }]);
    expect([await ruled(), await file.ownSheets()]).toEqual([[], []]);
  });
});
