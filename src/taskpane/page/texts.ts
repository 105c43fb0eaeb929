import { sayCount } from "../../core/wording/counts.ts";
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
    absent: {
      "not-loaded": ["Excelとつながりません", "Microsoftのサイトにある部品（Office.js）を読み込めませんでした。ネットワークで止められていることがあります。ブックは何も変わっていません。"],
      "no-host": ["この画面はExcelの中で使います", "ブラウザーで直接開いたため、点検するブックがありません。"],
      "too-old": ["このExcelでは使えません", "Excel 2021以降、Microsoft 365、又はWeb版のExcelが要ります。ブックは何も変わっていません。"],
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
