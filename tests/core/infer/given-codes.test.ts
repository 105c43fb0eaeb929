import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  return inspection && { counts: inspection.counts, found: inspection.findings.filter(({ severity }) => severity !== "info").map(note) };
}

const two = (number: number) => String(number).padStart(2, "0");

describe.each([
  ["A101", (index: number) => `A${101 + index}`, "Ａ１０３"],
  ["A101, by sevens", (index: number) => `A${101 + 7 * index}`, "Ａ１１５"],
  ["R6-03", (index: number) => `R6-${two(index + 1)}`, "Ｒ６－０３"],
])("codes of letters and digits, %s", (_, code, wide) => {
  const rows = (header: string, ways = code): Rows => [[header, "事業名", "担当課", "総合評価"], ...Array.from({ length: 20 }, (_, index) => [ways(index), `事業その${index + 1}`, ["福祉課", "道路課"][index % 2], ["A", "B", "A", "S", "C"][index % 5]])];

  it.each(["事業コード", "整理番号", "ID", "事務事業"])("under %s are given, and one that stands twice is told", (header) => {
    expect(check(rows(header))).toEqual({ counts: [20], found: [] });
    expect(check(rows(header), { A7: code(2) })?.found).toEqual(["code-duplicate A7"]);
  });

  it("are written in the width of most of them", () => {
    expect(check(rows("事業コード"), { A4: wide })?.found).toEqual([`code-spelling A4 safe ${code(2)}`]);
    expect(check(rows("事業コード", (index) => wide.replace(/[０-９]{2}(?=[^０-９]*$)/, String(20 + index).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))))?.found).toEqual([]);
  });

  it("are texts where the header names no code", () => {
    expect(check([["品目", "評価"], ...rows("").slice(1).map(([own, , , grade]) => [own, grade])])?.counts).toEqual([20]);
  });
});

describe("codes of letters and digits over two thousand rows", () => {
  it("are given like others", () => {
    const rows: Rows = [["事業コード", "事業名", "総合評価"], ...Array.from({ length: 2500 }, (_, index) => [`A${10_001 + index}`, `事業その${index + 1}`, ["A", "B", "A", "C"][index % 4]])];
    expect(check(rows, { A9: "A10003" })).toEqual({ counts: [2500], found: ["code-duplicate A9"] });
  });
});

describe.each([
  ["101 over 101-1, in no order", (own: number) => 101 * own],
  ["101 over 101-1, one after the other", (own: number) => 100 + own],
])("a level above of three digits, %s", (_, number) => {
  const rows = (label: (own: number) => CellValue): Rows => [["施策", "事務事業", "評価"], ...Array.from({ length: 24 }, (_, index) => {
    const own = Math.floor(index / 4) + 1;
    return [index % 4 === 0 ? label(own) : "", `${number(own)}-${(index % 4) + 1}　事業その${index + 1}`, ["A", "B", "A", "C"][index % 4]];
  })];

  it.each([
    ["a space", (own: number) => `${number(own)}　施策その${own}`],
    ["a colon", (own: number) => `${number(own)}：施策その${own}`],
  ])("keeps its level, with %s before its title", (_, label) => {
    expect(check(rows(label))).toEqual({ counts: [6, 24], found: [] });
    expect(check(rows(label), { A14: label(2).replace("その2", "その9") })?.found).toEqual(["code-duplicate A14"]);
  });

  it("has its faults below told", () => {
    expect(check(rows((own) => `${number(own)}　施策その${own}`), { B8: `${number(2)}-2　もう一度` })?.found).toEqual(["code-duplicate B8"]);
  });
});

describe("codes of several numbers that leap", () => {
  const codes = ["0603-01", "0603-02", "0701-01", "0702-03", "1105-02"];
  const rows: Rows = [["施策コード", "施策名", "番号", "事業名", "評価"], ...Array.from({ length: 15 }, (_, index) => [index % 3 === 0 ? codes[index / 3] : "", index % 3 === 0 ? `まちの名${index}` : "", index + 1, `催しの名${index}`, ["A", "B", "A", "C"][index % 4]])];

  it("are given, and lack none before them", () => {
    expect(check(rows)).toEqual({ counts: [5, 15], found: [] });
    expect(check(rows, { A8: "0603-01" })?.found).toEqual(["code-duplicate A8"]);
  });
});

describe("a remark right below given codes, in their column", () => {
  const rows: Rows = [["整理番号", "事業名", "評価"], ...Array.from({ length: 12 }, (_, index) => [101 + index, `催しの名${index}`, ["A", "B", "A", "C"][index % 4]]), ["評価　A：12点以上　B：10～11点　C：9点以下"]];

  it("is no item", () => {
    expect(check(rows)).toEqual({ counts: [12], found: [] });
  });
});

describe("codes of one level alone, such as 1-(1)-①", () => {
  const codes = [1, 2].flatMap((theme) => [1, 2, 3].flatMap((part) => ["①", "②", "③"].map((sign) => `${theme}-(${part})-${sign}`)));
  const rows: Rows = [["コード", "事業名", "評価"], ...codes.map((code, index) => [code, `事業その${index + 1}`, ["達成", "概ね達成", "達成", "未達成"][index % 4]])];

  it.each([
    ["amid its neighbours", "A6", "1-(3)-②"],
    ["of the first of a part", "A5", "1-(3)-①"],
    ["that stands nowhere else", "A6", "5-(2)-②"],
  ])("give one finding where one names another parent: %s", (_, at, code) => {
    expect(check(rows)).toEqual({ counts: [18], found: [] });
    expect(check(rows, { [at]: code })?.found).toEqual([`code-parent ${at}`]);
  });
});

describe("the number of a theme", () => {
  it("counts under headers such as 重点項目, which speak of no points", () => {
    const rows: Rows = [["重点項目", "", "取組", "評価"], ...Array.from({ length: 15 }, (_, index) => [index % 3 === 0 ? index / 3 + 1 : "", index % 3 === 0 ? `柱その${index}` : "", `取組その${index + 1}`, ["達成", "達成", "未達成"][index % 3]])];
    expect(check(rows)).toEqual({ counts: [5, 15], found: [] });
    expect(check(rows, { A8: 2 })?.found).toEqual(["code-duplicate A8"]);
  });
});

describe("codes of six digits before short names", () => {
  const names = ["訓練", "備蓄", "見回り", "街灯", "改修", "図書", "講座", "公民館", "相談", "配食", "植樹", "花壇"];
  const rows: Rows = [["政策", "施策", "事務事業", "必要性", "総合評価"], ...Array.from({ length: 12 }, (_, index) => {
    const [upper, middle] = [Math.floor(index / 6) + 1, (Math.floor(index / 3) % 2) + 1];
    return [`${two(upper)} 政策${upper}`, `${two(upper)}${two(middle)} 施策${middle}`, `${two(upper)}${two(middle)}${two((index % 3) + 1)} ${names[index] ?? ""}`, ["高", "中", "高"][index % 3], ["A", "B", "A", "C"][index % 4]];
  })];

  it("are those of items, and no amounts with a unit", () => {
    expect(check(rows)).toEqual({ counts: [2, 4, 12], found: [] });
  });
});
