import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { ChangeApplier, SheetReader } from "../../../src/core/model/ports.ts";
import { inflateInNode } from "../../../src/hosts/file/zip/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { bookFromFile } from "../../excel-host/model/from-file.ts";
import type { Snapshot } from "../../excel-host/model/snapshot.ts";
import { blankForm, planFor } from "../excel/blank-form.ts";
import { excelPanes, refusalOf } from "../excel/open-excel.ts";
import { listPlan, write } from "../excel/own-plan.ts";
import { openForEdit, partText } from "../file/write/open.ts";
import { MemoryWorkbook } from "../memory/memory-workbook.ts";

const openPane = excelPanes();

type Opened = SheetReader & ChangeApplier;

/** A workbook, and what of it a user could see: the cells with their formats, rules and names. */
interface Seen {
  readonly book: Opened;
  readonly see: () => Promise<unknown>;
  /** The cells that offer these terms, as areas in A1, in order. */
  readonly lists: () => Promise<readonly string[]>;
  readonly formatOf: (address: string) => Promise<string>;
}

const user = { file: '<dataValidations count="1"><dataValidation type="whole" sqref="D5:D6"><formula1>1</formula1></dataValidation></dataValidations>', excel: { row: 4, column: 3, rows: 2, columns: 1 } };

async function inFile(protection = ""): Promise<Seen> {
  return seenInFile(await openForEdit(blankForm(protection === "" ? user.file : '<sheetProtection sheet="1"/>')));
}

function seenInFile(book: Awaited<ReturnType<typeof openForEdit>>): Seen {
  const sheetXml = async () => (await partText(await book.save(), "xl/worksheets/sheet1.xml")) ?? "";
  return {
    book,
    see: async () => [await sheetXml(), await partText(await book.save(), "xl/workbook.xml")],
    lists: async () => [...(await sheetXml()).matchAll(/<dataValidation type="list"[^>]* sqref="([^"]*)"/g)].flatMap(([, areas = ""]) => areas.split(" ")).sort(),
    formatOf: async (address) => {
      const [cell = ""] = new RegExp(`<c [^>]*r="${address}"[^>]*>`).exec(await sheetXml()) ?? [];
      const style = /s="(\d+)"/.exec(cell)?.[1] ?? "0";
      const formats = [...((await partText(await book.save(), "xl/styles.xml")) ?? "").replace(/^[^]*<cellXfs/, "").matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map(([, id = ""]) => id);
      return new Map([["49", "@"], ["0", "General"], ["2", "0.00"], ["164", "yyyy/m/d"]]).get(formats[Number(style)] ?? "") ?? "";
    },
  };
}

/** The blank form as a book of the model. */
async function model(protection: string): Promise<Book> {
  const book = await bookFromFile(await openFile("評価.xlsx", blankForm(), { inflate: inflateInNode }));
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  sheet.put(5, 1, { format: "0.00" });
  if (protection === "") sheet.validations = [{ areas: [user.excel], content: "whole number" }];
  else sheet.protection = { password: "" };
  return book;
}

async function inExcel(protection = ""): Promise<Seen> {
  const pane = await openPane(await model(protection));
  return seenInModel(pane, pane.excel);
}

async function inMemory(protection = ""): Promise<Seen> {
  const book = new MemoryWorkbook(await model(protection));
  return seenInModel(book, book);
}

function seenInModel(book: Opened, model: { snapshot(): Snapshot }): Seen {
  const first = () => {
    const [sheet] = model.snapshot().sheets;
    if (sheet === undefined) throw new Error("no sheet");
    return sheet;
  };
  return {
    book,
    see: () => Promise.resolve(model.snapshot()),
    lists: () => Promise.resolve(first().validations.filter(({ content }) => content.includes('"List"')).flatMap(({ areas }) => areas.split(",")).sort()),
    formatOf: (address) => Promise.resolve(first().cells[address]?.format ?? "General"),
  };
}

const hosts: readonly (readonly [name: string, open: (protection?: string) => Promise<Seen>])[] = [
  ["hosts/file", inFile],
  ["in memory", inMemory],
  ["hosts/excel", inExcel],
];

async function opened(open: (protection?: string) => Promise<Seen>, protection?: string) {
  const seen = await open(protection);
  const [first] = await seen.book.sheets();
  const id = first?.id ?? "";
  return { ...seen, id, addInputRules: async () => seen.book.apply([await planFor(seen.book, id)]), removeInputRules: () => seen.book.apply([{ kind: "remove-input-rules", sheet: id }]) };
}

describe.each(hosts)("a hardened form in %s", (_, open) => {
  it("offers the terms on every free status cell, and codes are texts", async () => {
    const { book, id, addInputRules, lists, formatOf } = await opened(open);
    const { form, made } = await addInputRules();
    expect(form).toEqual({ lists: 5, texts: 3, keptRules: 2, keptValues: 1 });
    expect(await lists()).toEqual(["D4", "D7:D203", "E4:E203", "I4:I203", "J4:J203", "K4:K203"]);
    expect(await Promise.all(["A4", "B4", "B6", "B203", "G4", "G203", "C4", "D4", "B204"].map(formatOf))).toEqual(["@", "@", "@", "@", "@", "@", "General", "General", "General"]);
    expect(made.map(({ own, name }) => [own, name])).toEqual([["choices", "選択肢"]]);
    expect((await book.ownSheets()).map(({ fingerprint, ...found }) => (fingerprint === "" ? undefined : found))).toEqual([{ own: "choices", sheet: made[0]?.sheet, name: "選択肢", hasAdditions: false, of: id }]);
    expect((await book.sheets()).map(({ name, hidden }) => [name, hidden])).toEqual([["評価", false], ["選択肢", true]]);
    const choices = await book.read(made[0]?.sheet ?? "");
    const offered = Array.from({ length: choices.rowCount - 3 }, (_each, row) => choices.value(row + 3, 0));
    expect(offered).toEqual(Object.values(osakaWard.vocabularies).flatMap((terms) => terms.map(({ text }) => text)));
  });

  it("keeps the user's rule, and the number that stands where a code should, as it is seen", async () => {
    const { book, id, addInputRules, formatOf } = await opened(open);
    const before = await book.read(id);
    await addInputRules();
    const after = await book.read(id);
    expect([after.value(5, 6), after.numberFormat(5, 6), await formatOf("G6")]).toEqual([46_024, "yyyy/m/d", "yyyy/m/d"]);
    for (let row = 0; row < before.rowCount; row++) expect(after.row(row)).toEqual(before.row(row));
    expect(after.rowCount).toBe(before.rowCount);
  });

  it("twice is the same as once, and taken away it is the workbook from before", async () => {
    const { book, addInputRules, removeInputRules, see } = await opened(open);
    const before = await see();
    await addInputRules();
    const once = await see();
    expect(await addInputRules()).toEqual({ written: [], clashes: [], made: [] });
    expect(await see()).toEqual(once);
    expect((await removeInputRules()).form).toEqual({ lists: 5, texts: 3, keptRules: 0, keptValues: 0 });
    expect([await see(), await book.ownSheets()]).toEqual([before, []]);
    expect(await removeInputRules()).toEqual({ written: [], clashes: [], made: [] });
    expect(await see()).toEqual(before);
  });

  it("leaves a format that somebody changed since, and what was typed in", async () => {
    const { book, id, addInputRules, removeInputRules, formatOf } = await opened(open);
    await addInputRules();
    await book.apply([{ kind: "edit-cells", sheet: id, edits: [{ at: { row: 9, column: 6 }, from: undefined, to: 5, numberFormat: "0.00" }, { at: { row: 10, column: 6 }, from: undefined, to: "1-1-3" }] }]);
    await removeInputRules();
    expect([await formatOf("G10"), await formatOf("G11"), (await book.read(id)).value(10, 6)]).toEqual(["0.00", "General", "1-1-3"]);
  });

  it("is no evaluation and no summary: sheets are made beside it and again", async () => {
    const { book, id, addInputRules, removeInputRules } = await opened(open);
    const { made } = await addInputRules();
    expect(inspect(await book.read(made[0]?.sheet ?? ""), osakaWard)).toBeNull();
    const first = await book.apply([write(listPlan("totals", "集計"), undefined, id)]);
    await book.apply([write(listPlan("totals", "集計", { fingerprint: "new" }), first.made[0]?.sheet)]);
    await removeInputRules();
    expect((await book.ownSheets()).map(({ own, fingerprint }) => [own, fingerprint])).toEqual([["totals", "new"]]);
  });

  it("a protected sheet is refused, and nothing is left behind", async () => {
    const { addInputRules, see } = await opened(open, "protected");
    const before = await see();
    expect(await refusalOf(addInputRules())).toBe("protected: 評価");
    expect(await see()).toEqual(before);
  });
});
