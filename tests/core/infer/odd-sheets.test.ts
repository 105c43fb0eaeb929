import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { withAnswer } from "../../../src/core/infer/answers.ts";
import { inspect, inspectFully } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { cleanRows, gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  return inspection && { counts: inspection.counts, found: inspection.findings.filter(({ severity }) => severity !== "info").map(note) };
}

/** Three issues with three strategies of two measures each. */
function nested(strategy: (issue: number, own: number) => CellValue, measure: (issue: number, own: number, part: number) => CellValue): Rows {
  const rows: (readonly CellValue[])[] = [["令和6年度　施策評価一覧"], ["課題番号", "課題", "戦略番号", "戦略", "取組番号", "取組名", "評価"]];
  for (let index = 0; index < 18; index++) {
    const [issue, own, part] = [Math.floor(index / 6) + 1, (Math.floor(index / 2) % 3) + 1, (index % 2) + 1];
    rows.push([...(index % 6 === 0 ? [issue, `課題その${issue}`] : ["", ""]), ...(part === 1 ? [strategy(issue, own), `戦略${issue}の${own}`] : ["", ""]), measure(issue, own, part), `取組${index + 1}の推進`, ["A", "B", "A", "C"][index % 4]]);
  }
  return rows;
}

const strategyCode = (issue: number, own: number) => `${issue}-${own}`;
const measureCode = (issue: number, own: number, part: number) => `${issue}-${own}-${part}`;
/** The serial number of a day in 2001 to 2003. */
const serial = (year: number, month: number, day: number) => Math.round((Date.UTC(2000 + year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);

describe("a level whose codes all became dates", () => {
  it.each([
    ["texts of a day", nested((issue, own) => `${issue}月${own}日`, measureCode), 9],
    ["texts of a day with its year", nested(strategyCode, (issue, own, part) => `200${issue}/${own}/${part}`), 18],
    ["numbers that are left of dates", nested(strategyCode, serial), 18],
  ])("is told cell by cell: %s", (_, rows, dates) => {
    const read = check(rows);
    expect(read?.counts).toEqual([3, 9, 18]);
    expect(read?.found.map((one) => one.split(" ")[0])).toEqual(new Array(dates).fill("code-date"));
  });

  it("is none where the numbers are codes of five digits", () => {
    expect(check(nested(strategyCode, (issue, own, part) => 30_000 + 1000 * issue + 100 * own + part))).toEqual({ counts: [3, 9, 18], found: [] });
  });
});

describe("plain numbers that are filled down", () => {
  const rows: Rows = [
    ["基本構想", "基本政策", "政策", "事業", "事業名", "達成度"],
    ...Array.from({ length: 16 }, (_, index) => {
      const code = [Math.floor(index / 8) + 1, (Math.floor(index / 4) % 2) + 1, (Math.floor(index / 2) % 2) + 1, (index % 2) + 1];
      return [code[0], code.slice(0, 2).join("-"), code.slice(0, 3).join("-"), code.join("-"), `事業その${index + 1}`, ["達成", "一部達成", "達成", "未達成"][index % 4]];
    }),
  ];

  it("are the outermost level", () => {
    expect(check(rows)).toEqual({ counts: [2, 4, 8, 16], found: [] });
  });

  it("are held against the codes below them", () => {
    expect(check(rows, { A5: 2 })).toEqual({ counts: [2, 4, 8, 16], found: ["code-parent A5"] });
  });
});

describe("levels one below the other in one column", () => {
  const item = (chapter: number, group: number, part: number, index: number): readonly CellValue[] => [`(${part})`, `取組${"甲乙丙丁".charAt(index % 4)}の${"東西南北".charAt((chapter + group) % 4)}での推進`, ["Ⅳ", "Ⅲ", "Ⅴ"][index % 3], ["Ⅳ", "Ⅲ", "Ⅲ", "Ⅱ"][index % 4]];
  const rows: Rows = [
    ["令和5年度　項目別評定総括表"],
    ["項目", "", "自己評価", "委員会評価"],
    ...[2, 3].flatMap((chapter) => [[`第${chapter}`, "安全に関する目標"], ...[1, 2].flatMap((group) => [[String(group), "推進の体制"], ...[1, 2, 3].map((part) => item(chapter, group, part, chapter + group + part))])]),
  ];

  it("are told apart by how their codes are written", () => {
    expect(check(rows)).toEqual({ counts: [2, 4, 12], found: [] });
  });

  it("have their faults, and nothing else", () => {
    expect(check(rows, { D6: "" })?.found).toEqual(["status-missing D6"]);
    expect(check(rows, { A7: "(2)" })?.found).toEqual(["code-duplicate A7"]);
    expect(check(rows, { B4: "" })?.found).toEqual(["text-missing B4"]);
  });

  it("are asked about as one form, and the answer is found again", () => {
    const answer = (answers: Readonly<Record<string, string>>) => inspect(gridOf(rows), builtInForms, new Map(Object.entries(answers)));
    const form = answer({})?.form.form;
    expect(answer({})?.questions.map(({ id }) => id)).toEqual(["bad:C"]);
    expect(form && answer(withAnswer({}, form, "bad:C", "Ⅱ"))?.questions).toEqual([]);
  });

  it("have one text format for their codes, not one a level", () => {
    expect(inspectFully(gridOf(rows), builtInForms, new Map())?.overview.inputRules.texts).toHaveLength(1);
  });
});

describe("one fault", () => {
  const rows: Rows = [
    ["番号", "事業名", "指標", "実績", "評価"],
    ...Array.from({ length: 15 }, (_, index) => [...(index % 3 === 0 ? [index / 3 + 1, `事業その${index / 3 + 1}`] : ["", ""]), `${"①②③".charAt(index % 3)}件数`, 100 + index, ["A", "B", "A", "C"][index % 4]]),
  ];

  it("is one finding: a number that stands again over another name", () => {
    expect(check(rows)).toEqual({ counts: [5, 15], found: [] });
    expect(check(rows, { A8: 2 })).toEqual({ counts: [5, 15], found: ["code-duplicate A8"] });
  });
});

describe("a form that nobody filled in", () => {
  const header = ["No.", "部", "課", "事業名", "一次評価", "二次評価", "備考"];

  it("is said to be not filled in, once a column", () => {
    const rows = [header, ...Array.from({ length: 10 }, (_, index) => [index + 1, "総務部", "総務課", `事業その${index + 1}`, "", "", ""])];
    expect(check(rows)).toEqual({ counts: [10], found: ["status-missing E2", "status-missing F2"] });
  });

  it("has its numbers alone", () => {
    expect(check([["令和7年度　事務事業評価シート"], header, ...Array.from({ length: 10 }, (_, index) => [index + 1])])).toEqual({ counts: [10], found: ["status-missing E3", "status-missing F3"] });
  });

  it("has the scale of its legend", () => {
    const rows = [["凡例　A：順調　B：やや遅れ　C：遅れ"], ["施策番号", "施策名", "取組番号", "取組名", "評価"], ...Array.from({ length: 9 }, (_, index) => [Math.floor(index / 3) + 1, `施策その${Math.floor(index / 3) + 1}`, `${Math.floor(index / 3) + 1}-${(index % 3) + 1}`, `取組その${index + 1}`, ""])];
    expect(check(rows)).toEqual({ counts: [3, 9], found: ["status-missing E3"] });
    expect(check(rows, { E3: "A", E4: "D" })?.found).toContain("status-unknown E4");
  });
});

describe("results that are no evaluation of an office", () => {
  const rows = (header: readonly string[], results: readonly string[] = ["可", "可", "否"]): Rows => [header, ...Array.from({ length: 12 }, (_, index) => [index + 1, `玄関${index + 1}`, results[index % 3], ""])];

  it("are those of a list of what is inspected", () => {
    expect(check(rows(["番号", "点検箇所", "結果", "備考"], ["良", "良", "否"]))).toBeNull();
    expect(check(rows(["番号", "設備名", "結果", "備考"]))).toBeNull();
  });

  it("are grades under a header that says so", () => {
    expect(check(rows(["番号", "施策名", "評価", "備考"]))).toEqual({ counts: [12], found: [] });
    expect(check(rows(["番号", "施策名", "評価", "備考"]), { C5: "" })).toEqual({ counts: [12], found: ["status-missing C5"] });
  });
});

describe("a list of indicators with targets and results", () => {
  it("is read by itself, and not by a known form that has nothing for its indicators", () => {
    const header = ["政策", "施策", "指標", "単位", "基準値", "R6目標", "R6実績", "達成状況"];
    const rows = Array.from({ length: 18 }, (_, index) => {
      const [policy, measure] = [Math.floor(index / 6) + 1, (Math.floor(index / 2) % 3) + 1];
      const grade = ["達成", "未達成", "達成", "概ね達成"][index % 4];
      return [index % 6 === 0 ? `${policy} 政策${policy}` : "", index % 2 === 0 ? `${policy}-${measure} 施策の推進${measure}` : "", `事業その${index + 1}の件数`, ["件", "人", "％"][index % 3], 50 + 7 * (index % 5), 60 + 7 * (index % 5), 61 + 5 * (index % 4), grade];
    });
    expect(check([header, ...rows])).toEqual({ counts: [3, 9, 18], found: [] });
  });
});

describe("a sheet under the headers of a known form, graded in words of its own", () => {
  it("is read by itself", () => {
    const header = ["№", "交付金事業", "KPI", "目標値", "実績値", "事業効果", "今後の方針", "外部有識者からの評価"];
    const graded = (own: number) => [["地方創生に効果があった", "地方創生に相当程度効果があった"][own % 2], ["事業の継続", "事業の発展", "事業の継続", "事業の発展"][own % 4], ["有効であった", "有効であった", "有効とは言えない"][own % 3]];
    const rows = Array.from({ length: 16 }, (_, index) => {
      const isFirst = index % 2 === 0;
      return [isFirst ? index / 2 + 1 : "", isFirst ? `催しその${index}` : "", `参加者${index}`, 50, 40 + index, ...(isFirst ? graded(index / 2) : [])];
    });
    expect(check([header, ...rows])).toEqual({ counts: [8, 16], found: [] });
    expect(check([header, ...rows], { G6: "" })?.found).toEqual(["status-missing G6"]);
  });

  it("is read by itself, too, where the form knows the word that stands on most rows", () => {
    const rows = ["1-1-1", "1-1-2", "1-2-1", "2-1-1", "2-1-2", "2-2-1"].map((code, index) => [code.endsWith("1-1") ? `${code.charAt(0)} まちの名` : "", code.endsWith("-1") ? `${code.slice(0, 3)} 組の名${index}` : "", `${code} 催しの名${index}`, index % 3 === 1 ? "未達成" : "達成"]);
    expect(check([["経営課題", "戦略", "取組", "達成状況"], ...rows])).toMatchObject({ found: [] });
    expect(check([["経営課題", "戦略", "取組", "達成状況"], ...rows], { D3: "達成", D6: "進捗が遅れている", D4: "みたっせい" })?.found).toEqual(["status-unknown D4"]);
    expect(check([["経営課題", "戦略", "取組", "達成状況"], ...rows], { D5: "済" })).toMatchObject({ found: [] });
  });

  it("is read by the form where only one of many columns is so: its words are wrong", () => {
    const rows = cleanRows.map((cells, row) => cells.map((value, column) => (row > 2 && column === 8 ? "できた" : value)));
    expect(check(rows)?.found).toEqual([4, 5, 6, 7, 8, 9, 10, 11].map((row) => `status-unknown I${row}`));
  });
});

describe("codes of one list", () => {
  const listOf = (code: (index: number) => string) => [["事業コード", "事業名", "担当課", "評価"], ...Array.from({ length: 25 }, (_, index) => [code(index), `事業その${index + 1}`, ["福祉課", "道路課", "税務課"][index % 3], ["A", "B", "A", "C", "B"][index % 5]])];
  const padded = (index: number) => `1-${String(index + 1).padStart(2, "0")}`;

  it("are written with leading zeros also where most of them have two digits anyway", () => {
    expect(check(listOf(padded))).toEqual({ counts: [25], found: [] });
    expect(check(listOf(padded), { A4: "1-3" })?.found).toEqual(["code-spelling A4 suggested 1-03"]);
  });

  it("are given where they begin in the middle and leap", () => {
    expect(check(listOf((index) => `212-201-${30 + 2 * index}`))).toEqual({ counts: [25], found: [] });
  });
});

describe("a word of another column", () => {
  const done = ["達成", "一部達成", "達成", "未達成"];
  const next = ["継続", "拡充", "継続", "縮小"];
  const rows: Rows = [["番号", "取組名", "達成度", "今後の方向性"], ...Array.from({ length: 16 }, (_, index) => [index + 1, `取組その${index + 1}`, done[index % 4], next[index % 4]])];
  const asked = (put: Cells) => {
    const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
    return [inspection?.findings.map(note), inspection?.questions.map(({ id }) => id)];
  };

  it("is told where it stands once, and not asked about; a word of none is asked about", () => {
    expect(asked({ D7: "未達成" })).toEqual([["status-column D7"], []]);
    expect(asked({ D7: "検討中" })).toEqual([["status-unknown D7"], ["term:D:検討中"]]);
  });
});
