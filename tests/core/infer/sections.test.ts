import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { describeCounts } from "../../../src/core/wording/phrase.ts";
import { gridOf, note } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows) {
  const inspection = inspect(gridOf(rows), builtInForms, new Map());
  if (!inspection) throw new Error("no table");
  const { counts, findings, form } = inspection;
  return { items: describeCounts(counts, form.form, "ja"), found: findings.filter(({ severity }) => severity !== "info").map(note) };
}

const nameOf = (section: number, word: string) => `${["", "総務", "市民", "建設"][section]}${word}`;
const grades = ["達成", "未達成", "達成", "達成"];
const heads = ["番号", "施策", "事業番号", "事業名", "達成状況"];
/** Two policies with two projects each, which every section numbers from 1. */
const numbered = (section: number): Rows => ["1-1", "1-2", "2-1", "2-2"].map((code, index) => [...(index % 2 === 0 ? [code.charAt(0), `施策の名${section}${index}`] : ["", ""]), code, `催しの名${section}${index}`, grades[(index + section) % 4]]);
const beside = (name: string, header: string): Rows => [[header, ...heads], ...[1, 2, 3].flatMap((section) => numbered(section).map((row, index) => [index === 0 ? nameOf(section, name) : "", ...row]))];
const without = (rows: Rows, row: number, column: number, value: CellValue) => rows.map((cells, at) => (at === row ? cells.map((one, place) => (place === column ? value : one)) : cells));

describe("nested codes that begin again in each section", () => {
  it.each([
    ["of those in charge", beside("部", "部"), "部 3・施策 6・事業 12"],
    ["of a plan", beside("まち", "政策"), "政策 3・施策 6・事業 12"],
    ["named by bands", [heads, ...[1, 2, 3].flatMap((section) => [[`【${nameOf(section, "課")}】`], ...numbered(section)])], "表題 3・施策 6・事業 12"],
    ["with heads of their own", [1, 2, 3].flatMap((section) => [[], [nameOf(section, "課")], heads, ...numbered(section)]), "施策 6・事業 12"],
  ])("are no duplicates: %s", (_, rows, items) => {
    expect(check(rows)).toEqual({ items, found: [] });
  });

  it("are still counted and compared within each", () => {
    const rows = beside("部", "部");
    expect(check(without(rows, 6, 3, "1-1")).found).toEqual(["code-duplicate D7"]);
    const last = rows.flatMap((row, at) => (at === 7 ? [row, ["", "", "", "2-2", "催しの名", "達成"], ["", "", "", "2-3", "催しの名二", "達成"]] : at === 8 ? [] : [row]));
    expect(check(without(last, 7, 1, "3")).found).toEqual(["code-sequence B8"]);
    expect(check(without(rows, 8, 3, "2-3")).found).toEqual(["code-sequence D9"]);
    expect(check(without(rows, 5, 3, "")).found).toEqual(["code-format D6"]);
  });

  it.each([["", ["code-format D6"]], ["未定", ["code-format D6"]], ["2-2", ["code-parent D6"]]])("begin again also where one of the first ones is %j", (value, found) => {
    expect(check(without(beside("部", "部"), 5, 3, value)).found).toEqual(found);
    const two = beside("部", "部").slice(0, 9);
    if (value !== "2-2") expect(check(without(two, 5, 3, value))).toEqual({ items: "部 2・施策 4・事業 8", found });
  });

  it("begin again where a section has only one item on the outer level, whose code and name share a cell", () => {
    const rows = [["部", "課題", "取組", "評価"], ...[1, 2].flatMap((section) => [1, 2, 3].map((item) => [item === 1 ? nameOf(section, "部") : "", item === 1 ? `1 課題の名${section}` : "", `1-${item} 催しの名${section}${item}`, "ABA".charAt(item - 1)]))];
    expect(check(rows)).toEqual({ items: "部 2・課題 2・取組 6", found: [] });
  });

  it("do not begin again where a page repeats the first one", () => {
    const rows = [1, 4].flatMap((first) => [["施策", "事業", "評価"], ...[0, 1, 2].map((step) => [step === 0 ? "1 施策の名" : "", `1-${first + step} 催しの名${first + step}`, "ABA".charAt(step)])]);
    expect(check([...rows, ["2 次の施策の名", "2-1 次の催し", "B"]])).toEqual({ items: "施策 2・事業 7", found: [] });
  });

  it("named by bands begin again also where a row lacks a cell", () => {
    const rows = [heads, ...[1, 2, 3].flatMap((section) => [[`【${nameOf(section, "課")}】`], ...numbered(section)])];
    expect(check(without(rows, 5, 2, ""))).toEqual({ items: "表題 3・施策 6・事業 12", found: ["code-format C6"] });
  });

  it("do not begin again in the second of two sections by one code alone", () => {
    const rows: Rows = [["部", "施策", "事業", "評価"], ...["1-1", "1-2", "1-3", "1-1", "2-2", "2-3"].map((code, index) => [index % 3 === 0 ? nameOf(index / 3 + 1, "部") : "", index % 3 === 0 ? `${index / 3 + 1} 施策の名` : "", `${code} 催しの名${index}`, "ABAABA".charAt(index)])];
    expect(check(rows)).toEqual({ items: "部 2・施策 2・事業 6", found: ["code-parent C5"] });
  });

  it("begin again in the second of two sections also where most of its codes are new", () => {
    const codes = ["1-1", "1-2", "2-1", "1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "2-4"];
    const rows: Rows = [["部", "番号", "取組名", "評価"], ...codes.map((code, index) => [index === 0 || index === 3 ? nameOf(index === 0 ? 1 : 2, "部") : "", code, `催しの名${index}`, "ABAABAABAA".charAt(index)])];
    expect(check(rows).found).toEqual([]);
  });

  it("are duplicates where they run on", () => {
    const rows: Rows = [["部", "番号", "取組名", "評価"], ...["1-1", "1-2", "2-1", "2-2", "3-1", "1-2"].map((code, index) => [index % 2 === 0 ? nameOf(index / 2 + 1, "部") : "", code, `催しの名${index}`, "ABAABA".charAt(index)])];
    expect(check(rows).found).toEqual(["code-duplicate B7"]);
  });
});
