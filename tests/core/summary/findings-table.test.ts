import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { findingsTable, tabbed } from "../../../src/core/summary/findings-table.ts";
import { cleanRows, inspectRows } from "../sheet.ts";

const day = { year: 2026, month: 11, day: 24 };

it("is the list of findings as texts, of which no cell becomes a formula or another cell", () => {
  const inspection = inspectRows(cleanRows, { I5: "=1+1", J5: "+あ\tい", D4: "順調 " });
  const office = { file: "asahi.xlsx", inspection };
  const table = findingsTable(office, inspection.findings.filter(({ severity }) => severity === "error"), { form: osakaWard, language: "ja", day });
  expect([table.title, table.notes[0], table.notes.at(-1), table.rows.length, table.widths.length]).toEqual(["評価シートの指摘", "このままでは提出できません：誤り2件", "指摘 2件", 2, 6]);
  const lines = tabbed(table).split("\n").map((line) => line.split("\t"));
  expect(lines.map((cells) => cells.length)).toEqual([6, 6, 6]);
  expect(lines.map((cells) => cells.at(-1))).toEqual(["セルの内容", "'=1+1", expect.stringMatching(/^'\+あ/)]);
});
