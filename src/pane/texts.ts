import { createContext, useContext } from "react";
import type { Counts } from "../core/finding.ts";
import type { Language } from "../core/wording/language.ts";
import type { Grouping } from "./state.ts";
import type { Kind } from "./kinds.ts";

/** Every word of the pane. Sentences about findings, marks and refusals are the core's. */
export interface Texts {
  readonly pane: string;
  readonly check: string;
  readonly cancel: string;
  readonly busy: string;
  readonly noSheet: string;
  readonly noSheetHelp: string;
  readonly notChecked: string;
  readonly notCheckedHelp: string;
  readonly clean: string;
  readonly cleanHelp: string;
  readonly noTable: string;
  readonly refused: string;
  readonly failed: string;
  readonly failedHelp: string;
  readonly nothingShown: string;
  readonly showAll: string;
  readonly counts: (counts: Counts) => string;
  readonly range: (range: string) => string;
  readonly hiddenRows: (rows: number) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly filter: string;
  readonly groupings: Readonly<Record<Grouping, string>>;
  readonly grouping: string;
  readonly marks: string;
  readonly findings: string;
  readonly review: string;
  readonly list: string;
  readonly row: (row: number) => string;
  readonly rows: (first: number, last: number) => string;
  readonly number: (count: number) => string;
  readonly found: string;
  readonly how: string;
  readonly previous: string;
  readonly next: string;
  readonly checked: (findings: number, marks: number) => string;
  readonly filtered: (shown: number) => string;
  readonly stepped: (number: number, of: number) => string;
  readonly legend: string;
  readonly mend: string;
  readonly mendSuggested: string;
  readonly mendRule: (count: number) => string;
  readonly mendAll: (count: number) => string;
  readonly mendChosen: (count: number) => string;
  readonly safeMends: string;
  readonly safeMendsHelp: string;
  readonly chooseAll: string;
  readonly stopChoosing: string;
  readonly change: string;
  readonly becomes: string;
  readonly mending: string;
  readonly history: (count: number) => string;
  readonly historyTitle: string;
  readonly historyHelp: string;
  readonly takeBack: string;
  readonly takeAllBack: string;
  readonly back: string;
  readonly dismiss: string;
  readonly unfinished: (count: number) => string;
  readonly finish: string;
  readonly mended: (count: number) => string;
  readonly clashed: (cells: string) => string;
  readonly takenBack: (count: number) => string;
  readonly changedSince: (count: number) => string;
  readonly summarize: string;
  readonly summarizing: string;
  readonly changedSummary: (sheets: string) => string;
  readonly makeAnother: string;
  readonly overwrite: string;
  readonly makeElsewhere: string;
  readonly summaryMade: (names: readonly string[]) => string;
  readonly deleteMade: string;
  readonly summaryDeleted: (count: number) => string;
  readonly summaryElsewhere: string;
}

export const texts: Readonly<Record<Language, Texts>> = {
  ja: {
    pane: "点検結果",
    check: "点検する",
    cancel: "中止",
    busy: "点検しています",
    noSheet: "シートが開かれていません",
    noSheetHelp: "評価シートのファイル（.xlsx など）を開くと、ここに点検結果が出ます。",
    notChecked: "まだ点検していません",
    notCheckedHelp: "「点検する」を押すと、番号・達成状況・ページの誤りと、見直しが要る行を調べます。シートは書き換えません。",
    clean: "指摘はありません",
    cleanHelp: "番号、達成状況、ページ、文章のどれにも誤りは見つかりませんでした。",
    noTable: "このシートは点検できません",
    refused: "点検できませんでした",
    failed: "点検の途中で思わぬ不具合が起きました",
    failedHelp: "シートは何も変わっていません。もう一度点検し、繰り返すときはファイルを開き直してください。",
    nothingShown: "選んだ種類のものはありません",
    showAll: "すべて表示",
    counts: ({ issues, strategies, initiatives }) => `経営課題 ${issues}・戦略 ${strategies}・取組 ${initiatives}`,
    range: (range) => `範囲 ${range}`,
    hiddenRows: (rows) => `非表示の行 ${rows} も点検しました`,
    kinds: { error: "誤り", warning: "注意", info: "確認", required: "要見直し", attention: "要注意" },
    filter: "種類で絞り込む",
    groupings: { row: "行ごと", rule: "規則ごと" },
    grouping: "まとめ方",
    marks: "要見直しをシートに表示",
    findings: "指摘",
    review: "見直しが要る行",
    list: "指摘と見直しの一覧",
    row: (row) => `${row}行`,
    rows: (first, last) => (first === last ? `${first}行` : `${first}〜${last}行`),
    number: (count) => `${count}件`,
    found: "セルの内容",
    how: "直し方",
    previous: "前の指摘（Shift+F8）",
    next: "次の指摘（F8）",
    checked: (findings, marks) => `点検が終わりました。指摘 ${findings}件、見直しが要る行 ${marks}件。`,
    filtered: (shown) => `${shown}件を表示しています。`,
    stepped: (number, of) => `${of}件中 ${number}件目`,
    legend: "シートでの色",
    mend: "修正",
    mendSuggested: "この案で修正",
    mendRule: (count) => `この種類をすべて修正（${count}件）`,
    mendAll: (count) => `安全な修正をすべて適用（${count}件）…`,
    mendChosen: (count) => `選んだ${count}件を修正`,
    safeMends: "安全な修正",
    safeMendsHelp: "直し方がひとつに決まるものです。修正しないものは、印を外してください。",
    chooseAll: "すべて選ぶ",
    stopChoosing: "やめる",
    change: "修正の内容",
    becomes: "→",
    mending: "書き込んでいます",
    history: (count) => `修正の履歴（${count}件）`,
    historyTitle: "修正の履歴",
    historyHelp: "新しい順です。セルがそのあと書き換えられていなければ、どれでも元に戻せます。",
    takeBack: "元に戻す",
    takeAllBack: "すべて元に戻す",
    back: "一覧に戻る",
    dismiss: "閉じる",
    unfinished: (count) => `途中で止まった修正が${count}件あります。`,
    finish: "続きを行う",
    mended: (count) => `${count}件を修正しました。`,
    clashed: (cells) => `${cells}は、書き込んだ直後に別の内容になっていました。共同で編集している方に確かめてください。`,
    takenBack: (count) => `${count}件を元に戻しました。`,
    changedSince: (count) => `${count}件は、あとで書き換えられていたため、そのままにしました。`,
    summarize: "総括シートを作る",
    summarizing: "総括シートを作っています",
    changedSummary: (sheets) => `${sheets}。上書きしますか。記入欄に書いたことは、どちらでも引き継ぎます。`,
    makeAnother: "別のシートに作る",
    overwrite: "上書きする",
    makeElsewhere: "新しいブックに作る",
    summaryMade: (names) => `${names.map((name) => `「${name}」`).join("")}を作りました。Excelでは「元に戻す」で消せないため、消すときは「作成したシートを削除」を押してください。`,
    deleteMade: "作成したシートを削除",
    summaryDeleted: (count) => `作成した${count}枚のシートを削除しました。`,
    summaryElsewhere: "新しいブックに作りました。もとのブックは変わっていません。",
  },
  en: {
    pane: "Results",
    check: "Check",
    cancel: "Cancel",
    busy: "Checking",
    noSheet: "No sheet is open",
    noSheetHelp: "Open an evaluation sheet (.xlsx or the like): what was found appears here.",
    notChecked: "Not checked yet",
    notCheckedHelp: "“Check” looks for faults in codes, statuses and pages, and for rows that need review. The sheet is not changed.",
    clean: "No findings",
    cleanHelp: "Nothing is wrong with the codes, statuses, pages and texts.",
    noTable: "This sheet cannot be checked",
    refused: "The sheet was not checked",
    failed: "The check failed unexpectedly",
    failedHelp: "The sheet is unchanged. Check once more; if it happens again, open the file anew.",
    nothingShown: "Nothing of the chosen kinds",
    showAll: "Show all",
    counts: ({ issues, strategies, initiatives }) =>
      `${issues} ${issues === 1 ? "issue" : "issues"} · ${strategies} ${strategies === 1 ? "strategy" : "strategies"} · ${initiatives} ${initiatives === 1 ? "initiative" : "initiatives"}`,
    range: (range) => `Range ${range}`,
    hiddenRows: (rows) => `${rows} hidden ${rows === 1 ? "row was" : "rows were"} checked too`,
    kinds: { error: "Error", warning: "Warning", info: "Note", required: "Review", attention: "Attention" },
    filter: "Filter by kind",
    groupings: { row: "By row", rule: "By rule" },
    grouping: "Group",
    marks: "Show review marks in the sheet",
    findings: "Findings",
    review: "Rows that need review",
    list: "Findings and rows to review",
    row: (row) => `Row ${row}`,
    rows: (first, last) => (first === last ? `Row ${first}` : `Rows ${first}–${last}`),
    number: (count) => String(count),
    found: "In the cell",
    how: "To mend",
    previous: "Previous finding (Shift+F8)",
    next: "Next finding (F8)",
    checked: (findings, marks) => `Checked. ${findings} ${findings === 1 ? "finding" : "findings"}, ${marks} ${marks === 1 ? "row" : "rows"} to review.`,
    filtered: (shown) => `${shown} shown.`,
    stepped: (number, of) => `${number} of ${of}`,
    legend: "Colours in the sheet",
    mend: "Mend",
    mendSuggested: "Mend as suggested",
    mendRule: (count) => `Mend all ${count} of this kind`,
    mendAll: (count) => `Mend all that is safe (${count})…`,
    mendChosen: (count) => `Mend ${count} chosen`,
    safeMends: "Safe mends",
    safeMendsHelp: "Each can be mended in one way only. Untick those that you want to keep as they are.",
    chooseAll: "Choose all",
    stopChoosing: "Not now",
    change: "Change",
    becomes: "→",
    mending: "Writing",
    history: (count) => `Mends so far (${count})`,
    historyTitle: "Mends so far",
    historyHelp: "The latest first. Any of them can be taken back as long as its cell was not changed since.",
    takeBack: "Take back",
    takeAllBack: "Take all back",
    back: "Back to the list",
    dismiss: "Close",
    unfinished: (count) => `${count} ${count === 1 ? "mend was" : "mends were"} broken off.`,
    finish: "Go on",
    mended: (count) => `${count} ${count === 1 ? "mend" : "mends"} done.`,
    clashed: (cells) => `${cells} held something else right after writing. Ask those who edit with you.`,
    takenBack: (count) => `${count} ${count === 1 ? "mend" : "mends"} taken back.`,
    changedSince: (count) => `${count} ${count === 1 ? "was" : "were"} changed since and left alone.`,
    summarize: "Make summary sheets",
    summarizing: "Making summary sheets",
    changedSummary: (sheets) => `${sheets}. Overwrite? What was written into the columns for notes is carried over either way.`,
    makeAnother: "Make other sheets",
    overwrite: "Overwrite",
    makeElsewhere: "Make a new workbook",
    summaryMade: (names) => `Made ${names.map((name) => `“${name}”`).join(", ")}. Excel’s own undo does not take them away: use “Delete the sheets made”.`,
    deleteMade: "Delete the sheets made",
    summaryDeleted: (count) => `${count} ${count === 1 ? "sheet" : "sheets"} deleted.`,
    summaryElsewhere: "Made in a new workbook. This one is unchanged.",
  },
};

/** The reader's language, for everything below. */
export const LanguageContext = createContext<Language>("ja");

/** The pane's words in the reader's language. */
export function useTexts(): Texts {
  return texts[useContext(LanguageContext)];
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
