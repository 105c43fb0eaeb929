import { describe, expect, it } from "vitest";
import { builtInForms, osakaWard } from "../../../src/core/form/built-in.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { inspectBookFully, inspectFully } from "../../../src/core/inspect.ts";
import { letterToOffice, lettersOf } from "../../../src/core/reply/reply.ts";
import type { Language } from "../../../src/core/wording/language.ts";
import { cardSamples, gridsOf, withCells } from "../../samples/card-books.ts";
import { cleanRows, gridOf, type Cells } from "../sheet.ts";
import { seed } from "../summary/plan.ts";

type Rows = readonly (readonly CellValue[])[];

const reply = (put: Cells, rows: Rows = cleanRows, language: Language = "ja", source = "旭区.xlsx") => {
  const grid = gridOf(rows, put);
  const inspection = inspectFully(grid, osakaWard);
  if (!inspection) throw new Error("no table found");
  return lettersOf({ inspection, findings: inspection.findings, form: osakaWard, language, day: { year: 2026, month: 11, day: 24 }, source });
};

/** The clean sheet with a column beside it: a header, then a cell for each of the eight rows. */
const withColumn = (header: string, sections: readonly string[], place = 12): Rows =>
  cleanRows.map((row, index) => [...row, ...new Array<string>(place - row.length).fill(""), index === 0 ? header : (sections[index - 3] ?? "")]);

/** The sections and their numbers of findings: "総務課 2". */
const shares = (put: Cells, rows: Rows) => reply(put, rows).map(({ section, findings }) => `${section ?? "-"} ${findings.length}`);

describe("a text for the sender", () => {
  it("says what is wrong, where, and what is proposed", () => {
    const [letter] = reply({ D4: "順調 ", I5: "", B6: { date: 46_024 } });
    expect(letter?.text.split("\n")).toEqual([
      "令和8年（2026年）11月24日",
      "",
      "評価シートの確認について（依頼）",
      "",
      "このままでは提出できません：誤り2件",
      "",
      "　提出のあった評価シート（旭区.xlsx　シート「評価シート」）を点検したところ、下記のとおり確認を要するところが3か所ありました。",
      "　お手数をおかけしますが、内容を御確認の上、必要な修正を行い、再度提出してくださるようお願いします。",
      "",
      "記",
      "",
      "1　D4（注意）　1-1 公園",
      "　　現在の記載：「順調␣」",
      "　　指摘の内容：「アウトカム指標の達成状況」の「順調␣」は、様式では「順調」と書きます。",
      "　　修正案：「順調」",
      "",
      "2　I5（誤り）　1-1-2 花壇の手入れ",
      "　　現在の記載：（空欄）",
      expect.stringMatching(/^　　指摘の内容：.*空欄です。$/),
      expect.stringMatching(/^　　直し方：./),
      "",
      "3　B6（誤り）　1-2 街路樹",
      expect.stringMatching(/^　　現在の記載：2026\/1\/2$/),
      expect.stringMatching(/^　　指摘の内容：./),
      expect.stringMatching(/^　　修正案.*「1-2」$/),
      "",
      "（注）「␣」は半角の空白、「□」は全角の空白、「↵」は改行、「[U+…]」などは見えない文字を示します。",
      "",
      "以上",
    ]);
  });

  it("names files and items as they are written: only contents have signs for what is not seen", () => {
    const [letter] = reply({ H4: "花壇　5か所", I4: "" }, cleanRows, "ja", "05　旭区.xlsx");
    expect([letter?.subject, letter?.text]).toEqual([expect.stringContaining("【05　旭区.xlsx】"), expect.stringMatching(/（05　旭区\.xlsx　シート[^]*1-1-1 花壇　5か所\n/)]);
    expect(letter?.text).not.toContain("□");
  });

  it("names the number of cards, not the first of them", () => {
    const grids = gridsOf(withCells(cardSamples[0]?.sheets ?? [], { "'No3'!B10": "Ｂ" }));
    const [inspection] = inspectBookFully(grids, builtInForms, new Map());
    if (!inspection) throw new Error("no cards found");
    const { text } = letterToOffice({ inspection, findings: inspection.findings, form: inspection.form.form, language: "ja", day: { year: 2026, month: 11, day: 24 }, source: "" });
    expect(text).toContain(`提出のあった評価シート（個票${inspection.cards?.sheets.length}枚）を`);
  });

  it("says it in English", () => {
    const [letter] = reply({ D4: "順調 " }, withColumn("担当課", ["総務課"]), "en", "");
    expect(letter?.text.split("\n")).toEqual([
      "2026-11-24",
      "Section: 総務課",
      "",
      "Evaluation sheet: please check",
      "",
      "The whole sheet: Ready to hand in (look at 1 warning)",
      "",
      "We checked the evaluation sheet that you sent (sheet “評価シート”) and found 1 place to look at.",
      "Please look at the following, correct the sheet where needed, and send it again. Thank you for your trouble.",
      "",
      "1. D4 (warning), 1-1 公園",
      "   Now: “順調␣”",
      "   Found: “outcome status” holds “順調␣”; the form writes “順調”.",
      "   Proposal: “順調”",
      "",
      "␣ is a space, □ a full-width space, ↵ a line break; [U+…] and the like stand for characters that nobody sees.",
    ]);
  });

  it("has none for a sheet without findings", () => {
    expect(reply({})).toEqual([]);
  });

  it("names every cell that a text moves between", () => {
    const [letter] = reply({ A7: "", A8: "2 学びのまち" });
    expect(letter?.text).toContain("　　修正案：A8の「2 学びのまち」を（空欄）に、A7の（空欄）を「2 学びのまち」に");
  });

  it("gives one cell one instruction: a text that moves, and is trimmed", () => {
    const [letter] = reply({ A7: "", A10: "2 学びのまち　" });
    const lines = letter?.text.split("\n") ?? [];
    expect([letter?.findings.length, lines.filter((line) => line.includes("ところが1か所")).length, lines.filter((line) => line.startsWith("　　指摘の内容")).length]).toEqual([2, 1, 1]);
    expect(lines.filter((line) => /^\d+　/.test(line))).toEqual(["1　A10（注意）　2 学びのまち"]);
    expect(lines.filter((line) => line.startsWith("　　修正案"))).toEqual(["　　修正案：A10の「2 学びのまち□」を（空欄）に、A7の（空欄）を「2 学びのまち」に"]);
  });

  it("gives one cell one entry where only one of its findings has a proposal", () => {
    const [letter] = reply({ C6: "街路樹を植える。 " });
    const lines = letter?.text.split("\n") ?? [];
    expect(lines.filter((line) => /^\d+　/.test(line))).toEqual([expect.stringMatching(/^1　C6（確認）/)]);
    expect(lines.filter((line) => /^　　(修正案|直し方)/.test(line))).toEqual(["　　修正案：「街路樹を植える。」（加えて、本文の初めに【見出し】を付けてください。）"]);
  });

  it("names the cells of a block that is filled down once", () => {
    const filled = cleanRows.map((row, index) => (index === 7 || index === 8 ? [...(cleanRows[6] ?? []).slice(0, 6), ...row.slice(6)] : row));
    const [letter] = reply({ D7: "順調 ", D8: "順調 ", D9: "順調 " }, filled);
    expect(letter?.text).toContain("\n1　D7:D9（3セル）（注意）　2-1 図書館\n");
    expect(letter?.text).toContain("\n　　修正案：「順調」\n");
  });

  it.skipIf(!seed)("tells of one thing more where one cell of the real evaluation was spoiled", () => {
    const rows = seed ?? [];
    const first = rows.findIndex((row) => row.includes("1-1"));
    const spoiled = rows.map((row, index) => (index === first ? row.map((cell) => (cell === "順調" ? "順調\u200b" : cell)) : row));
    const [before, after] = [reply({}, rows), reply({}, spoiled)].map(([letter]) => letter);
    expect((after?.findings.length ?? 0) - (before?.findings.length ?? 0)).toBe(1);
    const isNew = (line: string) => !before?.text.includes(line.replace(/^\d+/, ""));
    expect(after?.text.split("\n").filter(isNew)).toEqual([
      expect.stringMatching(/^　提出のあった評価シート/),
      expect.stringMatching(/^\d+　[A-Z]\d+（注意）　1-1 ./),
      "　　現在の記載：「順調[U+200B]」",
      "　　指摘の内容：「アウトカム指標の達成状況」の「順調[U+200B]」は、様式では「順調」と書きます。",
      "　　修正案：「順調」",
    ]);
  });

  it("keeps cell texts on one line, and short", () => {
    const nasty = `十\n以上\r\n\u202e${"長".repeat(5000)}`;
    const [letter] = reply({ L5: nasty, H5: `花壇\n${"の".repeat(5000)}` });
    const lines = letter?.text.split("\n") ?? [];
    expect(lines.filter((line) => line === "以上")).toHaveLength(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(250);
    expect(lines.filter((line) => line.includes("十↵以上↵[U+202E]長")).length).toBeGreaterThan(0);
  });

  it("lists 200 findings and counts the rest", () => {
    const many = [...cleanRows, ...Array.from({ length: 250 }, (_, index) => ["", "", "", "", "", "", `2-2-${index + 3}`, `講座${index}`, "未定", "予定どおり実施", "有効であり、継続して推進", "p.11"])];
    const [letter] = reply({}, many);
    expect([letter?.findings.length, letter?.text.includes("\n200　"), letter?.text.includes("\n201　"), letter?.text.includes("このほか50件あります。")]).toEqual([250, true, false, true]);
  });
});

describe("by section", () => {
  const faults = { I4: "", I5: "", I6: "", I7: "", I9: "", I11: "" };
  const perRow = ["総務課", "総務課", "市民課", "市民課", "", "教育課", "", "教育課"];

  it.each(["担当課", "担当", "担 当\n課", "担当課・係", "主担当課", "（所管）", "所管部署", "課名", "部署名", "Section", "Section in charge"])("%s is a header of sections", (header) => {
    expect(shares(faults, withColumn(header, perRow))).toEqual(["総務課 2", "市民課 2", "教育課 2"]);
  });

  it.each(["担当者", "備考", "課題", "担当課の意見"])("%s is none", (header) => {
    expect(shares(faults, withColumn(header, perRow))).toEqual(["- 6"]);
  });

  it.each([
    ["named for every strategy", ["総務課", "", "市民課", "教育課", "", "", "会計課", ""], ["総務課 2", "市民課 1", "教育課 2", "会計課 1"]],
    ["named for every issue", ["総務課", "", "", "教育課", "", "", "", ""], ["総務課 3", "教育課 3"]],
    ["named for the first issue alone", ["総務課", "", "", "", "", "", "", ""], ["総務課 3", "- 3"]],
    ["forgotten for one strategy", ["総務課", "", "", "教育課", "", "", "会計課", ""], ["総務課 2", "教育課 2", "会計課 1", "- 1"]],
    ["in several spellings", ["総務課", "総務 課", "総務課\u200b", "総務課\n", "", "", "総務　課", ""], ["総務課 6"]],
    ["of nobody", [], ["- 6"]],
  ])("%s", (_, sections, expected) => {
    expect(shares(faults, withColumn("担当課", sections))).toEqual(expected);
  });

  it("stands left of the table too", () => {
    const left = withColumn("担当課", perRow).map((row) => [row[12] ?? "", ...row.slice(0, 12)]);
    expect(shares({ J4: "", J6: "" }, left)).toEqual(["総務課 1", "市民課 1"]);
  });

  it("says whose text it is, or that nobody is named", () => {
    const letters = reply(faults, withColumn("担当課", ["総務課", "", "", "", "", "", "会計課", ""]));
    expect(letters.map(({ text }) => text.split("\n")[1])).toEqual(["担当：総務課", "担当：会計課", "担当の記載なし"]);
    expect(reply(faults)[0]?.text.split("\n")[1]).toBe("");
  });

  it("tells of every finding once", () => {
    const letters = reply(faults, withColumn("担当課", perRow));
    expect(letters.flatMap(({ text }) => text.match(/I\d+(?=（誤り）)/g) ?? []).sort()).toEqual(["I11", "I4", "I5", "I6", "I7", "I9"]);
  });

  describe("where the form has a column of sections", () => {
    const head = ["番号", "事業名", "担当課", "評価"];
    const offices = ["企画課", "福祉課", "土木課", "福祉課"];
    const item = (number: number) => [number, `事業その${number}`, offices[number % 4], ["A", "B", "C"][number % 3]];
    const items = (first: number) => [1, 2, 3, 4, 5].map((step) => item(first + step - 1));
    const inferred = (rows: Rows, put: Cells) => {
      const inspection = inspectFully(gridOf(rows, put), builtInForms, new Map());
      if (!inspection) throw new Error("no table found");
      const texts = lettersOf({ inspection, findings: inspection.findings, form: inspection.form.form, language: "ja", day: { year: 2026, month: 11, day: 24 }, source: "旭区.xlsx" });
      return texts.map(({ section, text }) => `${section ?? "-"} ${[...new Set(text.match(/[A-Z]\d+(?=（誤り）)/g) ?? [])].sort().join(" ")}`).sort();
    };

    it("goes by it", () => {
      expect(inferred([["令和6年度"], head, ...items(1), ...items(6)], { D3: "", D4: "", D6: "" })).toEqual(["企画課 D6", "福祉課 D3", "土木課 D4"].sort());
      const titled = [["施策1　福祉"], head, ...items(1), [], ["施策2　環境"], ["番号", "担当課", "事業名", "評価"], ...items(6).map(([number, name, office, grade]) => [number, office, name, grade])];
      expect(inferred(titled, { D3: "", D4: "", D11: "" })).toEqual(["土木課 D11 D4", "福祉課 D3"].sort());
    });

    it("goes by that of each table side by side", () => {
      const beside = [["令和6年度"], head, ...items(1)].map((row, index) => [...Array.from({ length: 5 }, (_, column) => row[column]), ...(index === 1 ? head : (items(6)[index - 2] ?? []))]);
      expect(inferred(beside, { I3: "", D4: "", I5: "" })).toEqual(["企画課 I5", "土木課 D4 I3"].sort());
      const stairs = [["令和6年度"], ...[head, ...items(1), []].map((row, index) => [...Array.from({ length: 5 }, (_, column) => row[column]), ...(index === 1 ? head : (items(6)[index - 2] ?? []))])];
      expect(inferred(stairs, { D3: "", I4: "", H6: "", I6: "" })).toEqual(["土木課 I4", "福祉課 D3", "- I6"].sort());
    });
  });
});
