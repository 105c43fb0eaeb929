import { describe, expect, it } from "vitest";
import type { RefusalCode } from "../../../src/core/model/refusal.ts";
import { sayRefusal, type Act } from "../../../src/core/wording/refused-acts.ts";

type Row = readonly [code: RefusalCode, detail: string, why: RegExp, remedy: RegExp, whyEn: RegExp, remedyEn: RegExp];

const editing: Row = ["editing", "", /^セルの編集中のため/, /Enterキー.*Escキー/, /a cell is being edited/, /Press Enter .* Esc/];
const busy: Row = ["busy", "InvalidOperation (Range.values)", /^Excelがほかの操作の途中のため/, /画面.*を閉じ/, /middle of something else/, /Close any open dialog/];
const sheet: Row = ["protected", "総括表", /^シートが保護されている（総括表）ため/, /「シート保護の解除」/, /the sheet is protected \(総括表\)/, /Unprotect Sheet/];
const viewing: Row = ["read-only", "", /^ブックが閲覧用（読み取り専用）で開かれているため/, /「編集を有効にする」.*名前を付けて保存/, /open for viewing only/, /Enable Editing.*save a copy/];
const gone: Row = ["sheet-gone", "", /^シートが見つからない/, /ほかのシートを選び/, /no longer there/, /Choose another sheet/];
const none: Row = ["sheet-gone", "", /^シートが見つからない（.*グラフだけのシートが前面にある）ため/, /評価シートを前面にして/, /no longer there, or a chart alone is in front/, /Bring the evaluation sheet/];
const cellGone: Row = ["sheet-gone", "", /^シートが見つからない/, /評価シートを前面にして/, /no longer there/, /Bring the evaluation sheet/];
const behind: Row = ["not-in-front", "", /^別のブックが前面にあるため/, /ブックを前面にして/, /another workbook is in front/, /Bring the one/];
const broken: Row = ["interrupted", "GeneralException (Range.values)", /^Excelとのやり取りが途切れたため/, /少し待って/, /broke off/, /Wait a moment/];
const old: Row = ["unsupported", "ApiNotFound (Range.x)", /^この版のExcelに要る機能がないため/, /Officeを更新/, /lacks what it needs/, /Update Office/];
const large: Row = ["too-large", "cells > 5,000,000", /^シートが大きすぎるため/, /別のシートに移して/, /too large/, /Move the evaluation table/];
const denied: Row = ["denied", "AccessDenied (Range.values)", /^このブックの読み取りが許可されていないため/, /「編集を有効にする」.*作成者/, /may not be read/, /Enable Editing.*owner/];
const hidden: Row = ["hidden-sheet", "裏", /^シート「裏」が非表示のため/, /「再表示」/, /sheet 裏 is hidden/, /Unhide/];
const veryHidden: Row = ["very-hidden-sheet", "裏", /^シート「裏」が「再表示」の一覧にも出ない非表示のため/, /作成者に表示してもらうか.*VBA/, /sheet 裏 is hidden so that Unhide does not list it/, /Ask whoever made the workbook.*Visible/];
const structure: Row = ["protected", "評価表.xlsx", /^ブックの構成が保護されている（評価表\.xlsx）ため/, /「ブックの保護」/, /structure is protected \(評価表\.xlsx\)/, /Protect Workbook/];
const either: Row = ["protected", "評価表.xlsx", /^シートかブックの構成が保護されている（評価表\.xlsx）ため/, /「シート保護の解除」か「ブックの保護」/, /sheet or the workbook's structure/, /Unprotect Sheet, or Protect Workbook/];
const markable: Row = ["protected", "総括表", /^シートが保護されている（総括表）ため/, /「シート保護の解除」.*「セルの書式設定」/, /the sheet is protected/, /Unprotect Sheet.*Format cells/];
const full: Row = ["too-large", "2 MB", /^ブックに残せる量がいっぱいのため/, /「修正の履歴」.*新しいブックに移して/, /full/, /fix history.*new workbook/];
const fullStore: Row = ["store-full", "", full[2], full[3], full[4], full[5]];

/** What is asked for, and all that may stand in its way. */
const table: Readonly<Record<Act, { readonly failed: RegExp; readonly failedEn: RegExp; readonly rows: readonly Row[] }>> = {
  read: { failed: /点検できません/, failedEn: /^The sheet was not checked: /, rows: [editing, busy, none, behind, broken, old, large, denied] },
  write: { failed: /修正できません/, failedEn: /^Nothing could be fixed: /, rows: [editing, busy, sheet, viewing, gone, behind, broken, old] },
  mark: { failed: /見直しの印を付け外しできません/, failedEn: /^Review marks could/, rows: [editing, busy, markable, viewing, gone, behind, broken, old] },
  build: { failed: /シートの追加や削除ができません/, failedEn: /^No sheet could be added or deleted: /, rows: [editing, busy, structure, viewing, gone, behind, broken, old] },
  "input-rules": { failed: /入力規則を変えられません/, failedEn: /^Input rules could not be changed: /, rows: [editing, busy, either, viewing, gone, behind, broken, old] },
  keep: { failed: /ブックに残せません/, failedEn: /^The workbook did not keep it: /, rows: [editing, busy, viewing, full, fullStore, behind, broken, old] },
  recall: { failed: /ブックに残した記録（.*）を読めません/, failedEn: /^What the workbook keeps .* was not read: /, rows: [editing, busy, behind, broken, old] },
  select: { failed: /そのセルへ移動できません/, failedEn: /^The cell could not be selected: /, rows: [editing, busy, hidden, veryHidden, sheet, cellGone, behind, broken, old] },
};

const acts: readonly Act[] = ["read", "write", "mark", "build", "input-rules", "keep", "recall", "select"];

describe.each(acts)("refused: %s", (act) => {
  const { failed, failedEn, rows } = table[act];

  it.each(rows)("by %s: why, what was and was not changed, and the way on", (code, detail, why, remedy, whyEn, remedyEn) => {
    const [ja, en] = [sayRefusal(act, { code, detail }, "ja"), sayRefusal(act, { code, detail }, "en")];
    for (const wanted of [why, failed, remedy, /変えていません。|元に戻す/, /もう一度(点検|試)してください。$/]) expect(ja.said).toMatch(wanted);
    for (const wanted of [failedEn, whyEn, remedyEn, /Nothing was changed\.|No cell's content was changed\.|No sheet was changed\.|sheets are unchanged\.|Undo restores what was written\./, /, then (check|try) again\.$/]) expect(en.said).toMatch(wanted);
  });

  it.each(rows)("by %s: nothing that only programmers understand but behind the details, nothing that contradicts it", (code, detail) => {
    for (const language of ["ja", "en"] as const) {
      const { said, technical } = sayRefusal(act, { code, detail }, language);
      expect(said).not.toMatch(/[a-z][A-Z]|Range|\{detail\}|（）|\(\)|ファイル/);
      expect(said.includes(detail) || technical === detail).toBe(true);
      // What wrote nothing tells of nothing to take back.
      expect(said).not.toMatch(/書き込んだ|元に戻す|written|Undo/);
      expect(sayRefusal(act, { code, detail: "" }, language).said).not.toMatch(/detail|（）|「」|\(\)/);
    }
  });
});

it("of a signed file, says what helps there in place of what Excel offers", () => {
  expect(sayRefusal("write", { code: "read-only", detail: "_xmlsignatures" }, "ja").said).toMatch(/^電子署名のあるブックで/);
});

it("says of what Excel did not answer that nobody knows what it did, and may yet do", () => {
  const said = (act: Act, detail: string) => sayRefusal(act, { code: "interrupted", detail }, "ja").said;
  expect(said("write", "NoAnswer, ?/12")).toBe("Excelから答えがないため、どこまで書き込めたかを確かめられません。頼んだことがもう行われたか、あとから行われるかは、分かりません。Excelがほかの操作に応じることを確かめて、もう一度試してください。");
  expect(said("mark", "NoAnswer")).toContain("見直しの印を付け外しできません。頼んだことがもう行われたか、あとから行われるかは、分かりません。");
  expect(sayRefusal("build", { code: "interrupted", detail: "NoAnswer" }, "en").said).toContain("Excel did not answer. What was asked for may have been done, or may be done later.");
});

describe("a write that broke off", () => {
  it("says how far it came", () => {
    const refusal = { code: "interrupted", detail: "RequestAborted, 3/1,200" } as const;
    expect(sayRefusal("write", refusal, "ja").said).toMatch(/^Excelとのやり取りが途切れたため、1,200セルのうち3セルまでで止まりました。書き込んだ分は「元に戻す」で戻せます。/);
    expect(sayRefusal("write", refusal, "en").said).toMatch(/^3 of 1,200 cells were written: the exchange with Excel broke off\. Undo restores what was written\./);
    expect(sayRefusal("write", refusal, "ja").technical).toBe(refusal.detail);
  });

  it("says so where it is not known how far it came, and that nothing was changed where nothing was written", () => {
    const unknown = { code: "interrupted", detail: "RequestAborted, ?/12" } as const;
    expect(sayRefusal("write", unknown, "ja").said).toBe("Excelとのやり取りが途切れたため、どこまで書き込めたかを確かめられません。書き込んだ分は「元に戻す」で戻せます。少し待って、もう一度試してください。");
    expect(sayRefusal("write", unknown, "en").said).toMatch(/^How much was written could not be found out: .* Undo restores what was written\./);
    expect(sayRefusal("write", { code: "interrupted", detail: "GeneralException" }, "ja").said).toMatch(/修正できません。何も変えていません。/);
  });

  it("has the sentence of cells where a cell is the reason, whatever was asked for", () => {
    const { said, technical } = sayRefusal("write", { code: "formula", detail: "D4" }, "ja");
    expect([/^D4は数式の結果です/.test(said), technical]).toEqual([true, ""]);
  });
});
