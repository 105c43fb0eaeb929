import { readFileSync } from "node:fs";
import { read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { convert, hasLibreOffice } from "../hosts/file/write/libreoffice.ts";
import { WorkFolder } from "./files.ts";
import { hasPdfText, pagesIn, tableOn, type PrintedPage, type PrintedTable } from "./printed-page.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const sample = readFileSync(`${root}assets/samples/sample.xlsx`);
const wards = ["うめ原区", "つばき坂区", "かえで区", "もみじ沢区", "ひのき台区", "あおい区", "ふじ見区", "まつ山区", "くすのき区"];
const number = /^\d+$|^\d+\.\d%$/;

interface Printed {
  readonly book: WorkBook;
  readonly pages: readonly PrintedPage[];
}

const printed = new Map<string, Printed>();

/** The sample of an office of another name. */
function sampleOf(ward: string): Uint8Array {
  const parts = unzipSync(sample);
  const texts = strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array());
  return zipSync({ ...parts, "xl/sharedStrings.xml": strToU8(texts.replaceAll("さくら台区", ward)) });
}

function summaryOf(name: string, sources: readonly string[]): Uint8Array {
  const out = work.path(`${name}.xlsx`);
  tenken(["summarize", ...sources, "--out", out]);
  return readFileSync(out);
}

/** The rows of a sheet as they are shown, from the header with a word; names that stand above it, by their first column. */
function shown(sheet: WorkSheet | undefined, header: string, named: number): PrintedTable {
  const all = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: false, defval: "" }).map((row) => row.map((text) => text.replaceAll(/\s/g, "")));
  const at = all.findIndex((row) => row[named] === header);
  const width = all[at]?.findLastIndex((text) => text !== "") ?? 0;
  const rows = all.slice(at + 1).map((row) => row.slice(0, width + 1));
  const end = rows.findIndex((row) => row[named] === "");
  const above = all.slice(0, at);
  const caption = above.findLastIndex((row) => row[0] !== "");
  const names = Array.from({ length: width + 1 }, (_, column) => above.slice(caption + 1).map((row) => row[column] ?? "").join(""));
  return { names, header: (all[at] ?? []).slice(0, width + 1), rows: end === -1 ? rows : rows.slice(0, end) };
}

/** The pages of the sheet with a title: up to that with another. */
function pagesOf(pages: readonly PrintedPage[], title: string, next: string): readonly PrintedPage[] {
  const first = (text: string) => pages.findIndex(([word]) => word?.text === text);
  return pages.slice(first(title), first(next));
}

describe.skipIf(!hasLibreOffice || !hasPdfText)("printed by LibreOffice without any setting", { timeout: 120_000 }, () => {
  beforeAll(() => {
    const books = new Map([
      ["one", summaryOf("one", [work.put("sample.xlsx", sample)])],
      ["nine", summaryOf("nine", wards.map((ward) => work.put(`${ward}.xlsx`, sampleOf(ward))))],
    ]);
    for (const [name, pdf] of convert(books, "pdf", "pdf")) printed.set(name, { book: read(books.get(name), { cellStyles: true }), pages: pagesIn(pdf) });
  }, 120_000);

  it.each([
    ["one", 4],
    ["nine", 14],
  ] as const)("%s: at most %i pages, 総括 on the first", (name, most) => {
    const { pages } = printed.get(name) ?? { pages: [] };
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages.length).toBeLessThanOrEqual(most);
    expect(pages[1]?.[0]?.text).toBe("評価の集計");
  });

  it.each([
    ["one", 1, "経営課題"],
    ["nine", 2, "経営課題"],
  ] as const)("%s: each number of 課題別 stands under its own heading, on every page", (name, named, header) => {
    const { book, pages } = printed.get(name) ?? { pages: [] };
    const sheet = book?.Sheets["課題別"];
    const wanted = shown(sheet, header, named);
    const tables = pagesOf(pages, "評価の集計", "見直しが要る項目").map((page) => tableOn(page, { sheet, columns: wanted.header.length, named, header, ending: number }));
    expect(tables.map((table) => [table.names, table.header])).toEqual(tables.map(() => [wanted.names, wanted.header]));
    expect(tables.flatMap(({ rows }) => rows)).toEqual(wanted.rows);
    expect(tables.length).toBeGreaterThanOrEqual(name === "nine" ? 2 : 1);
  });

  it.each([
    ["one", ["評価の項目"]],
    ["nine", ["評価の項目", "所属"]],
  ] as const)("%s: each number of 総括 stands under its own heading", (name, headers) => {
    const { book, pages } = printed.get(name) ?? { pages: [] };
    const sheet = book?.Sheets["総括"];
    for (const header of headers) {
      const wanted = shown(sheet, header, 0);
      const [page = []] = pages;
      const table = tableOn(page, { sheet, columns: 9, named: 0, header, ending: /^\d+\.\d%$/, rows: wanted.rows.length });
      expect([table.header, table.rows]).toEqual([wanted.header, wanted.rows]);
      expect(wanted.rows.length).toBeGreaterThanOrEqual(5);
    }
  });
});
