import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { describeCounts } from "../../../src/core/wording/phrase.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Row = readonly (string | number)[];
type Rows = readonly Row[];

function check(rows: Rows, put: Cells = {}, forms: Parameters<typeof inspect>[1] = builtInForms) {
  const inspection = inspect(gridOf(rows, put), forms, new Map());
  if (!inspection) throw new Error("no table");
  const { counts, findings, questions, marks, form } = inspection;
  return {
    items: describeCounts(counts, form.form, "ja"),
    questions: questions.map(({ id }) => id),
    found: findings.filter(({ severity }) => severity !== "info").map(note),
    marks: marks.map(({ code, level }) => `${code} ${level}`),
    form: form.form,
  };
}

const cycle = (words: readonly string[], index: number) => words[index % words.length] ?? "";
const grade = (index: number) => cycle(["順調", "概ね順調", "順調", "やや遅れている", "順調", "遅れている"], index);

/** Three measures with four projects each, on rows of their own from row 2; the measures stand on rows 2, 7 and 12. */
const plan = (header: Row, measure: (own: number) => Row, project: (own: number, part: number, index: number) => Row): Rows => [header, ...[1, 2, 3].flatMap((own) => [measure(own), ...[1, 2, 3, 4].map((part) => project(own, part, 4 * own + part))])];
const counted = ["番号", "施策・事業名", "担当課", "進捗"];
const project = (own: number, part: number, index: number): Row => [`${own}-${part}`, `催しの名${index}`, cycle(["福祉課", "土木課"], index), grade(index)];

describe.each<[string, Rows, string]>([
  ["with grades of both", plan(counted, (own) => [own, `まちの名${own}`, "", grade(own)], project), "施策 3・事業 12"],
  ["with grades of the lower one", plan(counted, (own) => [own, `まちの名${own}`], project), "施策 3・事業 12"],
  ["with codes and titles in a cell", plan(["施策・事業", "担当課", "進捗"], (own) => [`${own} まちの名${own}`, "企画課", grade(own)], (own, part, index) => [`${own}-${part} 催しの名${index}`, "福祉課", grade(index)]), "施策 3・事業 12"],
  ["with grades in columns of their own", plan(["番号", "名称", "施策の評価", "事業の評価"], (own) => [own, `まちの名${own}`, cycle(["達成", "一部達成", "達成"], own), ""], (own, part, index) => [`${own}-${part}`, `催しの名${index}`, "", grade(index)]), "大項目 3・中項目 12"],
])("levels whose nested codes share a column, %s", (_, rows, items) => {
  const clean = check(rows);

  it("are counted, and nothing is wrong with them", () => {
    expect(clean).toMatchObject({ items, found: [] });
  });

  it("are read by their form as without it, and next year's sheet too", () => {
    const { form, ...read } = check(rows, {}, [{ form: clean.form, from: "document" }]);
    expect(form.id).toBe(clean.form.id);
    expect(read).toEqual({ items, questions: [], found: [], marks: clean.marks });
    expect(check([...rows, ...rows.slice(6, 11).map(([code, ...rest]) => [typeof code === "number" ? 4 : String(code).replace("2", "4"), ...rest])], {}, [{ form: clean.form, from: "document" }])).toMatchObject({ items: items.replace("3", "4").replace("12", "16"), found: [] });
  });

  it("have their faults, and nothing else", () => {
    const code = (row: number) => rows[row - 1]?.[0];
    expect(check(rows, { A5: String(code(4)) }).found).toEqual(["code-duplicate A5"]);
  });
});

describe("grades of a level above", () => {
  const rows = plan(counted, (own) => [own, `まちの名${own}`, "", grade(own + 1)], project);

  it("mark its items, and are missed where one has none", () => {
    expect(check(rows).marks.filter((mark) => !mark.includes("-"))).toEqual(["2 attention"]);
    expect(check(rows, { D7: "" }).found).toEqual(["status-missing D7"]);
    expect(check(rows, { D12: "順調 " }).found).toEqual(["status-spelling D12 safe 順調"]);
    expect(check(rows, { D9: "" }).found).toEqual(["status-missing D9"]);
  });
});
