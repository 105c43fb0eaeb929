import type { RefusalCode } from "../refusal.ts";
import { showHidden } from "./hidden.ts";
import type { Language, Wording } from "./language.ts";

const sentences: Readonly<Record<RefusalCode, Wording>> = {
  "table-missing": {
    ja: "評価の表が見つかりません。見出しと番号のある評価シートが入っているか確かめてください。",
    en: "No evaluation table was found. See whether the file holds an evaluation sheet with its header and codes.",
  },
  "not-xlsx": {
    ja: "Excelのブック（.xlsx）ではありません（{detail}）。Excelで開き、「Excelブック」として保存し直してください。",
    en: "This is no Excel workbook ({detail}). Open it in Excel and save it as an Excel workbook (.xlsx).",
  },
  encrypted: {
    ja: "パスワード付きのため開けません。Excelで開いてパスワードを外したものを使ってください。",
    en: "The workbook is locked with a password. Open it in Excel and save a copy without the password.",
  },
  "too-large": {
    ja: "大きすぎるため読みませんでした（{detail}）。評価シートだけを別のブックに移してください。",
    en: "The file is too large and was not read ({detail}). Move the evaluation sheet into a workbook of its own.",
  },
  damaged: {
    ja: "ファイルが壊れています（{detail}）。Excelで開いて保存し直すか、送り主から受け取り直してください。",
    en: "The file is damaged ({detail}). Open it in Excel and save it again, or ask for it once more.",
  },
  unreadable: {
    ja: "ファイルを読めません（{detail}）。場所と名前、開く権限を確かめてください。",
    en: "The file cannot be read ({detail}). Check where it is, its name, and whether you may open it.",
  },
  "form-invalid": {
    ja: "様式のファイルに誤りがあります（{detail}）。示された項目を直してください。",
    en: "The form file is wrong ({detail}). Correct the entry that is named.",
  },
  cancelled: {
    ja: "途中でやめました。何も変えていません。",
    en: "Stopped. Nothing was changed.",
  },
  moved: {
    ja: "{detail}の内容が、点検したときと変わっています。何も書き込んでいません。もう一度点検してください。",
    en: "{detail} no longer holds what was checked. Nothing was written. Please check again.",
  },
  formula: {
    ja: "{detail}は数式の結果です。数式は書き換えません。何も変えていません。もとのセルか数式を直してください。",
    en: "{detail} is the result of a formula, which is not written over. Nothing was changed. Correct the formula or the cells it reads.",
  },
  covered: {
    ja: "{detail}に書き込めませんでした。結合されたセルの中にあるようです。何も変えていません。結合を解いてから、もう一度試してください。",
    en: "{detail} did not take the text; it seems to lie inside merged cells. Nothing was changed. Unmerge them and try again.",
  },
  protected: {
    ja: "シートが保護されているため書き込めません（{detail}）。何も変えていません。「校閲」の「シート保護の解除」を行ってから、もう一度試してください。",
    en: "The sheet is protected ({detail}). Nothing was changed. Unprotect it under Review, then try again.",
  },
  "read-only": {
    ja: "ブックが読み取り専用のため書き込めません。何も変えていません。別の名前で保存したブックで試してください。",
    en: "The workbook is read-only. Nothing was changed. Save a copy under another name and try there.",
  },
  editing: {
    ja: "セルの編集中です。Enterキーで確定するか、Escキーで取り消してください。何も変えていません。",
    en: "A cell is being edited. Press Enter to keep it or Esc to drop it. Nothing was changed.",
  },
  "sheet-gone": {
    ja: "点検したシートが見つかりません。削除されたか、別のブックが開かれています。何も変えていません。",
    en: "The sheet that was checked is no longer there. Nothing was changed.",
  },
  "not-in-front": {
    ja: "別のブックが前面にあります。評価表のブックを前面にして、もう一度試してください。",
    en: "Another workbook is in front. Bring the one with the evaluation sheet to the front and try again.",
  },
  unsupported: {
    ja: "この版のExcelでは使えない機能です（{detail}）。点検は使えます。",
    en: "This version of Excel cannot do that ({detail}). Checking works all the same.",
  },
  interrupted: {
    ja: "Excelとのやり取りが途切れました（{detail}）。もう一度点検すると、どこまで書き込んだか分かります。",
    en: "The exchange with Excel broke off ({detail}). Check again to see how far it came.",
  },
};

/** Kinds of file that are met in place of a workbook; others go by their own name. */
const kinds: ReadonlyMap<string, Wording> = new Map([
  ["empty", { ja: "空のファイル", en: "an empty file" }],
  ["csv", { ja: "CSVなどの文字だけのファイル", en: "a text file such as CSV" }],
  ["html", { ja: "HTMLのページ", en: "an HTML page" }],
  ["xml", { ja: "XMLの文書", en: "an XML document" }],
  ["pdf", { ja: "PDF", en: "a PDF" }],
  ["xls", { ja: "旧形式のブック .xls", en: "an old workbook, .xls" }],
  ["xlsb", { ja: "バイナリ形式のブック .xlsb", en: "a binary workbook, .xlsb" }],
  ["docx", { ja: "Wordの文書", en: "a Word document" }],
  ["pptx", { ja: "PowerPointの文書", en: "a PowerPoint presentation" }],
  ["ods", { ja: "OpenDocumentの表", en: "an OpenDocument spreadsheet" }],
  ["zip", { ja: "ブックでない圧縮ファイル", en: "an archive that holds no workbook" }],
  ["unknown", { ja: "種類の分からないファイル", en: "a file of an unknown kind" }],
]);

/** Why something could not be checked, and what to do. The detail is a fact such as a part's name. */
export function wordRefusal(code: RefusalCode, detail: string, language: Language): string {
  const sentence = sentences[code][language];
  const kind = code === "not-xlsx" ? kinds.get(detail) : undefined;
  const shown = kind ? kind[language] : showHidden(detail.length > 200 ? `${detail.slice(0, 200)}…` : detail);
  return detail === "" ? sentence.replace(/ ?[（(]\{detail\}[）)]/, "") : sentence.replace("{detail}", () => shown);
}
