import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { accept } from "../../src/core/acceptance/acceptance.ts";
import { writeAcceptances } from "../../src/core/acceptance/list.ts";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { inspect } from "../../src/core/inspect.ts";
import { cleanRows } from "../core/sheet.ts";
import { openForEdit } from "../hosts/file/write/open.ts";
import { bookWith, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const consent = { reason: "本庁と\u202e合意済み", by: "山田", day: { year: 2026, month: 11, day: 28 } };

/** A workbook with these faults; the first `left` of them are accepted. */
async function decided(name: string, left: number, faults: Readonly<Record<number, string>>): Promise<string> {
  const rows = cleanRows.map((row, at) => row.map((cell, column) => (column === 3 ? (faults[at] ?? cell) : cell)));
  const file = await openForEdit(bookWith(rows));
  const [sheet] = await file.sheets();
  const findings = inspect(await file.read(sheet?.id ?? ""), osakaWard)?.findings ?? [];
  await file.remember("tenken.accepted", writeAcceptances(findings.slice(0, left).map((finding) => accept(finding, consent))), sheet?.id ?? "");
  return work.put(name, await file.save());
}

const report = z.object({ files: z.array(z.object({ sheets: z.array(z.object({ findings: z.array(z.object({ cell: z.string() })), accepted: z.optional(z.array(z.unknown())) })) })) });
const sheetOf = (path: string) => report.parse(JSON.parse(tenken([path, "--format", "json"]).stdout)).files[0]?.sheets[0];

it("a finding left as it is stands in accepted, and does not count for the exit status", async () => {
  const path = await decided("left.xlsx", 1, { 5: "順調 " });
  expect(tenken([path]).status).toBe(0);
  expect(sheetOf(path)?.findings).toEqual([]);
  expect(sheetOf(path)?.accepted).toEqual([
    {
      rule: "status-spelling",
      severity: "warning",
      cell: "D6",
      code: "1-2",
      name: null,
      value: "順調 ",
      message: "「アウトカム指標の達成状況」の「順調␣」は、様式では「順調」と書きます。",
      fix: { safety: "safe", value: "順調" },
      reason: "本庁と\u202e合意済み",
      by: "山田",
      on: "2026-11-28",
    },
  ]);
});

it("others still count; the text report lists those left, with reason, name and day, and counts them", async () => {
  const path = await decided("some.xlsx", 1, { 5: "順調 ", 6: "順調 " });
  const run = tenken([path]);
  expect([run.status, sheetOf(path)?.findings.map(({ cell }) => cell)]).toEqual([1, ["D7"]]);
  expect(run.stdout).toMatch(/そのままにした指摘 1\n {4}D6 .*理由: 本庁と\[U\+202E\]合意済み（山田、令和8年（2026年）11月28日）/);
  expect(run.stdout).toContain("誤り 0　注意 1　確認 0　そのままにした指摘 1　");
  expect(tenken([path, "--lang", "en"]).stdout).toContain("left as they are: 1");
});

it("fix fixes none of them, summarize sums up as the pane does", async () => {
  const path = await decided("faulty.xlsx", 1, { 5: "順調 ", 6: "順調 " });
  expect(tenken(["fix", path]).stdout.match(/安全 {2}\S+/g)).toEqual(["安全  D7"]);
  expect(tenken(["fix", path, "--safe", "--out", work.path("fixed")]).status).toBe(0);
  const fixed = await openForEdit(new Uint8Array(readFileSync(work.path("fixed", "faulty.xlsx"))));
  const grid = await fixed.read((await fixed.sheets())[0]?.id ?? "");
  expect([grid.value(5, 3), grid.value(6, 3)]).toEqual(["順調 ", "順調"]);
  expect(tenken(["summarize", path, "--out", work.path("sum.xlsx")]).status).toBe(1);
  const sum = await openForEdit(new Uint8Array(readFileSync(work.path("sum.xlsx"))));
  const list = (await sum.sheets()).find(({ name }) => name === "指摘一覧");
  const found = await sum.read(list?.id ?? "");
  const rows = Array.from({ length: found.rowCount }, (_, row) => found.row(row));
  expect(["D7", "D6"].map((cell) => rows.find((row) => row[1] === cell)?.[0])).toEqual(["注意", "そのまま"]);
});

it("a decision about another content, or one that nobody can read, accepts nothing", async () => {
  const path = await decided("stale.xlsx", 1, { 5: "順調 " });
  const file = await openForEdit(new Uint8Array(readFileSync(path)));
  const id = (await file.sheets())[0]?.id ?? "";
  await file.apply([{ kind: "edit-cells", sheet: id, edits: [{ at: { row: 5, column: 3 }, from: "順調 ", to: "　順調" }] }]);
  expect(tenken([work.put("stale2.xlsx", await file.save())]).status).toBe(1);
  await file.remember("tenken.accepted", "no JSON", id);
  expect(tenken([work.put("broken.xlsx", await file.save())]).status).toBe(1);
});
