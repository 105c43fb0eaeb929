import { readFileSync } from "node:fs";
import { read } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cardSamples, cardWorkbook, withCells } from "../samples/card-books.ts";
import { WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const [sample] = cardSamples;
if (!sample) throw new Error("no sample");
const clean = work.put("個票.xlsx", cardWorkbook(sample.sheets));
const textOf = (cell: unknown) => z.object({ v: z.string() }).safeParse(cell).data?.v;
const cellOf = (path: string, sheet: string, cell: string): string | undefined => textOf(read(readFileSync(path)).Sheets[sheet]?.[cell]);
const lines = (text: string, word: string) => text.split("\n").flatMap((line) => (line.includes(word) ? [line.trim()] : []));

describe("a workbook of cards in the terminal", () => {
  it("is one evaluation; the sheets that are no cards are said", () => {
    const { stdout, status } = tenken([clean]);
    expect([status, lines(stdout, "枚"), lines(stdout, "点検に含めません")]).toEqual([
      0,
      ["No1  個票20枚  事務事業名 20  様式：「No1」の個票"],
      ["「表紙」は点検に含めません：個票ではありません。", "「一覧」は点検に含めません：個票の一覧です。", "「記入例」は点検に含めません：記入例です。"],
    ]);
    const report = z.object({ files: z.array(z.object({ sheets: z.array(z.object({ name: z.string(), cards: z.array(z.string()), table: z.object({ range: z.null() }) })) })) });
    const { files } = report.parse(JSON.parse(tenken([clean, "--format", "json"]).stdout));
    expect(files.flatMap(({ sheets }) => sheets.map(({ name, cards }) => [name, cards.length]))).toEqual([["No1", 20]]);
  });

  it("gets its fixes on the cards' own sheets; those of a protected card are left, and said", () => {
    const faulty = withCells(sample.sheets, { "'No3'!B10": "Ｂ", "'No6'!B10": "Ａ" }).map((sheet) => ({ ...sheet, isProtected: sheet.name === "No6" }));
    const { stdout } = tenken(["fix", work.put("直す.xlsx", cardWorkbook(faulty)), "--safe", "--out", work.path("fixed")]);
    const copy = work.path("fixed", "直す.xlsx");
    expect([cellOf(copy, "No3", "B10"), cellOf(copy, "No6", "B10"), cellOf(copy, "表紙", "B10")]).toEqual(["B", "Ａ", undefined]);
    expect(lines(stdout, "'No6'!B10").some((line) => line.includes("保護"))).toBe(true);
  });

  it("gets its marks on the cards' own sheets", () => {
    tenken(["mark", clean, "--out", work.path("marked")]);
    const parts = unzipSync(readFileSync(work.path("marked", "個票.xlsx")));
    const marked = sample.sheets.flatMap(({ name }, index) => (strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array()).includes("tenken:") ? [name] : []));
    expect(marked).toEqual(["No4", "No7", "No9", "No14", "No19"]);
  });

  it("is one office of a summary, its rows to review named by their cards", () => {
    tenken(["summarize", clean, "--out", work.path("総括.xlsx")]);
    const { Sheets } = read(readFileSync(work.path("総括.xlsx")));
    const texts = Object.values(Sheets).flatMap((sheet) => Object.values(sheet).flatMap((cell: unknown) => textOf(cell) ?? []));
    expect(texts.find((text) => text.startsWith("読んだ範囲："))).toBe("読んだ範囲：個票20枚（事務事業名 20）");
    expect(["'No4'!B2", "'No7'!B2"].map((place) => texts.some((text) => text.includes(place)))).toEqual([true, true]);
  });
});
