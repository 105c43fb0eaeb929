import type { RefusalCode } from "../model/refusal.ts";
import { showHidden } from "./hidden.ts";
import type { Language, Wording } from "./language.ts";

/** Why something is refused and what helps, whatever was asked for. */
export interface Hindrance {
  /** "{detail}" is a name; "… ため、" follows it, and ": …" stands before the English one. */
  readonly why: Wording;
  /** Before "もう一度…", and before ", then …". */
  readonly remedy: Wording;
}

/** What hinders reading and writing, in one place for every sentence. */
export const hindrances = {
  protected: {
    why: { ja: "シートが保護されている（{detail}）", en: "the sheet is protected ({detail})" },
    remedy: { ja: "「校閲」の「シート保護の解除」を行って、", en: "Choose Unprotect Sheet under Review" },
  },
  editing: {
    why: { ja: "セルの編集中の", en: "a cell is being edited" },
    remedy: { ja: "Enterキーで確定するかEscキーで取り消して、", en: "Press Enter to keep the entry or Esc to drop it" },
  },
  busy: {
    why: { ja: "Excelがほかの操作の途中の", en: "Excel is in the middle of something else" },
    remedy: { ja: "開いている画面（保存、印刷など）を閉じ、シート名を変えている途中なら確定して、", en: "Close any open dialog, finish renaming a sheet" },
  },
  denied: {
    why: { ja: "このブックの読み取りが許可されていない", en: "the workbook may not be read" },
    remedy: { ja: "「編集を有効にする」が出ていれば押し、アクセス許可が付いていればブックの作成者に確かめて、", en: "Press Enable Editing if Excel offers it, or ask its owner about restricted access" },
  },
  "sheet-gone": {
    why: { ja: "シートが見つからない（削除されたか、別のブックに移された）", en: "the sheet is no longer there" },
    remedy: { ja: "ほかのシートを選び、", en: "Choose another sheet" },
  },
  "not-in-front": {
    why: { ja: "別のブックが前面にある", en: "another workbook is in front" },
    remedy: { ja: "評価表のブックを前面にして、", en: "Bring the one with the evaluation sheet to the front" },
  },
  "hidden-sheet": {
    why: { ja: "シート「{detail}」が非表示の", en: "sheet {detail} is hidden" },
    remedy: { ja: "シート見出しを右クリックして「再表示」を選び、", en: "Right-click a sheet tab and choose Unhide" },
  },
  "very-hidden-sheet": {
    why: { ja: "シート「{detail}」が「再表示」の一覧にも出ない非表示の", en: "sheet {detail} is hidden so that Unhide does not list it" },
    remedy: {
      ja: "ブックの作成者に表示してもらうか、Alt+F11キー（Windows版）で開くVBAの画面で、このシートのプロパティ「Visible」を「-1」にして、",
      en: "Ask whoever made the workbook to show it, or press Alt+F11 (Windows) and set the sheet's property Visible to -1",
    },
  },
  "store-full": {
    why: { ja: "ブックに残せる量がいっぱいの", en: "what the workbook can keep is full" },
    remedy: {
      ja: "「修正の履歴」や「そのままにする」の要らないものを減らすか、評価シートを新しいブックに移して、",
      en: "Keep less in the fix history, leave fewer findings as they are, or move the evaluation sheet to a new workbook",
    },
  },
} satisfies Partial<Record<RefusalCode, Hindrance>>;

/** True for what hinders any act in the same way. */
export function isHindrance(code: RefusalCode): code is keyof typeof hindrances {
  return code in hindrances;
}

/** The sentence about a hindrance where it does not matter what was asked for. */
export function hindranceSentence(code: keyof typeof hindrances, language: Language): string {
  const { why, remedy } = hindrances[code];
  if (language === "ja") return `${why.ja}ため、できません。何も変えていません。${remedy.ja}もう一度試してください。`;
  return `This could not be done: ${why.en}. Nothing was changed. ${remedy.en}, then try again.`;
}

/** A sentence with a fact in the place of {detail}, and without its brackets where there is none. */
export function withDetail(sentence: string, detail: string): string {
  if (detail === "") return sentence.replace(/ ?[（(「]\{detail\}[）)」]|\{detail\} /, "");
  return sentence.replace("{detail}", () => showHidden(detail.length > 200 ? `${detail.slice(0, 200)}…` : detail));
}
