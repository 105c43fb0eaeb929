import { readFileSync, symlinkSync } from "node:fs";
import { utils } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openEditable } from "../../src/hosts/file/open-editable.ts";
import { cleanRows } from "../core/sheet.ts";
import { convert, hasLibreOffice } from "../hosts/file/write/libreoffice.ts";
import { hasSeed, mergedSeed, seed } from "../samples/seed.ts";
import { bookWith, stateOf, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";
import { SummaryFile } from "./summary-file.ts";

const work = new WorkFolder();
const clean = bookWith(cleanRows);
const dangerous = ['=HYPERLINK("http://example.invalid","x")', '=WEBSERVICE("http://example.invalid")', "=cmd|'/C calc'!A0", "+1+1", "@SUM(A1)", "-2-3"];
/** The name of every initiative is a formula typed as text, and each is marked. */
const injected = cleanRows.map((row, index) => (index < 3 ? row : row.map((cell, column) => (column === 7 ? (dangerous[index - 3] ?? cell) : column === 8 ? "未達成" : cell))));

describe.skipIf(!hasSeed)("the real evaluation", () => {
  it.each([
    ["as it was copied", () => readFileSync(seed), "tsv"],
    ["as a merged workbook", mergedSeed, "xlsx"],
  ] as const)("%s is counted as the published table says", (_, bytes, extension) => {
    const out = work.path(`seed-${extension}.xlsx`);
    const run = tenken(["summarize", work.put(`asahi.${extension}`, bytes()), "--out", out]);
    const summary = new SummaryFile(out);
    const total = summary.rows("課題別").find((row) => row[1] === "合計");
    expect(run.stdout).toContain("1か所のうち1か所");
    expect(total?.slice(2, 4)).toEqual([8, 15]);
    expect(summary.counts(total)).toEqual([[6, 2, 0], [7, 1, 0], [13, 2, 0], [14, 1, 0], [15, 0, 0]]);
  });
});

describe("summarize", () => {
  it("sums up all files in one workbook and lists those that cannot be read with the reason", () => {
    const out = work.path("sum.xlsx");
    const sources = [work.put("北区.xlsx", clean), work.put("壊れた.xlsx", clean.slice(0, 700)), work.put("南区.tsv", cleanRows.map((row) => row.join("\t")).join("\n"))];
    const before = sources.map(stateOf);
    const run = tenken(["summarize", ...sources, work.path("nowhere.xlsx"), "--out", out]);
    expect([run.status, run.stderr.trimEnd().split("\n").length, sources.map(stateOf)]).toEqual([2, 4, before]);
    const summary = new SummaryFile(out);
    expect(summary.book.SheetNames).toEqual(["総括", "課題別", "要見直し一覧", "指摘一覧"]);
    for (const office of ["北区.xlsx / 総括表", "南区.tsv / 南区"]) expect(summary.counts(summary.of(office).at(-1))).toEqual([[4, 0, 0], [4, 0, 0], [8, 0, 0], [8, 0, 0], [8, 0, 0]]);
    expect(summary.of("壊れた.xlsx", "総括").at(-1)?.at(-1)).toMatch(/^ファイルが壊れています/);
    expect(summary.of("nowhere.xlsx", "総括").at(-1)?.at(-1)).toMatch(/^ファイルがありません。/);
    expect(run.stdout).toContain("4か所のうち2か所");
  });

  it("leaves each list a filter on its header row", () => {
    const out = work.path("filtered.xlsx");
    tenken(["summarize", "assets/samples/sample.xlsx", "--out", out]);
    const { book } = new SummaryFile(out);
    const filters = ["要見直し一覧", "指摘一覧"].map((name) => {
      const sheet = book.Sheets[name] ?? {};
      const { s: first, e: last } = utils.decode_range(z.object({ ref: z.string() }).parse(sheet["!autofilter"]).ref);
      const whole = utils.decode_range(sheet["!ref"] ?? "");
      return [utils.sheet_to_json<string[]>(sheet, { header: 1, range: { s: first, e: { r: first.r, c: last.c } } })[0], last.r === whole.e.r];
    });
    expect(filters).toEqual([
      [["見直し", "番号", "項目", "理由", "ページ", "セル", "見直しの方向", "担当・期限"], true],
      [["区分", "セル", "番号", "指摘", "直し方", "セルの内容"], true],
    ]);
  });

  it("says which files look like copies of one sheet, and counts all of them", () => {
    const out = work.path("copies.xlsx");
    const fixed = cleanRows.map((row, index) => (index === 3 ? row.map((cell) => (cell === "順調" ? "順調でない" : cell)) : row));
    const run = tenken(["summarize", work.put("東区.xlsx", clean), work.put("東区.fixed.xlsx", bookWith(fixed)), "--out", out]);
    expect(run.stderr).toContain("同じ評価シートの写しとみられますが、集計ではどれも数えます：東区.xlsx / 総括表、東区.fixed.xlsx / 総括表。");
    expect(new SummaryFile(out).rows("課題別").find((row) => row[2] === "合計" && row[0] === "全体")?.slice(3, 5)).toEqual([8, 16]);
  });

  it("counts a file once that is named twice", () => {
    const out = work.path("twice.xlsx");
    const source = work.put("twice-named.xlsx", clean);
    const again = source.replace("twice-named.xlsx", "./twice-named.xlsx");
    symlinkSync(work.root, work.path("link"));
    expect(tenken(["summarize", source, again, source, work.path("link/twice-named.xlsx"), "--out", out]).stdout).toContain("1か所のうち1か所");
    expect(new SummaryFile(out).rows("課題別").find((row) => row[1] === "合計")?.slice(2, 4)).toEqual([4, 8]);
  });

  it("leaves the samples that come with it out among other files, and says so; alone they are summed up", () => {
    const samples = ["assets/samples/sample.xlsx", work.put("見本の写し.tsv", readFileSync("assets/samples/sample.tsv"))];
    const [out, alone] = [work.path("among.xlsx"), work.path("alone.xlsx")];
    const among = tenken(["summarize", ...samples, work.put("among-source.xlsx", clean), "--out", out]);
    expect([among.status, among.stderr.split("\n").filter((line) => line.includes("見本なので、入れていません")).length]).toEqual([0, 2]);
    expect(among.stdout).toContain("1か所のうち1か所");
    expect(new SummaryFile(out).rows("課題別").find((row) => row[1] === "合計")?.slice(2, 4)).toEqual([4, 8]);
    expect(tenken(["summarize", ...samples, "--out", alone]).stdout).toContain("2か所のうち2か所");
  });

  it("tells a summary of ours, as a workbook and as a text file, from a file without a table", () => {
    const out = work.path("ours.xlsx");
    tenken(["summarize", work.put("ours-source.xlsx", clean), "--out", out]);
    const text = work.put("課題別.csv", new SummaryFile(out).rows("課題別").map((row) => row.join(",")).join("\n"));
    for (const file of [out, text]) {
      const [ja, en] = [tenken(["check", file]), tenken(["check", file, "--lang", "en"])];
      expect([ja.status, ja.stdout]).toEqual([2, expect.stringContaining("点検が作った集計のシートで、評価シートではありません。もとの評価シートのファイルを選んでください。")]);
      expect(en.stdout).toContain("This is a summary that Tenken made, and no evaluation sheet.");
    }
    expect(tenken(["check", work.put("no-table.csv", "a,b\n1,2\n")]).stdout).toContain("評価の表が見つかりません。");
  });

  it("lists the unreadable sheet of a workbook whose other sheet is summed up, as a file that cannot be read", () => {
    const parts = unzipSync(bookWith(cleanRows, "総括表", {}, "写真"));
    const out = work.path("half.xlsx");
    const run = tenken(["summarize", work.put("半分.xlsx", zipSync({ ...parts, "xl/worksheets/sheet2.xml": strToU8("<worksheet><sheetData><row>") })), "--out", out]);
    expect(run.status).toBe(2);
    expect(run.stdout).toContain("2か所のうち1か所");
    expect(new SummaryFile(out).of("半分.xlsx / 写真", "総括").at(-1)?.at(-1)).toMatch(/^ファイルが壊れています/);
  });

  it("names who is in charge of a row to review, as the sheet's own column does", () => {
    const out = work.path("owners.xlsx");
    const owned = injected.map((row, index) => [...row, index === 1 ? "担当課" : index < 3 ? "" : "=総務課"]);
    tenken(["summarize", work.put("owners-source.xlsx", bookWith(owned)), "--out", out]);
    const rows = new SummaryFile(out).rows("総括");
    const header = rows.findIndex((row) => row.includes("担当"));
    expect(rows[header + 1]?.[rows[header]?.indexOf("担当") ?? -1]).toBe("=総務課");
  });

  it("names the calendar day where the user is", () => {
    const source = work.put("day.xlsx", clean);
    // These two time zones are 25 hours apart, so they never have the same date.
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const day = () => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
      const before = day();
      tenken(["summarize", source, "--out", work.path("day-out.xlsx"), "--force", "--lang", "en"], { TZ: zone });
      const said = new SummaryFile(work.path("day-out.xlsx")).rows("Summary").flat().find((cell) => String(cell).startsWith("Made on"));
      expect([`Made on ${before}`, `Made on ${day()}`]).toContain(said);
    }
  });

  it("X9: what looks like a formula in a sheet stays a text, in LibreOffice too", () => {
    const out = work.path("injected.xlsx");
    expect(tenken(["summarize", work.put("injected-source.xlsx", bookWith(injected)), "--out", out]).status).toBeLessThan(2);
    const parts = Object.entries(unzipSync(readFileSync(out))).filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    const formulas = parts.flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/<f[ >].*?<\/f>/g)].map(([formula]) => formula));
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.filter((formula) => /HYPERLINK|WEBSERVICE|cmd|DDE/i.test(formula))).toEqual([]);
    const opened = [readFileSync(out), ...(hasLibreOffice ? [...convert(new Map([["injected", readFileSync(out)]]), "xlsx", "xlsx").values()] : [])];
    for (const bytes of opened) {
      const { book } = new SummaryFile(bytes);
      const sheet = book.Sheets["要見直し一覧"] ?? {};
      const cells = Object.values(sheet).flatMap((cell: unknown) => (typeof cell === "object" && cell !== null && "v" in cell && typeof cell.v === "string" ? [{ text: cell.v, formula: "f" in cell ? cell.f : undefined }] : []));
      for (const text of dangerous) expect(cells.filter((cell) => cell.text.includes(text)).map(({ formula }) => formula), text).toEqual([undefined]);
    }
  });

  it.skipIf(!hasLibreOffice)("LibreOffice opens it and calculates the same totals", () => {
    const out = work.path("office.xlsx");
    tenken(["summarize", work.put("一区.xlsx", clean), work.put("二区.xlsx", bookWith(injected)), "--out", out]);
    const [converted] = convert(new Map([["office", readFileSync(out)]]), "xlsx", "xlsx").values();
    const numbers = (bytes: Uint8Array) => new SummaryFile(bytes).of("全体").map((row) => row.filter((cell) => typeof cell === "number").map((cell) => Number(cell.toFixed(9))));
    expect(converted && numbers(converted)).toEqual(numbers(readFileSync(out)));
    expect(numbers(readFileSync(out))[0]?.slice(0, 2)).toEqual([8, 16]);
  });

  it("made again with --force keeps what the evaluator wrote beside a row", async () => {
    const source = work.put("noted.xlsx", bookWith(injected));
    const out = work.path("noted-summary.xlsx");
    tenken(["summarize", source, "--out", out]);
    const before = readFileSync(out);
    expect([tenken(["summarize", source, "--out", out]).status, readFileSync(out).equals(before)]).toEqual([2, true]);
    const rows = new SummaryFile(out).rows("要見直し一覧");
    const header = rows.findIndex((row) => row.includes("見直しの方向"));
    const column = rows[header]?.indexOf("見直しの方向") ?? -1;
    const book = await openEditable(before, { inflate: inflateInNode });
    const sheet = (await book.sheets()).find(({ name }) => name === "要見直し一覧")?.id ?? "";
    await book.apply([{ kind: "edit-cells", sheet, edits: [{ at: { row: header + 2, column }, from: undefined, to: "来年度に統合" }] }]);
    work.put("noted-summary.xlsx", await book.save());
    expect(tenken(["summarize", source, "--out", out, "--force"]).status).toBeLessThan(2);
    const again = new SummaryFile(out);
    expect(again.book.SheetNames).toEqual(["総括", "課題別", "要見直し一覧", "指摘一覧"]);
    expect(again.rows("要見直し一覧")[header + 2]?.[column]).toBe("来年度に統合");
  });

  it("never writes over a file that it reads, and writes nothing where nothing can be read", () => {
    const source = work.put("source.xlsx", clean);
    const before = stateOf(source);
    const own = tenken(["summarize", source, "--out", source, "--force"]);
    expect([own.status, own.stdout, stateOf(source)]).toEqual([2, "", before]);
    expect(own.stderr).toContain("元のファイルには書き込みません");
    const none = tenken(["summarize", work.put("nothing.csv", "a,b"), "--out", work.path("nothing", "sum.xlsx")]);
    expect([none.status, work.list("nothing")]).toEqual([2, []]);
  });
});
