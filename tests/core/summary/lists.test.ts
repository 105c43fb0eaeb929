import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import type { Office } from "../../../src/core/summary/offices.ts";
import { summaryPlans } from "../../../src/core/summary/plans.ts";
import { cleanRows, inspectRows, type Cells } from "../sheet.ts";
import { plansOf, shown } from "./plan.ts";

const office = (put: Cells, file = "緑区.xlsx", sheetId?: string): Office => ({ file, inspection: inspectRows(cleanRows, put), sheetId });
const body = (plan: SheetPlan) => plan.rows.slice(plan.frozenRows).map(shown);
const links = (plan: SheetPlan) => plan.rows.flatMap((row) => row.flatMap((cell) => (cell?.link ? [{ text: cell.value, ...cell.link }] : [])));

const marked: Cells = { D4: "順調でない", I5: "未達成", K8: "有効でないため、取組を見直す" };

describe("「要見直し一覧」", () => {
  const { review } = plansOf([office(marked)]);

  it("lists what must be reviewed first, then what asks for attention, each in sheet order", () => {
    expect(review.rows.slice(0, review.frozenRows).map(shown)).toEqual([
      "見直しが要る項目",
      "所属：緑区.xlsx / 評価シート",
      "作成日：令和8年（2026年）11月24日",
      "要見直し 1件・要注意 2件",
      "",
      "見直し | 番号 | 項目 | 理由 | ページ | セル | 見直しの方向 | 担当・期限",
    ]);
    expect(body(review)).toEqual([
      "要見直し | 2-1-2 | 読書会の開催 | 「戦略に対する取組の有効性」が「有効でないため、取組を見直す」です。 | p.7 | G8 |  |",
      "要注意 | 1-1 | 公園 | 「アウトカム指標の達成状況」が「順調でない」です。 | p.3 | B4 |  |",
      "要注意 | 1-1-2 | 花壇の手入れ | 「プロセス指標の達成状況（目標）」が「未達成」です。 | p.2 | G5 |  |",
    ]);
  });

  it("says the level by word and look, and leaves two columns to the evaluator", () => {
    const [first] = review.rows.slice(review.frozenRows);
    expect([first?.[0]?.role, review.inputColumns, review.inputColumns.map((column) => first?.[column])]).toEqual(["required", [6, 7], [{ role: "input", value: "" }, { role: "input", value: "" }]]);
    expect(review.filter).toEqual({ first: { row: 5, column: 0 }, last: { row: 8, column: 7 } });
  });

  it("leads to the cell where the sheet stands in the same workbook, and nowhere else", () => {
    expect(links(review)).toEqual([]);
    const [first] = links(plansOf([office(marked, "", "sheet-7")]).review);
    expect(first).toEqual({ text: "G8", sheet: "sheet-7", at: { row: 7, column: 6 } });
  });

  it("says so where there is nothing to review", () => {
    const none = plansOf([office({})]).review;
    expect([body(none), none.filter]).toEqual([["見直しが要る行はありません。"], null]);
  });

  it("names the office of each row where there are many", () => {
    const many = plansOf([office(marked), office(marked, "南区.xlsx")]).review;
    expect(body(many).map((row) => row.split(" | ").slice(0, 3))).toEqual([
      ["緑区.xlsx / 評価シート", "要見直し", "2-1-2"],
      ["南区.xlsx / 評価シート", "要見直し", "2-1-2"],
      ["緑区.xlsx / 評価シート", "要注意", "1-1"],
      ["緑区.xlsx / 評価シート", "要注意", "1-1-2"],
      ["南区.xlsx / 評価シート", "要注意", "1-1"],
      ["南区.xlsx / 評価シート", "要注意", "1-1-2"],
    ]);
    expect(many.inputColumns).toEqual([7, 8]);
  });
});

describe("「指摘一覧」", () => {
  it("lists every finding in sheet order, with what nobody sees made visible", () => {
    const { findings } = plansOf([office({ D6: "順調 ", I7: "" }, "", "1")]);
    expect(shown(findings.rows[findings.frozenRows - 1])).toBe("区分 | セル | 番号 | 指摘 | 直し方 | セルの内容");
    const [first, second] = body(findings).map((row) => row.split(" | "));
    expect(first).toEqual(["注意", "D6", "1-2", "「アウトカム指標の達成状況」の「順調␣」は、様式では「順調」と書きます。", expect.any(String), "順調␣"]);
    expect(second?.slice(0, 3)).toEqual(["誤り", "I7", "2-1-1"]);
    expect(links(findings).map(({ text }) => text)).toEqual(["D6", "I7"]);
    expect(findings.filter).toEqual({ first: { row: findings.frozenRows - 1, column: 0 }, last: { row: findings.rows.length - 1, column: 5 } });
  });

  it("lists last what was left as it is, with the reason, which document settings alone would lose", () => {
    const inspection = inspectRows(cleanRows, { D6: "順調 ", I7: "" });
    const [first, ...open] = inspection.findings;
    const accepted = first ? [[first, { reason: "=課長と確認済み", by: "総務課 山田", on: "2026-11-01" }] as const] : [];
    const { findings } = plansOf([{ file: "", inspection: { ...inspection, findings: open }, accepted }]);
    const cells = body(findings).map((row) => row.split(" | "));
    expect(cells.map((row) => row.slice(0, 3))).toEqual([["誤り", "I7", "2-1-1"], ["そのまま", "D6", "1-2"]]);
    expect(cells[1]?.slice(4)).toEqual(["そのままにする理由：=課長と確認済み（総務課 山田、2026-11-01）", "順調␣"]);
    expect(findings.rows.flat().map((cell) => cell?.value)).toContain("指摘 1件（ほかに、そのままにした指摘 1件）");
  });

  it("is empty where nothing is wrong, with nothing to filter", () => {
    const none = plansOf([office({})]).findings;
    expect([body(none), none.filter]).toEqual([["指摘はありません。"], null]);
  });
});

describe("texts of the sheet", () => {
  it("stay texts: none becomes a formula or a link", () => {
    const evil = fc.constantFrom('=HYPERLINK("http://x","y")', "+1+1", "@SUM(A1)", "-2", "＝1+1", "\t=1", "<b>x</b>", "'=1", "=cmd|' /C calc'!A0");
    fc.assert(
      fc.property(evil, evil, (one, other) => {
        const put: Cells = { A4: `1 ${one}`, C4: other, H5: one, I5: "未達成", J5: other, L5: one, D4: "順調でない" };
        const plans = plansOf([office(put, one), office(put, other)]);
        for (const plan of Object.values(plans)) {
          for (const cell of plan.rows.flat()) {
            if (typeof cell?.value !== "string" || cell.value === "") continue;
            expect([cell.formula, cell.link]).toEqual([undefined, undefined]);
            if (cell.value.includes(one) && !["title", "note", "totalText", "attention"].includes(cell.role)) expect(cell.role).toBe("text");
          }
        }
        expect(body(plans.review).some((row) => row.includes(`| ${one} |`))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("stand there as they will be read back: no character that a file cannot hold", () => {
    const { review } = plansOf([office({ C4: "【公\u0001園\r\nと\uD800池𠮟】", D4: "順調でない" })]);
    expect(review.rows[review.frozenRows]?.[2]?.value).toBe("公[U+0001]園\nと[U+D800]池𠮟");
  });

  it("longer than a cell can hold end with …", () => {
    const long = `【${"長".repeat(40_000)}】`;
    const { review } = plansOf([office({ C4: long, D4: "順調でない" })]);
    const texts = review.rows.flat().map((cell) => String(cell?.value ?? ""));
    expect(Math.max(...texts.map((text) => text.length))).toBe(32_767);
    expect(texts.find((text) => text.length > 1000)?.endsWith("長…")).toBe(true);
  });
});

it("the lists are made in steps, some rows each", () => {
  const inspection = inspectRows(cleanRows, marked);
  const [mark] = inspection.marks;
  const [finding] = inspectRows(cleanRows, { I5: "未達成 " }).findings;
  if (!mark || !finding) throw new Error("a mark and a finding are told");
  const stepsFor = (count: number) => {
    const many: Office = { file: "緑区.xlsx", inspection: { ...inspection, marks: new Array(count).fill(mark), findings: new Array(count).fill(finding) } };
    return [...summaryPlans([many], { form: osakaWard, language: "ja", day: { year: 2026, month: 11, day: 24 } })].length;
  };
  expect(stepsFor(4001) - stepsFor(1)).toBe(4);
});
