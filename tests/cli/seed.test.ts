import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { tenken } from "./run.ts";

/** A real evaluation, copied out of a published table; it stands beside the project, not in it. */
const seed = fileURLToPath(new URL("../../../shared/seed/asahi-evaluation.tsv", import.meta.url));

const report = z.object({
  files: z.array(
    z.object({
      sheets: z.array(
        z.object({
          table: z.object({ range: z.string() }),
          counts: z.object({ issues: z.number(), strategies: z.number(), initiatives: z.number() }),
          findings: z.array(z.object({ rule: z.string(), severity: z.string(), cell: z.string() })),
          review: z.array(z.object({ code: z.string(), level: z.string() })),
        }),
      ),
    }),
  ),
});

function check(path: string) {
  const { stdout, status } = tenken([path, "--format", "json"]);
  const [sheet] = report.parse(JSON.parse(stdout)).files[0]?.sheets ?? [];
  const serious = sheet?.findings.filter(({ severity }) => severity !== "info").map(({ rule, cell }) => `${rule} ${cell}`);
  return { status, sheet, serious, review: sheet?.review.map(({ code, level }) => `${code} ${level}`) };
}

const marks = ["3-1 attention", "3-1-2 attention", "3-2 required", "4-1-1 attention"];
const counts = { issues: 4, strategies: 8, initiatives: 15 };

describe.skipIf(!existsSync(seed))("the real evaluation", () => {
  it("as it was copied: the label 3 stands on the wrong row, 4 has none", () => {
    const { status, sheet, serious, review } = check(seed);
    expect([status, sheet?.counts, sheet?.table.range]).toEqual([1, counts, "A15:M32"]);
    expect(serious).toEqual(["issue-misplaced A30", "issue-missing A31"]);
    const infos = sheet?.findings.filter(({ severity, rule }) => severity === "info" && rule !== "text-spacing");
    expect(infos?.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(["initiatives-outcome D31"]);
    expect(review).toEqual(marks);
  });

  it("as a merged workbook with its labels in place: nothing serious, the same rows to review", () => {
    const folder = mkdtempSync(join(tmpdir(), "tenken-seed-"));
    const path = join(folder, "merged.xlsx");
    writeFileSync(path, mergedWorkbook());
    const { status, sheet, serious, review } = check(path);
    rmSync(folder, { recursive: true });
    expect([status, sheet?.counts, serious, review]).toEqual([0, counts, [], marks]);
  });
});

/** The evaluation as it was before somebody copied it: header cells over their columns, blocks merged down. */
function mergedWorkbook(): Uint8Array {
  const lines = readFileSync(seed, "utf8").split(/\r?\n/).map((line) => line.split("\t"));
  const data = lines.slice(17, 32).map((row) => (row[6] === "" ? row.slice(1) : row).slice(0, 12));
  const set = (row: number, text: string) => {
    const cells = data[row];
    if (cells) cells[0] = text;
  };
  set(10, data[12]?.[0] ?? "");
  set(12, "");
  set(13, "4 安全で安心なまち");
  const header = [
    ["経営課題", "めざす成果及び戦略", "", "", "", "", "具体的取組", "", "", "", "", ""],
    ["", "", "", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "資料2", "", "", "プロセス指標の達成状況", "", "戦略に対する取組の有効性", "資料2"],
    ["", "", "", "", "", "", "", "", "目標", "取組", "", ""],
  ];
  const rows = [...header, ...data];
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === "" ? null : cell))));
  sheet["!merges"] = [0, 1, 2, 3, 4, 5].flatMap((column) => mergesOf(rows, column));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "総括表");
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new Error("no bytes");
  return bytes;
}

/** Every filled cell of a block's column, merged down to the row before the next one. */
function mergesOf(rows: readonly (readonly string[])[], column: number) {
  const starts = rows.flatMap((row, index) => (index >= 3 && row[column] !== "" ? [index] : []));
  return starts.flatMap((start, index) => {
    const end = (starts[index + 1] ?? rows.length) - 1;
    return end > start ? [{ s: { r: start, c: column }, e: { r: end, c: column } }] : [];
  });
}
