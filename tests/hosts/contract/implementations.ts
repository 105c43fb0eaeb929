import { Lock } from "../../../src/core/model/lock.ts";
import type { ChangeApplier, DocumentStore, SheetReader } from "../../../src/core/model/ports.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { fileOf } from "../../../src/workbench/worker/sheet-ids.ts";
import { addressOf } from "../../excel-host/model/area.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { bookFromFile } from "../../excel-host/model/from-file.ts";
import { snapshot } from "../../excel-host/model/snapshot.ts";
import { newWorkspace, picked, saved } from "../../workbench/node-workspace.ts";
import { excelPanes } from "../excel/open-excel.ts";
import { entriesOf, openForEdit, partText } from "../file/write/open.ts";
import { MemoryWorkbook } from "../memory/memory-workbook.ts";

/** A workbook to open: a file, and what the file reader does not put into the model. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly inModel?: (book: Book) => void;
}

export type Ports = SheetReader & ChangeApplier & DocumentStore;

/** A workbook behind the ports, and what a user could see of it. */
export interface Opened {
  readonly book: Ports;
  /** The first sheet. */
  readonly id: string;
  readonly see: () => Promise<unknown>;
  /** The conditional formats of the first sheet, the first on top: formula and areas. */
  readonly rules: () => Promise<readonly (readonly [formula: string, areas: string])[]>;
  /** The cells of the first sheet with a list, as areas in A1, in order. */
  readonly lists: () => Promise<readonly string[]>;
  readonly formatOf: (address: string) => Promise<string>;
  /** Our defined names with their formulas. */
  readonly names: () => Promise<readonly (readonly [name: string, formula: string])[]>;
}

/** All implementations of the ports. Call it once in a test file. */
export function implementations(): readonly (readonly [name: string, open: (given: Given) => Promise<Opened>])[] {
  const openPane = excelPanes();
  return [
    ["hosts/file", inFile],
    ["workbench over its worker", inWorkbench],
    ["in memory", async (given) => {
      const book = await modelOf(given);
      return inModel(new MemoryWorkbook(book), book);
    }],
    ["hosts/excel", async (given) => {
      const book = await modelOf(given);
      return inModel(await openPane(book), book);
    }],
  ];
}

async function inFile({ bytes }: Given): Promise<Opened> {
  const book = await openForEdit(bytes);
  return { book, id: await firstOf(book), ...seenInBytes(() => book.save()) };
}

/** All open files are one workbook to the pane; each keeps its settings under its own id. */
async function inWorkbench({ bytes }: Given): Promise<Opened> {
  const workspace = newWorkspace();
  await workspace.files.open([picked("評価.xlsx", bytes)]);
  const { workbook, session: { adapter: { memory } } } = workspace;
  const id = await firstOf(workbook);
  const file = fileOf(id);
  const saving = new Lock();
  const book: Ports = {
    sheets: () => workbook.sheets(),
    read: (sheet, watch) => workbook.read(sheet, watch),
    readCells: (sheet, places, watch) => workbook.readCells(sheet, places, watch),
    ownSheets: () => workbook.ownSheets(),
    apply: (changes, watch) => workbook.apply(changes, watch),
    recall: (name, sheet = file) => memory.recall(name, sheet),
    remember: (name, text, sheet = file) => memory.remember(name, text, sheet),
  };
  return { book, id, ...seenInBytes(() => saving.run(async () => (await saved(workspace, file)).bytes)) };
}

async function modelOf({ bytes, inModel: change }: Given): Promise<Book> {
  const book = await bookFromFile(await openFile("評価.xlsx", bytes, { inflate: inflateInNode }));
  change?.(book);
  book.takeChanges();
  return book;
}

async function firstOf(book: SheetReader): Promise<string> {
  const [first] = await book.sheets();
  return first?.id ?? "";
}

function seenInBytes(save: () => Promise<Uint8Array>): Omit<Opened, "book" | "id"> {
  const part = async (name: string) => (await partText(await save(), name)) ?? "";
  const sheetXml = () => part("xl/worksheets/sheet1.xml");
  return {
    see: async () => [await sheetXml(), await part("xl/workbook.xml"), [...entriesOf(await save()).keys()]],
    rules: async () => {
      const found = [...(await sheetXml()).matchAll(/<conditionalFormatting sqref="([^"]*)"><cfRule [^>]*priority="(\d+)"[^>]*><formula>([^<]*)</g)];
      return found.sort(([, , one], [, , other]) => Number(one) - Number(other)).map(([, areas = "", , formula = ""]) => [plain(formula), areas] as const);
    },
    lists: async () => [...(await sheetXml()).matchAll(/<dataValidation type="list"[^>]* sqref="([^"]*)"/g)].flatMap(([, areas = ""]) => areas.split(" ")).sort(),
    formatOf: async (address) => {
      const [cell = ""] = new RegExp(`<c [^>]*r="${address}"[^>]*>`).exec(await sheetXml()) ?? [];
      const style = /s="(\d+)"/.exec(cell)?.[1] ?? "0";
      const formats = [...(await part("xl/styles.xml")).replace(/^[^]*<cellXfs/, "").matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map(([, id = ""]) => id);
      return new Map([["49", "@"], ["0", "General"], ["2", "0.00"], ["164", "yyyy/m/d"]]).get(formats[Number(style)] ?? "") ?? "";
    },
    names: async () => [...(await part("xl/workbook.xml")).matchAll(/<definedName name="(_tenken\w+)" hidden="1">([^<]*)</g)].map(([, name = "", formula = ""]) => [name, plain(formula)] as const),
  };
}

async function inModel(book: Ports, model: Book): Promise<Opened> {
  const first = () => {
    const [sheet] = model.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    return sheet;
  };
  return {
    book,
    id: await firstOf(book),
    see: () => Promise.resolve(snapshot(model)),
    rules: () => Promise.resolve(first().rules.map(({ formula = "", areas }) => [formula.replace(/^=/, ""), areas.map(addressOf).join(" ")] as const)),
    lists: () => Promise.resolve(snapshotOfFirst(model).validations.filter(({ content }) => content.includes('"List"')).flatMap(({ areas }) => areas.split(",")).sort()),
    formatOf: (address) => Promise.resolve(snapshotOfFirst(model).cells[address]?.format ?? "General"),
    names: () => Promise.resolve(model.names.map(({ name, formula }) => [name, formula.replace(/^=/, "")] as const)),
  };
}

function snapshotOfFirst(model: Book) {
  const [first] = snapshot(model).sheets;
  if (first === undefined) throw new Error("no sheet");
  return first;
}

function plain(xml: string): string {
  return xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}
