import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { cleanRows, gridOf } from "../sheet.ts";

/**
 * How an office fills the wards' form: its codes, its statuses (by the place of the column among the statuses, and whether
 * it is the good term), its pages.
 */
interface Filling {
  readonly issue?: (number: number, title: string) => string;
  readonly strategy?: (numbers: readonly number[]) => string;
  readonly initiative?: (numbers: readonly number[]) => string;
  readonly status?: (column: number, isGood: boolean, row: number) => CellValue;
  readonly page?: (page: number) => CellValue;
  readonly header?: readonly (readonly string[])[];
  /** The marks, empty if nobody can judge yet or the bad terms are not used. */
  readonly marks?: readonly string[];
}

const E = "有効であり、継続して推進";
const words: readonly (readonly [good: string, bad: string])[] = [["順調", "順調でない"], [E, "有効でないため、戦略を見直す"], ["達成", "未達成"], ["予定どおり実施", "予定どおり実施しなかった"], [E, "有効でないため、取組を見直す"]];
const signs: readonly (readonly [good: string, bad: string])[] = [["A", "B"], ["ア", "イ"], ["①", "②"], ["(ⅰ)", "(ⅱ)"], ["ア", "イ"]];
const longer: typeof words = [["順調", "順調でない"], [E, "有効でないため、戦略を見直す"], ["目標達成", "目標未達成"], ["取組は予定どおり実施", "取組は予定どおり実施しなかった"], [E, "有効でないため、取組を見直す"]];
const of = (list: typeof words, column: number, isGood: boolean) => list[column]?.[isGood ? 0 : 1] ?? "";
const wide = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const two = (number: number) => String(number).padStart(2, "0");

const statusPlaces = [3, 4, 8, 9, 10];

/** The clean sheet filled in this way: 2-1-2 missed its target, 2-2 is to be reconsidered. */
function fill({ issue, strategy, initiative, status, page, header }: Filling): CellValue[][] {
  const numbersOf = (cell: string) => cell.split("-").map(Number);
  const data = cleanRows.slice(3).map((row, index) => row.map((cell, place): CellValue => {
    if (cell === "") return undefined;
    if (place === 0) return issue ? issue(Number(cell.charAt(0)), cell.slice(2)) : cell;
    if (place === 1) return strategy ? strategy(numbersOf(cell)) : cell;
    if (place === 6) return initiative ? initiative(numbersOf(cell)) : cell;
    if (place === 5 || place === 11) return page ? page(Number(cell.slice(2))) : cell;
    const column = statusPlaces.indexOf(place);
    const isGood = !(index === 4 && place === 8) && !(index === 6 && place === 4);
    return column < 0 ? cell : status ? status(column, isGood, index) : of(words, column, isGood);
  }));
  return [...(header ?? cleanRows.slice(0, 3)).map((row) => [...row]), ...data];
}

const usualMarks = ["2-1-2 attention", "2-2 required"];

const fillings: readonly (readonly [string, Filling])[] = [
  ["words", {}],
  ["signs", { status: (column, isGood) => of(signs, column, isGood) }],
  ["signs of full width", { status: (column, isGood) => wide(of(signs, column, isGood)).replace("（", "（") }],
  ["sign and words", { status: (column, isGood) => `${of(signs, column, isGood)}：${of(words, column, isGood)}` }],
  ["sign and words after a dot", { status: (column, isGood) => `${of(signs, column, isGood)}．${of(words, column, isGood)}` }],
  ["sign and words in brackets", { status: (column, isGood) => `${wide(of(signs, column, isGood))}【${of(words, column, isGood)}】` }],
  ["sign and words after a space", { status: (column, isGood) => `${of(signs, column, isGood)}　${of(words, column, isGood)}` }],
  ["sign right before the words", { status: (column, isGood) => `${of(signs, column, isGood)}${of(words, column, isGood)}` }],
  ["longer words", { status: (column, isGood) => of(longer, column, isGood) }],
  ["sign and longer words", { status: (column, isGood) => `${of(signs, column, isGood)}：${of(longer, column, isGood)}` }],
  ["a dash where nothing can be judged yet", { status: (column, isGood, row) => (row % 2 === 0 && isGood ? "－" : of(words, column, isGood)) }],
  ["a dash everywhere", { status: () => "－", marks: [] }],
  ["未測定 where nothing can be judged yet", { status: (column, isGood, row) => (row % 3 === 0 && isGood ? "未測定" : of(words, column, isGood)) }],
  ["signs, and a dash", { status: (column, isGood, row) => (row % 3 === 0 && isGood ? "－" : of(signs, column, isGood)) }],
  ["words before the codes", { issue: (n, title) => `経営課題${n} ${title}`, strategy: (n) => `戦略${n.join("-")}`, initiative: (n) => `具体的取組${n.join("-")}` }],
  ["words before the codes, with wide space", { issue: (n, title) => `経営課題${n}　${title}`, strategy: (n) => `戦略${n.join("-")}`, initiative: (n) => `取組${n.join("-")}` }],
  ["words before codes of full width", { issue: (n, title) => `経営課題${wide(String(n))}　${title}`, strategy: (n) => `戦略${wide(n.join("-"))}`, initiative: (n) => `具体的取組${wide(n.join("-"))}` }],
  ["codes in 【】", { issue: (n, title) => `【${n} ${title}】`, strategy: (n) => `【${n.join("-")}】`, initiative: (n) => `【${n.join("-")}】` }],
  ["1-(1) and 1-(1)-①", { strategy: ([one, two = 0]) => `${one}-(${two})`, initiative: ([one, two = 0, three = 0]) => `${one}-(${two})-${"①②③"[three - 1]}` }],
  ["1-(1) and 1-(1)-1", { strategy: ([one, two]) => `${one}-(${two})`, initiative: ([one, two, three]) => `${one}-(${two})-${three}` }],
  ["full width", { issue: (n, title) => `${wide(String(n))}　${title}`, strategy: (n) => wide(n.join("-")), initiative: (n) => wide(n.join("-")) }],
  ["full width digits alone", { strategy: (n) => n.map((one) => wide(String(one))).join("-"), initiative: (n) => n.map((one) => wide(String(one))).join("-") }],
  ["01-01-01", { issue: (n, title) => `${two(n)} ${title}`, strategy: (n) => n.map(two).join("-"), initiative: (n) => n.map(two).join("-") }],
  ["1・5・1", { strategy: (n) => n.join("・"), initiative: (n) => n.join("・") }],
  ["1.1.1", { strategy: (n) => n.join("."), initiative: (n) => n.join(".") }],
  ["1-1-1：", { strategy: (n) => `${n.join("-")}：`, initiative: (n) => `${n.join("-")}：` }],
  ["titles after a dot and a space", { issue: (n, title) => `${n}. ${title}` }],
  ["titles after a dot", { issue: (n, title) => `${n}．${title}` }],
  ["titles after a colon", { issue: (n, title) => `${n}：${title}` }],
  ["titles after a wide space", { issue: (n, title) => `${n}　${title}` }],
  ["issues in Roman numerals", { issue: (n, title) => `${"ⅠⅡ"[n - 1]} ${title}` }],
  ["pages as numbers", { page: (page) => page }],
  ["pages as digits", { page: (page) => String(page) }],
  ["pages P.7", { page: (page) => `P.${page}` }],
  ["pages 7ページ", { page: (page) => `${page}ページ` }],
  ["pages of full width", { page: (page) => wide(`p.${page}`) }],
];

function found(rows: readonly (readonly CellValue[])[]) {
  const inspection = inspect(gridOf(rows), builtInForms);
  return {
    form: inspection?.form.form.id,
    counts: inspection?.counts,
    serious: inspection?.findings.filter(({ severity }) => severity !== "info").map(({ rule, at }) => `${rule} ${a1(at)}`),
    marks: inspection?.marks.map(({ code, level }) => `${code} ${level}`).sort(),
  };
}

/** The filled sheet with one cell replaced. */
function withCell(filling: Filling, row: number, column: number, value: (rows: readonly (readonly CellValue[])[]) => CellValue) {
  const rows = fill(filling);
  const cells = rows[row];
  if (cells) cells[column] = value(rows);
  return found(rows);
}

describe.each(fillings)("the wards' form filled in with %s", (_, filling) => {
  it("has nothing of severity error or warning, and the marks are right", () => {
    expect(found(fill(filling))).toEqual({ form: "osaka-ward", counts: [2, 4, 8], serious: [], marks: filling.marks ?? usualMarks });
  });

  it("has a planted fault, and no other", () => {
    expect(withCell(filling, 5, 8, () => "良好").serious).toEqual(["status-unknown I6"]);
    expect(withCell(filling, 8, 6, (rows) => rows[7]?.[6]).serious).toEqual(["code-duplicate G9"]);
    expect(withCell(filling, 5, 9, () => undefined).serious).toEqual(["status-missing J6"]);
    expect(withCell(filling, 4, 11, () => "別途").serious).toEqual(["page-format L5"]);
  });
});
describe("the wards' form in mid-year", () => {
  const columns = [0, 1, 2, 3, 5, 6, 7, 8, 9, 11];
  const bySign = new Map(Object.entries({ "①": "達成見込み", "②": "達成できない見込み", "(ⅰ)": "実施見込み", "(ⅱ)": "実施できない見込み" }));
  const midyear = (filling: Filling) => fill(filling).map((row) => columns.map((place) => row[place]));
  const ofSign = (sign: string) => bySign.get(sign) ?? "";

  it.each<readonly [string, Filling]>([
    ["words", { status: (column, isGood) => (column < 2 ? of(words, column, isGood) : ofSign(of(signs, column, isGood))) }],
    ["sign and words", { status: (column, isGood) => (column < 2 ? `${of(signs, column, isGood)}：${of(words, column, isGood)}` : `${of(signs, column, isGood)}：${ofSign(of(signs, column, isGood))}`) }],
    ["a dash where nothing can be judged", { status: (column, isGood, row) => (column < 2 ? "－" : row % 2 === 0 && isGood ? "－" : ofSign(of(signs, column, isGood))) }],
  ])("%s: nothing of severity error or warning", (_, filling) => {
    expect(found(midyear(filling))).toEqual({ form: "osaka-ward-midyear", counts: [2, 4, 8], serious: [], marks: ["2-1-2 attention"] });
    const rows = midyear(filling);
    rows[5]?.splice(7, 1, "達成");
    expect(found(rows).serious).toEqual(["status-unknown H6"]);
  });
});

describe("a sheet with one issue and one strategy", () => {
  const one = (filling: Filling) => fill(filling).slice(0, 5);

  it.each(fillings.filter(([name]) => !name.includes("dash") && !name.includes("未測定")))("filled in with %s", (_, filling) => {
    expect(found(one(filling)).serious).toEqual([]);
  });
});
