import { describe, expect, it } from "vitest";
import { parseForm } from "../../../src/core/form/parse.ts";
import { inspectRows, note } from "../sheet.ts";

const name = (ja: string) => ({ ja, en: ja });
const level = (id: string, key: string, code?: string) => ({ id, name: name(id), key, ...(code === undefined ? {} : { code }) });
const column = (id: string, of: string, holds: string, header: string, more: object = {}) => ({ id, level: of, holds, name: name(header), header: [header], ...more });
const form = (levels: readonly object[], columns: readonly object[]) =>
  parseForm(JSON.stringify({ id: "levels", name: name("様式"), levels, columns, vocabularies: { grade: [{ text: "順調", meaning: "good" }, { text: "遅れ", meaning: "bad", mark: "attention" }] }, spellings: [] }));
const grade = (of: string) => column("grade", of, "status", "評価", { vocabulary: "grade" });

describe("codes that name each other above items without one", () => {
  const plan = form(
    [level("policy", "nested", "{1}"), level("measure", "nested", "{1}-{2}"), level("project", "none")],
    [column("policy", "policy", "label", "政策"), column("measure", "measure", "label", "施策"), column("project", "project", "text", "事業"), grade("project")],
  );
  const rows = [
    ["政策", "施策", "事業", "評価"],
    ["1 緑", "1-1 公園", "花壇の手入れ", "順調"],
    ["", "", "植樹", "順調"],
    ["", "1-2 街路樹", "剪定", "遅れ"],
    ["2 学び", "2-1 図書館", "蔵書", "順調"],
    ["", "", "読書会", "順調"],
  ];

  it("are counted, and marked", () => {
    const { counts, findings, marks } = inspectRows(rows, {}, plan);
    expect([counts, findings, marks.map(({ code, title }) => [code, title])]).toEqual([[2, 3, 5], [], [[null, "剪定"]]]);
  });

  it.each([
    ["a parent that is nowhere", { A5: undefined }, ["parent-missing A5"]],
    ["a code under another parent", { B4: "2-2 街路樹" }, ["code-parent B4"]],
    ["a code used twice", { B4: "1-1 街路樹" }, ["code-duplicate B4"]],
    ["a name that is empty", { C6: undefined }, ["text-missing C6"]],
  ] as const)("%s is found, and nothing else", (_, put, expected) => {
    expect(inspectRows(rows, put, plan).findings.map(note)).toEqual(expected);
  });
});
