import { sayCount } from "../../core/wording/counts.ts";
import type { Assumed, EditWaiting } from "../../core/model/ports.ts";
import type { Language } from "../../core/wording/language.ts";
import { useLanguage } from "../../pane/texts/texts.ts";

/** Why there is no pane. */
export type AbsenceCause = "not-loaded" | "no-host" | "too-old";

/** All words around the pane in Excel. */
export interface TaskTexts {
  readonly title: string;
  readonly sheet: string;
  readonly hidden: (name: string) => string;
  readonly findings: (name: string, count: number) => string;
  readonly noTable: (name: string) => string;
  readonly own: (name: string) => string;
  readonly checkAll: string;
  readonly list: string;
  readonly listHelp: string;
  readonly stop: string;
  readonly scanned: (done: number, of: number) => string;
  readonly follow: string;
  readonly asOf: (time: string) => string;
  readonly asOfHelp: string;
  readonly stale: string;
  readonly oldMarks: string;
  readonly renewMarks: string;
  readonly editing: Readonly<Record<Exclude<EditWaiting, false>, string>>;
  readonly assumed: Readonly<Record<Assumed, string>>;
  readonly dismiss: string;
  readonly absent: Readonly<Record<AbsenceCause, readonly [title: string, help: string]>>;
  readonly absentAdvice: string;
  readonly workbench: string;
}

export const taskTexts: Readonly<Record<Language, TaskTexts>> = {
  ja: {
    title: "点検",
    sheet: "点検するシート",
    hidden: (name) => `${name}（非表示）`,
    findings: (name, count) => `${name}：指摘 ${sayCount(count)}件`,
    noTable: (name) => `${name}：評価表なし`,
    own: (name) => `${name}：点検が作ったシート`,
    checkAll: "すべて点検",
    list: "一覧",
    listHelp: "受け取った評価シートの一覧",
    stop: "キャンセル",
    scanned: (done, of) => `${sayCount(of)}シートのうち ${sayCount(done)}シートを点検しました`,
    follow: "入力に合わせて点検し直す",
    asOf: (time) => `${time} 時点`,
    asOfHelp: "シートがその後に変わったかを、Excelから聞けませんでした。今の内容で見るには、点検し直してください。",
    stale: "点検のあとで入力がありました。「点検する」を押すと、今の内容で点検し直します。",
    oldMarks: "シートの印が、今の点検の結果と違います。付け直すと、今までの入力をExcelの「元に戻す」で戻せなくなります。",
    renewMarks: "印を付け直す",
    editing: {
      short: "セルの編集が終わるのを待っています。Enterキーで確定するか、Escキーで取り消してください。",
      long: "Excelがまだ入力の途中です。セルを編集していなければ、シート名を変えている途中でないか、開いたままの画面がないか、同じブックの別のウィンドウで入力していないかを確かめてください。終われば自動で続けます。",
    },
    assumed: {
      "date-system": "日付の起点をExcelから聞けなかったため、1900年から数えています。日付が4年ずれて見えるときは、Excelの「1904年から計算する」を確かめてください。",
      "own-sheets": "このシートが点検の作ったものかをExcelから聞けなかったため、ふつうのシートとして点検しました。",
    },
    dismiss: "閉じる",
    absent: {
      "not-loaded": ["Excelとつながりません", "Microsoftのサイトにある部品（Office.js）を読み込めませんでした。ネットワークで止められていることがあります。ブックは何も変わっていません。"],
      "no-host": ["この画面はExcelの中で使います", "ブラウザーで直接開いたため、点検するブックがありません。"],
      "too-old": ["このExcelでは使えません", "Excel 2021以降、Microsoft 365、またはWeb版のExcelが要ります。ブックは何も変わっていません。"],
    },
    absentAdvice: "次の点検画面なら、Excelにつながなくても同じ点検ができます。通信はしません。Excelの中で使うには、情報システムの担当の方にご相談ください。",
    workbench: "ブラウザーの点検画面を開く",
  },
  en: {
    title: "Tenken",
    sheet: "Sheet to check",
    hidden: (name) => `${name} (hidden)`,
    findings: (name, count) => `${name}: ${sayCount(count)} ${count === 1 ? "finding" : "findings"}`,
    noTable: (name) => `${name}: no evaluation table`,
    own: (name) => `${name}: made by Tenken`,
    checkAll: "Check all",
    list: "List",
    listHelp: "All sheets received",
    stop: "Stop",
    scanned: (done, of) => `${sayCount(done)} of ${sayCount(of)} sheets checked`,
    follow: "Check again while I type",
    asOf: (time) => `As of ${time}`,
    asOfHelp: "Excel did not tell whether the sheet has changed since. Check again to see it as it is now.",
    stale: "The sheet was edited after the check. “Check” looks at it as it is now.",
    oldMarks: "The marks on the sheet are not those of this check. After renewing them, Excel can no longer undo your earlier edits.",
    renewMarks: "Renew marks",
    editing: {
      short: "Waiting for a cell edit to end. Press Enter to keep it or Esc to drop it.",
      long: "Excel is still in the middle of an entry. If no cell is being edited, see whether a sheet is being renamed, a dialog is open, or another window of this workbook is in use. The work goes on by itself then.",
    },
    assumed: {
      "date-system": "Excel did not tell where its dates begin; they are counted from 1900. If dates seem off by four years, see “Use 1904 date system” in Excel’s options.",
      "own-sheets": "Excel did not tell whether Tenken made this sheet; it was checked as any other.",
    },
    dismiss: "Close",
    absent: {
      "not-loaded": ["Excel cannot be reached", "A part on Microsoft’s site (Office.js) did not load; the network may be blocking it. The workbook is unchanged."],
      "no-host": ["This page works inside Excel", "It was opened in a browser, where there is no workbook to check."],
      "too-old": ["This Excel is too old", "Excel 2021 or later, Microsoft 365 or Excel on the web is needed. The workbook is unchanged."],
    },
    absentAdvice: "The page below checks the same without Excel and sends nothing. To work inside Excel, ask your IT department.",
    workbench: "Open the workbench in the browser",
  },
};

export function useTaskTexts(): TaskTexts {
  return taskTexts[useLanguage()];
}

/** Japanese unless the menus are in English, "en-US" or "en_us"; also where a host does not tell (office-js-docs-reference#554). */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith("en") ? "en" : "ja";
}
