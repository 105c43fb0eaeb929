import type { Language } from "../core/wording/language.ts";
import type { Note } from "../hosts/file/open.ts";
import { useLanguage } from "../pane/texts.ts";

/** Every word of the workbench around the pane. */
export interface BenchTexts {
  readonly title: string;
  readonly open: string;
  readonly drop: string;
  readonly files: string;
  readonly sheets: string;
  readonly close: (name: string) => string;
  readonly language: string;
  readonly sheet: (name: string) => string;
  readonly hiddenSheet: string;
  readonly hiddenRows: (first: number, last: number) => string;
  readonly hiddenColumns: (first: string, last: string) => string;
  readonly rowNumbers: string;
  readonly cell: string;
  readonly noCell: string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly opening: string;
  readonly notRead: string;
  readonly refused: (name: string) => string;
  readonly notes: Readonly<Record<Note, string>>;
  readonly noNetwork: string;
}

export const benchTexts: Readonly<Record<Language, BenchTexts>> = {
  ja: {
    title: "点検 Tenken",
    open: "開く",
    drop: "ここに放すと開きます（いくつでも）",
    files: "開いているファイル",
    sheets: "シート",
    close: (name) => `${name} を閉じる`,
    language: "表示言語",
    sheet: (name) => `シート ${name}`,
    hiddenSheet: "（非表示）",
    hiddenRows: (first, last) => (first === last ? `${first}行は非表示です` : `${first}〜${last}行は非表示です`),
    hiddenColumns: (first, last) => (first === last ? `${first}列は非表示です` : `${first}〜${last}列は非表示です`),
    rowNumbers: "行番号",
    cell: "選択中のセル",
    noCell: "セルを選ぶと、ここに内容が出ます",
    empty: "評価シートを開いてください",
    emptyHelp: "「開く」を押すか、Excelのファイル（.xlsx、.xlsm）やCSVをここに放してください。いくつでも一度に開けます。",
    opening: "ファイルを開いています…",
    notRead: "シートの表示はありません",
    refused: (name) => `${name} を開けませんでした`,
    notes: { macros: "マクロがありますが、実行しません。", "external-links": "ほかのブックへのリンクがありますが、開きません。" },
    noNetwork: "ファイルはこのページの外へ送られません。",
  },
  en: {
    title: "Tenken 点検",
    open: "Open",
    drop: "Drop to open, as many as you like",
    files: "Open files",
    sheets: "Sheets",
    close: (name) => `Close ${name}`,
    language: "Language",
    sheet: (name) => `Sheet ${name}`,
    hiddenSheet: "(hidden)",
    hiddenRows: (first, last) => (first === last ? `Row ${first} is hidden` : `Rows ${first}–${last} are hidden`),
    hiddenColumns: (first, last) => (first === last ? `Column ${first} is hidden` : `Columns ${first}–${last} are hidden`),
    rowNumbers: "Row numbers",
    cell: "Selected cell",
    noCell: "Select a cell to see what it holds",
    empty: "Open an evaluation sheet",
    emptyHelp: "Press “Open”, or drop Excel files (.xlsx, .xlsm) or CSV files here, as many at once as you like.",
    opening: "Opening the file…",
    notRead: "The sheet is not shown",
    refused: (name) => `${name} could not be opened`,
    notes: { macros: "It holds macros; they are not run.", "external-links": "It links to other workbooks; they are not opened." },
    noNetwork: "Files never leave this page.",
  },
};

/** The workbench's words in the reader's language. */
export function useBenchTexts(): BenchTexts {
  return benchTexts[useLanguage()];
}
