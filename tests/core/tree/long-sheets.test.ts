import { describe, expect, it } from "vitest";
import { parseForm } from "../../../src/core/form/parse.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { cleanRows, inspectRows, note } from "../sheet.ts";

const name = (ja: string) => ({ ja, en: ja });
const list = parseForm(
  JSON.stringify({
    id: "list",
    name: name("事業の一覧"),
    levels: [{ id: "project", name: name("事業"), key: "running", code: "{n}" }],
    columns: [
      { id: "number", level: "project", holds: "code", name: name("番号"), header: ["番号"] },
      { id: "name", level: "project", holds: "text", name: name("事業名"), header: ["事業名"] },
      { id: "grade", level: "project", holds: "status", vocabulary: "grade", name: name("評価"), header: ["評価"] },
    ],
    vocabularies: { grade: [{ text: "継続", meaning: "good" }, { text: "廃止", meaning: "bad", mark: "required" }] },
    spellings: [],
  }),
);
const listOf = (count: number, numberOf: (number: number) => CellValue) => [
  ["番号", "事業名", "評価"],
  ...Array.from({ length: count }, (_, index) => [numberOf(index + 1), `事業の${index + 1}番目`, "継続"]),
];

/** An issue with one strategy and one initiative for each number. */
const issues = (count: number, from = 1) => [
  ...cleanRows.slice(0, 3),
  ...Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const [, , , ...others] = cleanRows[3] ?? [];
    return [`${number} 課題`, `${number}-1`, `【公園】 ${number}番目`, ...others.map((text) => (text === "1-1-1" ? `${number}-1-1` : text.startsWith("p.") ? "p.1" : text))];
  }),
];

describe("a sheet that counts as far as its rows", () => {
  it.each([
    ["items 1900-1-1 and on, which read like days", () => inspectRows(issues(2000))],
    ["numbers over 999", () => inspectRows(listOf(1200, (number) => number), {}, list)],
    ["texts over 9,999, which read like the serial numbers of days", () => inspectRows(listOf(10_050, String), {}, list)],
  ])("has nothing wrong in %s", (_, inspection) => {
    expect(inspection().findings.map(note)).toEqual([]);
  });

  it("still takes a day for no code where it cannot count so far", () => {
    const found = inspectRows(issues(8), { G6: "2001-3-1" }).findings.map(note);
    expect(found.filter((text) => text.startsWith("code-date"))).toEqual(["code-date G6 suggested 1-3-1"]);
  });
});
