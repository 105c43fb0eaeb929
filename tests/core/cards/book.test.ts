import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import type { KnownForm } from "../../../src/core/form/known.ts";
import { fullyInSteps, inspectBook } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { GridBuilder, type Grid } from "../../../src/core/model/grid.ts";
import { atOnce } from "../../../src/core/model/pace.ts";
import { sheetReport } from "../../../src/core/report.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { describeCards } from "../../../src/core/wording/card-count.ts";
import { describeLeftOut, describeOtherKinds } from "../../../src/core/wording/cards.ts";
import { cardSamples, gridsOf, withCells, type CardSample, type MadeCard } from "../../samples/card-books.ts";

const [numbered, points, , measures] = cardSamples;
if (!numbered || !points || !measures) throw new Error("no samples");
const cardsOf = ({ sheets, leftOut }: CardSample) => sheets.filter(({ name }) => !leftOut.some(([left]) => left === name));
const checked = (sheets: readonly MadeCard[], forms: readonly KnownForm[] = builtInForms) => inspectBook(gridsOf(sheets), forms, new Map());
const found = (sheets: readonly MadeCard[], forms?: readonly KnownForm[]) => checked(sheets, forms).flatMap(({ findings }) => findings.map(({ at, rule }) => `${a1(at)} ${rule}`));

/** A sheet that counts the reads of its cells. */
function counted(grid: Grid, counter: { steps: number }): Grid {
  return new Proxy(grid, {
    get(target, key) {
      counter.steps++;
      const held: unknown = Reflect.get(target, key, target);
      return typeof held === "function" ? (...given: readonly unknown[]): unknown => Reflect.apply(held, target, given) : held;
    },
  });
}

describe("a workbook of cards", () => {
  it("is one entry of the report, named after its first card, with cells and rows by their sheets", () => {
    const [inspection] = checked(withCells(measures.sheets, measures.faults));
    const report = inspection && sheetReport(inspection, [], "ja");
    expect(report).toMatchObject({ name: "施策1", cards: cardsOf(measures).map(({ name }) => name), leftOut: [{ name: "記入要領", why: "other" }], table: { range: null } });
    expect([report?.findings[0]?.cell, report?.review[0]?.rows]).toEqual(["'施策2'!B7", "'施策8'!B2"]);
  });

  it("says of choices that none is marked, and of a cell without them that it is empty", () => {
    const said = checked(withCells(numbered.sheets, numbered.faults)).flatMap(({ findings, form: { form } }) => findings.filter(({ rule }) => rule === "status-missing").map((finding) => describeFinding(finding, form, "ja").what));
    expect(said).toContain("「今後の方向性」で、どれも選ばれていません。");
  });

  it.each([3, 20])("is two evaluations where %i cards of another kind stand in it, and each says the other", (count) => {
    const others = cardsOf(points).slice(0, count);
    const sheets = [...numbered.sheets, ...others];
    const kinds = checked(withCells(sheets, { "'事業 2'!E7": "", "'No3'!B10": "Ｂ" }));
    expect(kinds.map(({ counts, findings }) => [counts, findings.map(({ at, rule }) => `${a1(at)} ${rule}`)])).toEqual([
      [[20], ["'No3'!B10 status-spelling"]],
      [[count], ["'事業 2'!E7 status-missing"]],
    ]);
    expect(kinds.flatMap(({ cards }) => (cards ? describeOtherKinds(cards, "ja") : []))).toEqual([`ほかの種類の個票${count}枚（「事業 1」から）は、別の評価として点検します。`, "ほかの種類の個票20枚（「No1」から）は、別の評価として点検します。"]);
    expect(kinds.map(({ cards }) => cards?.leftOut.map(({ why }) => why))).toEqual([["other", "list", "example"], []]);
  });

  it("is held against its list: what stands on one side alone is told", () => {
    const list = withCells(numbered.sheets, { "'一覧'!A5": 77, "'一覧'!B5": "橋の管理" });
    const left = checked(list)[0]?.cards?.leftOut.find(({ why }) => why === "list");
    expect([left?.notOnCards.map(({ at, text }) => `${a1(at)} ${text}`), left?.notOnList.map(({ at, text }) => `${a1(at)} ${text}`)]).toEqual([["'一覧'!A5 77"], ["'No4'!B2 4"]]);
    expect(left && describeLeftOut(left, "ja")).toBe("「一覧」は点検に含めません：個票の一覧です。個票のないもの：'一覧'!A5「77」。一覧にない個票：'No4'!B2「4」。");
  });

  it("is read by the form that was kept of last year's cards, though a label moved and another one came", () => {
    const form = checked(points.sheets)[0]?.form.form;
    if (!form) throw new Error("no form");
    const next = points.sheets.map(({ name, rows: [title = [], ...rows] }) => ({ name, rows: [title, ["", "追記", "なし"], ...rows] }));
    const kept: KnownForm[] = [...builtInForms, { form, from: "document" }];
    const [inspection] = checked(next, kept);
    expect([inspection?.form.from, inspection?.counts, inspection?.findings, inspection?.questions]).toEqual(["document", [20], [], []]);
    expect(found(withCells(next, { "'事業 4'!E9": 7, "'事業 9'!E8": "" }), kept)).toEqual(["'事業 4'!E9 status-unknown", "'事業 9'!E8 status-missing"]);
  });

  it("tells a card that was copied, by its number and where the other one stands", () => {
    const [first, ...others] = cardsOf(numbered);
    if (!first) throw new Error("no card");
    expect(found([first, ...others, { ...first, name: "No1 (2)" }])).toEqual(["'No1 (2)'!B2 code-duplicate"]);
  });

  it("has hidden cards among the others", () => {
    const [inspection] = checked(measures.sheets.map((sheet) => ({ ...sheet, hidden: sheet.name === "施策3" })));
    expect([inspection?.counts, inspection?.cards && describeCards(inspection.cards, "ja")]).toEqual([[20, 40], "個票20枚（うち非表示1枚）"]);
  });

  it("says the same from whichever card it is checked, with the section of each card", () => {
    const grids = gridsOf(numbered.sheets);
    const from = (name: string) => {
      const grid = grids.find(({ sheet }) => sheet.name === name);
      return grid ? atOnce(fullyInSteps(grids, grid, builtInForms, new Map())) : null;
    };
    expect(from("No17")).toEqual(from("No1"));
    const { overview } = from("No1") ?? {};
    expect([overview?.sections?.size, overview?.outline.sheets?.[4]?.name, from("表紙"), from("一覧")]).toEqual([20, "No5", null, null]);
  });

  it("is checked beside a sheet that holds too much, which is told and not among those left out", () => {
    const builder = new GridBuilder();
    for (let row = 0; row < 300_010; row++) [1, 2, 3, 4].forEach((value, column) => builder.set(row, column, value));
    const refused: string[] = [];
    const grids = [...gridsOf(measures.sheets), builder.build({ id: "vast", name: "数字", hidden: false }, false)];
    const [inspection, ...others] = inspectBook(grids, builtInForms, new Map(), ({ name }, { message }) => void refused.push(`${name} ${message}`));
    expect([inspection?.cards?.leftOut.map(({ sheet: { name } }) => name), others, refused]).toEqual([["記入要領"], [], ["数字 too-large: items > 300,000"]]);
  });

  it("takes steps that grow with the cards, whatever their number", () => {
    const steps = (times: number) => {
      const counter = { steps: 0 };
      const cards = Array.from({ length: times }, (_, round) => cardsOf(points).map(({ name, rows }) => ({ name: `${name} ${round}`, rows }))).flat();
      const grids = gridsOf(cards).map((grid) => counted(grid, counter));
      expect(inspectBook(grids, builtInForms, new Map())[0]?.cards?.sheets.length).toBe(20 * times);
      return counter.steps;
    };
    const [hundred, twoHundred] = [steps(5), steps(10)];
    expect(twoHundred / hundred).toBeLessThan(2.1);
  });
});
