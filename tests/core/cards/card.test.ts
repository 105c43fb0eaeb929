import { describe, expect, it } from "vitest";
import { builtInForms, osakaWard } from "../../../src/core/form/built-in.ts";
import { inspect, inspectFully } from "../../../src/core/inspect.ts";
import { a1, withoutSheet } from "../../../src/core/model/address.ts";
import type { Finding } from "../../../src/core/model/finding.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { nodeAt } from "../../../src/core/outline/outline.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { gridOf, note as noteWithSheet, type Cells } from "../sheet.ts";

/** A card modelled on those of several cities: labels beside values, a small table, choices. */
const card: readonly (readonly CellValue[])[] = [
  ["事務事業評価シート（令和6年度）"],
  ["事務事業名", "公園の整備事業", "", "担当課", "建設課"],
  ["基本目標", "2 緑のまち", "", "政策", "2-1 水と緑"],
  ["施策", "2-1-3 公園と街路樹"],
  ["【達成状況】"],
  ["指標名", "目標値", "実績値", "達成率", "評価"],
  ["整備した公園の数", 4, 4, "100%", "A"],
  ["利用者の数", 900, 540, "60%", "C"],
  ["【評価】"],
  ["必要性", "A"],
  ["有効性", "B"],
  ["総合評価", "B"],
  ["今後の方向性", "□拡充　■維持　□縮小　□廃止"],
  ["※評価　A：高い　B：普通　C：低い"],
];
/** Every card is on the one sheet. */
const note = (finding: Finding) => noteWithSheet(finding).replaceAll("'評価シート'!", "");
const check = (put: Cells = {}) => inspect(gridOf(card, put), builtInForms, new Map());
const found = (put: Cells = {}) => (check(put)?.findings ?? []).filter(({ severity }) => severity !== "info").map(note);

describe("a card", () => {
  it("is one item with its place in the plan, and what is bad about it is marked where it stands", () => {
    const inspection = check();
    expect([inspection?.counts, found(), inspection?.cards?.sheets.length]).toEqual([[1, 1, 1, 1, 2], [], 1]);
    expect(inspection?.marks.map(({ title, level, cells }) => [title, level, cells.map(({ first }) => a1(withoutSheet(first)))])).toEqual([["利用者の数", "attention", ["A8", "B8", "C8", "D8", "E8"]]]);
  });

  it.each([
    ["a grade that is none", { E7: "Z" }, ["status-unknown E7"]],
    ["a grade that is empty", { B11: undefined }, ["status-missing B11"]],
    ["another width", { B10: "Ａ" }, ["status-spelling B10 safe A"]],
    ["no choice", { B13: "□拡充　□維持　□縮小　□廃止" }, ["status-missing B13"]],
    ["two choices", { B13: "■拡充　■維持　□縮小　□廃止" }, ["status-unknown B13"]],
    ["a code under another parent", { B4: "3-1-1 公園" }, ["code-parent B4"]],
    ["full-width digits in a code", { E3: "２-１ 水と緑" }, ["code-spelling E3 safe 2-1 水と緑"]],
    ["an error value", { B10: { error: "#N/A" } }, ["cell-error B10"]],
    ["an indicator without a name", { A8: undefined }, ["text-missing A8"]],
    ["no name", { B2: undefined }, ["text-missing B2"]],
  ] as const)("with %s", (_, put, expected) => {
    expect(found(put)).toEqual(expected);
  });

  it("says of a choice without a mark what the cell holds, and to mark a word", () => {
    const text = "□拡充　□維持　□縮小　□廃止";
    const [finding] = check({ B13: text })?.findings.filter(({ rule }) => rule === "status-missing") ?? [];
    if (!finding) throw new Error("not found");
    expect([finding.present, describeFinding(finding, osakaWard, "ja").how, describeFinding({ ...finding, message: "empty" }, osakaWard, "ja").how]).toEqual([
      { text },
      "当てはまる語をひとつだけ選び、ほかと同じ印を付けてください。",
      "様式で決められた語から選んで入れてください。",
    ]);
  });

  it("says of a choice with two marks what the cell holds, and to leave one", () => {
    const [finding] = check({ B13: "■拡充　■維持　□縮小　□廃止" })?.findings.filter(({ rule }) => rule === "status-unknown") ?? [];
    if (!finding) throw new Error("not found");
    expect([finding.message, describeFinding(finding, osakaWard, "ja").how, finding.fix]).toEqual(["marks", "当てはまる語ひとつだけに印を残し、ほかは消してください。", null]);
  });

  it("gives no advice about rows and merged cells, which a list of rows gets", () => {
    const findings = check({ B4: "3-1-1 公園", B12: undefined })?.findings ?? [];
    const hows = findings.map((finding) => [true, false].map((isOnCard) => describeFinding(isOnCard ? finding : { ...finding, at: withoutSheet(finding.at) }, osakaWard, "en").how));
    expect(hows).toEqual([
      ["Give it the number of what it belongs to.", "Give it the number of what it belongs to. If the code is right, move the row to where it belongs."],
      ["Choose one of the words of the form.", "Choose one of the words of the form. The cell may be merged with the one above: then unmerge them and fill in each row."],
    ]);
  });

  it("says the same where rows were put in, and where values stand below their labels", () => {
    const moved = [...card.slice(0, 2), [], ["備考", "なし"], ...card.slice(2)];
    expect(inspect(gridOf(moved), builtInForms, new Map())?.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("leads from its outline to the cells of its grades", () => {
    const outline = inspectFully(gridOf(card), builtInForms, new Map())?.overview.outline;
    if (!outline) throw new Error("no card");
    const statuses = outline.codes.flatMap((_, index) => nodeAt(outline, index).statuses.map(({ at }) => a1(withoutSheet(at))));
    expect(statuses).toEqual(["B10", "B11", "B12", "B13", "E7", "E8"]);
  });

  it("is no card without a grade, as a form to order by", () => {
    expect(inspect(gridOf([["事業名", "講座"], ["担当課", "総務課"], ["目的", "学び"], ["対象", "市民"], ["手段", "講義"], ["備考", "なし"]]), builtInForms, new Map())).toBeNull();
  });
});
