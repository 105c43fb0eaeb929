import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import type { KnownForm } from "../../../src/core/form/known.ts";
import { inspectBook } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { describeCounts } from "../../../src/core/wording/phrase.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { gridsOf, withCells, type CardSample, type MadeCard } from "../../samples/card-books.ts";

type Cell = string | number;
type Rows = readonly (readonly Cell[])[];
const numbers = [1, 2, 3, 4, 5];
const head = (number: number): Rows => [["令和6年度　事務事業評価シート"], ["事務事業名", `事業その${number}`, "", "担当課", "総務課"], ["事業の目的", `目的その${number}`], ["整理番号", number]];
const one = <Value>(value: Value, of: number, other: Value) => (number: number) => (number === of ? value : other);
const legend = ["※評価　A：高い　B：普通　C：低い"];
const bad = one("C", 4, "B");

/** Cards with the same contents in other layouts, their faults and findings, and the marked cells without the faults. */
const layouts: readonly { readonly name: string; readonly card: (number: number) => Rows; readonly faults: CardSample["faults"]; readonly truth: readonly string[]; readonly marked: string }[] = [
  {
    name: "years in rows",
    card: (number) => [...head(number), ["年度", "目標値", "実績値", "評価"], ["令和5年度", 100, 90, "C"], ["令和6年度", 100, 95, bad(number)], legend],
    faults: { "'2'!D7": "", "'3'!D6": "", "'5'!D7": "X" },
    truth: ["'2'!D7 status-missing", "'5'!D7 status-unknown"],
    marked: "D7",
  },
  {
    name: "years as columns",
    card: (number) => [...head(number), ["区分", "令和5年度", "令和6年度"], ["事業費", 100, 120], ["評価", "C", bad(number)], ["有効性", "A"], legend],
    faults: { "'2'!C7": "", "'3'!B7": "", "'5'!C7": "X", "'1'!B8": "" },
    truth: ["'1'!B8 status-missing", "'2'!C7 status-missing", "'5'!C7 status-unknown"],
    marked: "C7",
  },
  {
    name: "marks under words",
    card: (number) => [...head(number), ["評価項目", "高い", "普通", "低い"], ["必要性", "○"], number === 4 ? ["有効性", "", "", "○"] : ["有効性", "○"], ["課題", `課題その${number}`]],
    faults: { "'2'!B6": "", "'5'!C6": "○" },
    truth: ["'2'!B6 status-missing", "'5'!B6 status-unknown"],
    marked: "D7",
  },
  {
    name: "marks below the words beside the label",
    card: (number) => [...head(number), ["今後の方向性", "拡充", "維持", "縮小"], number === 4 ? ["", "", "", "レ"] : ["", "", "レ"], ["課題", `課題その${number}`]],
    faults: { "'2'!B6": "レ" },
    truth: ["'2'!B6 status-unknown"],
    marked: "D6",
  },
  {
    name: "a mark in a cell of its own before each word",
    card: (number) => [...head(number), ["今後の方向性", ...["拡充", "維持", "縮小"].flatMap((word) => [word === one("縮小", 4, "維持")(number) ? "●" : "○", word])], ["課題", `課題その${number}`]],
    faults: { "'2'!D5": "○", "'5'!B5": "●" },
    truth: ["'2'!B5 status-missing", "'5'!B5 status-unknown"],
    marked: "B5",
  },
  {
    name: "words with their marks below each other",
    card: (number) => [...head(number), ["今後の方向性", "☐拡充"], ["", number === 4 ? "☐維持" : "☑維持"], ["", number === 4 ? "☑縮小" : "☐縮小"], ["課題", `課題その${number}`]],
    faults: { "'2'!B6": "☐維持", "'5'!B7": "☑縮小" },
    truth: ["'2'!B5 status-missing", "'5'!B5 status-unknown"],
    marked: "B5",
  },
  {
    name: "equal labels under headings",
    card: (number) => [...head(number), ["【一次評価】"], ["評価", "C", "", "理由", "遅れた。"], ...(number === 3 ? [["特記事項", "なし"]] : []), ["【二次評価】"], ["評価", bad(number), "", "理由", `意見その${number}`], legend],
    faults: { "'2'!B6": "", "'3'!B9": "X", "'5'!A6": "", "'5'!B6": "" },
    truth: ["'2'!B6 status-missing", "'3'!B9 status-unknown", "'5'!A1 column-missing"],
    marked: "B8",
  },
  {
    name: "equal labels right of headings",
    card: (number) => [...head(number), ["一次評価", "評価", "C"], ["", "理由", "遅れた。"], ["二次評価", "評価", bad(number)], ["", "理由", `意見その${number}`], legend],
    faults: { "'2'!C5": "", "'3'!C7": "X" },
    truth: ["'2'!C5 status-missing", "'3'!C7 status-unknown"],
    marked: "C7",
  },
  {
    name: "equal labels in blocks side by side",
    card: (number) => [...head(number), ["一次評価", "", "", "二次評価"], ["評価", "C", "", "評価", bad(number)], ["理由", "遅れた。", "", "理由", `意見その${number}`], legend],
    faults: { "'2'!B6": "", "'3'!E6": "X" },
    truth: ["'2'!B6 status-missing", "'3'!E6 status-unknown"],
    marked: "E6",
  },
  {
    name: "the name of a subsidy, and its choices in one cell each",
    card: (number) => [["補助金等評価調書"], ["整理番号", number, "担当課", "総務課"], ["補助金名", `補助金その${number}`], ["交付先", `団体その${number}`], ["公益性", "☑高い　□普通　□低い"], ["今後の方向性", one("□拡充　□継続　☑廃止", 4, "□拡充　☑継続　□廃止")(number)], ["所見", `所見その${number}`]],
    faults: { "'2'!B5": "□高い　□普通　□低い", "'3'!B6": "☑拡充　☑継続　□廃止" },
    truth: ["'2'!B5 status-missing", "'3'!B6 status-unknown"],
    marked: "B6",
  },
];

describe.each(layouts)("cards with $name", ({ card, faults, truth, marked }) => {
  const sheets: readonly MadeCard[] = numbers.map((number) => ({ name: String(number), rows: card(number) }));
  const checked = (cells: CardSample["faults"] = {}, forms: readonly KnownForm[] = builtInForms) => inspectBook(gridsOf(withCells(sheets, cells)), forms, new Map());
  const found = (...given: Parameters<typeof checked>) => checked(...given).flatMap(({ findings }) => findings.filter(({ severity }) => severity !== "info").map(({ at, rule }) => `${a1(at)} ${rule}`));

  it("are one evaluation of an item a card, right where they are filled in, and one is marked", () => {
    expect([checked().map(({ counts }) => counts), found()]).toEqual([[[5]], []]);
    expect(checked()[0]?.marks.map(({ at, reasons }) => [at.sheet?.name, ...reasons.map((reason) => a1({ row: reason.at.row, column: reason.at.column }))])).toEqual([["4", marked]]);
  });

  it("tell their faults at their cells, and the same by the form that was kept of them", () => {
    expect(found(faults)).toEqual(truth);
    const form = checked()[0]?.form.form;
    expect(form && found(faults, [...builtInForms, { form, from: "document" }])).toEqual(truth);
  });
});

it("names a label with its heading, where the card has another one of the name", () => {
  const rows = layouts.find(({ name }) => name === "equal labels right of headings");
  const sheets = numbers.map((number) => ({ name: String(number), rows: rows?.card(number) ?? [] }));
  const said = inspectBook(gridsOf(withCells(sheets, { "'2'!C5": "" })), builtInForms, new Map()).flatMap(({ findings, form: { form } }) => findings.map((finding) => describeFinding(finding, form, "ja").what));
  expect(said).toEqual(["「一次評価の評価」が空欄です。"]);
});

it("sheets that each hold a list below a header of two storeys are no cards", () => {
  const list = (letter: string): Rows => [
    ["整理番号", "事務事業名", "開始年度", "事業費", "", "評価", "", "", "今後の方向"],
    ["", "", "", "決算額", "予算額", "必要性", "有効性", "効率性", ""],
    ...numbers.map((number) => [`${letter}-${number}`, `${letter}の催し${number}`, `H2${number}`, 1200 + 310 * number, 1250 + 310 * number, one(3, 4, 5)(number), 4, one(2, 4, 3)(number), number % 2 ? "拡充" : "現行どおり"]),
  ];
  const inspections = inspectBook(gridsOf([{ name: "総務課", rows: list("総") }, { name: "税務課", rows: list("税") }]), builtInForms, new Map());
  expect(inspections.map(({ counts, form: { form }, findings, cards }) => [describeCounts(counts, form, "ja"), findings.map(({ rule, at }) => `${a1(at)} ${rule}`), cards])).toEqual([["事務事業 5", [], undefined], ["事務事業 5", [], undefined]]);
});

it("sheets with the name of a subsidy above a numbered list are no cards", () => {
  const list = (letter: string): Rows => [["補助金名", `${letter}の補助金`, "担当課", "総務課"], ["年度", "令和6年度", "電話", "1234"], ["番号", "取組内容", "達成状況", "評価"], ...numbers.map((number) => [number, `${letter}の催し${number}`, number === 3 ? "未達成" : "達成", one("C", 3, "A")(number)])];
  const inspections = inspectBook(gridsOf(["甲", "乙", "丙"].map((letter) => ({ name: letter, rows: list(letter) }))), builtInForms, new Map());
  expect(inspections.map(({ counts, cards, marks }) => [counts, cards, marks.length])).toEqual(Array.from({ length: 3 }, () => [[5], undefined, 1]));
});
