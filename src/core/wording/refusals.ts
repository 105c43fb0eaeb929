import { sheetEndings, textEndings } from "./endings.ts";
import type { RefusalCode, RefusalReason } from "../model/refusal.ts";
import { describeAmount } from "./amounts.ts";
import { hindrances, hindranceSentence, isHindrance, withDetail } from "./hindrances.ts";
import type { Language, Wording } from "./language.ts";
import { notLoaded } from "./not-loaded.ts";

/** Of a form that was forced. */
const formMissing: Wording = {
  ja: "様式「{detail}」に合う評価の表が見つかりません。シートの見出しを様式の列と見比べるか、--form を付けずに点検してください。",
  en: "No evaluation table of the form {detail} was found. Compare the sheet's header with the form's columns, or check without --form.",
};

const noEncoding: Wording = {
  ja: "文字コードが分からないため読めません。もとの表をExcelで開き、「Excelブック」か「CSV UTF-8」として保存し直してください。",
  en: "The encoding of this text file cannot be told. Open the table it was made from in Excel and save it as an Excel workbook or as CSV UTF-8.",
};

const sentences: Readonly<Record<Exclude<RefusalCode, keyof typeof hindrances>, Wording>> = {
  "table-missing": {
    ja: "評価の表が見つかりません。見出しと番号のある評価シートが入っているか確かめてください。",
    en: "No evaluation table was found. See whether the file holds an evaluation sheet with its header and codes.",
  },
  "own-summary": {
    ja: "点検が作った集計のシートで、評価シートではありません。もとの評価シートのファイルを選んでください。",
    en: "This is a summary that Tenken made, and no evaluation sheet. Choose the file of the evaluation sheet itself.",
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
    ja: "ファイルを読めません（{detail}）。動かしたり書き換えたりしていないか、開く権限があるかを確かめて、もう一度試してください。",
    en: "The file cannot be read ({detail}). Check that it was neither moved nor changed meanwhile and that you may open it, then try again.",
  },
  "form-invalid": {
    ja: "様式のファイルに誤りがあります（{detail}）。示された項目を直してください。",
    en: "The form file is wrong ({detail}). Correct the entry that is named.",
  },
  "other-form": {
    ja: "別の様式（{detail}）で点検しているため、数に入れていません。同じ様式のものだけをまとめて作ってください。",
    en: "It was checked by another form, {detail}, and is not in the numbers. Make a summary of sheets of one form.",
  },
  "settings-invalid": {
    ja: "貼り付けた設定に誤りがあります（{detail}）。何も変えていません。示された項目を直してください。",
    en: "The pasted settings are wrong ({detail}). Nothing was changed. Correct the entry that is named.",
  },
  cancelled: {
    ja: "キャンセルしました。何も変えていません。",
    en: "Stopped. Nothing was changed.",
  },
  moved: {
    ja: "{detail}の内容が、点検したときと変わっています。何も書き込んでいません。もう一度点検してください。",
    en: "{detail} no longer holds what was checked. Nothing was written. Please check again.",
  },
  formula: {
    ja: "{detail}は数式の結果です。数式は書き換えないので、変えていません。もとのセルか数式を直してください。",
    en: "{detail} is the result of a formula. Formulas are never written over, so it was not changed. Correct the formula or the cells it reads.",
  },
  covered: {
    ja: "{detail}に書き込めませんでした。結合されたセルの中にあるようです。何も変えていません。結合を解いてから、もう一度試してください。",
    en: "{detail} did not take the text; it seems to lie inside merged cells. Nothing was changed. Unmerge them and try again.",
  },
  locked: {
    ja: `{detail}はロックされていて、シートが保護されているため、変えていません。${hindrances.protected.remedy.ja}もう一度試してください。`,
    en: `{detail} is locked and the sheet is protected, so it was not changed. ${hindrances.protected.remedy.en}, then try again.`,
  },
  "table-header": {
    ja: "{detail}はExcelのテーブルの見出しで、列の名前として数式などからも使われるため、変えていません。Excelで直してください。",
    en: "{detail} is in the header of an Excel table, whose formulas may use it as the column's name, so it was not changed. Correct it in Excel.",
  },
  "read-only": {
    ja: "ブックが読み取り専用のため書き込めません。何も変えていません。別の名前で保存したブックで試してください。",
    en: "The workbook is read-only. Nothing was changed. Save a copy under another name and try there.",
  },
  unsupported: {
    ja: "この版のExcelでは使えない機能です（{detail}）。点検は使えます。",
    en: "This version of Excel cannot do that ({detail}). Checking works all the same.",
  },
  interrupted: {
    ja: "Excelとのやり取りが途切れました（{detail}）。もう一度点検すると、どこまで書き込んだか分かります。",
    en: "The exchange with Excel broke off ({detail}). Check again to see how far it came.",
  },
  "too-long": {
    ja: "{detail}に入れる文字が、Excelで使える32,767文字を超えています。何も変えていません。文を短くしてください。",
    en: "The text for {detail} is longer than Excel's 32,767 characters. Nothing was changed. Shorten it.",
  },
  "too-many-cells": {
    ja: "セルが多すぎます。一度にコピー、貼り付け、消去できるのは{detail}セルまでです。何も変えていません。範囲を分けてください。",
    en: "These are too many cells: at most {detail} are copied, pasted or emptied at once. Nothing was changed. Take smaller blocks.",
  },
  "text-only": {
    ja: `文字だけのファイル（${textEndings.join("、")}）では、セルの文字のほかは変えられません。何も変えていません。Excelで「Excelブック」として保存したものを使ってください。`,
    en: `In a text file (${textEndings.join(", ")}) nothing but the text of cells can be changed. Nothing was changed. Use a copy saved as an Excel workbook.`,
  },
  "kept-less": {
    ja: "ブックに残せる記録の大きさに限りがあるため、古い記録を{detail}件消しました（修正の履歴、そのままにした指摘、前回の結果）。セルは何も変わっていません。",
    en: "A workbook has room for so many records only: the {detail} oldest (fix history, findings left as they are, last results) were dropped. No cell was changed.",
  },
  "kept-newer": {
    ja: "ブックに残っている記録が、この道具の新しい版のものなので、読むことも書き換えることもできません。何も変えていません。新しい版の道具を使ってください。",
    en: "What the workbook keeps is from a newer version of this program and can be neither read nor replaced here. Nothing was changed. Use the newer version.",
  },
  "reads-as-formula": {
    ja: "{detail}に入れる文字は、このファイルをExcelで開くと数式になるので、変えていません。Excelで「Excelブック」として保存したもので直してください。",
    en: "Excel would make a formula of the text for {detail} when it opens this file, so it was not changed. Fix it in a copy saved as an Excel workbook.",
  },
  "no-such-letter": {
    ja: "{detail}に入れる文字は、このファイルの文字コードでは書けないので、変えていません。Excelで「CSV UTF-8」か「Excelブック」として保存したもので直してください。",
    en: "The encoding of this file lacks letters of the text for {detail}, so it was not changed. Fix it in a copy saved as CSV UTF-8 or as an Excel workbook.",
  },
  "not-ours": {
    ja: "シート「{detail}」は、この画面で作ったものではないため、置き換えも削除もしません。何も変えていません。不要なシートであれば、中身を確かめて削除してください。",
    en: "Sheet {detail} was not made in this session and is neither replaced nor deleted. Nothing was changed. If it is not needed, look inside and delete it yourself.",
  },
  "last-sheet": {
    ja: "シート「{detail}」を削除すると、見えるシートがなくなります。何も変えていません。先に別のシートを表示してください。",
    en: "Without sheet {detail} no visible sheet would be left. Nothing was changed. Show another sheet first.",
  },
  "output-exists": {
    ja: "書き出し先のファイルがすでにあります（{detail}）。何も変えていません。別の名前にするか、上書きしてよければ --force を付けてください。",
    en: "The output file is there already ({detail}). Nothing was changed. Choose another name, or add --force to overwrite it.",
  },
  "output-is-source": {
    ja: "書き出し先が、読み込むファイルと同じです（{detail}）。元のファイルには書き込みません。何も変えていません。別のフォルダーか別の名前を指定してください。",
    en: "The output is one of the files that are read ({detail}); sources are never written. Nothing was changed. Choose another folder or name.",
  },
  "not-saved": {
    ja: "保存できませんでした（{detail}）。元のファイルも書き出し先も変えていません。空き容量と場所、ファイルが開かれていないかを確かめてください。",
    en: "The file could not be saved ({detail}). Neither the source nor the output was changed. Check the free space, the folder, and whether the file is open.",
  },
  "not-loaded": notLoaded,
  internal: {
    ja: "この道具の誤りのため、このファイルの途中で止まりました（{detail}）。ファイルのせいではありません。この行をそのまま、道具を受け取った先に知らせてください。",
    en: "A fault of this program stopped its work on this file ({detail}). The file is not to blame. Please send this line to whoever gave you the program.",
  },
};

const archive: Wording = { ja: "ブックでない圧縮ファイルです。展開して、中のExcelのブック（.xlsx）を使ってください。", en: "This is an archive and no workbook. Unpack it and use the Excel workbook (.xlsx) inside." };

const lockedArchive: Wording = {
  ja: "パスワード付きの圧縮ファイルです。パスワードを入れて展開し、中のExcelのブック（.xlsx）を使ってください。",
  en: "This is an archive with a password. Unpack it with the password and use the Excel workbook (.xlsx) inside.",
};

const signed: Wording = {
  ja: "電子署名のあるブックで、書き換えると署名が無効になるため、書き込めません。何も変えていません。Excelの「ファイル」「情報」で署名を削除した控えで試してください。",
  en: "The workbook has a digital signature, which a change would break. Nothing was changed. Remove the signature from a copy under File, Info in Excel, and try there.",
};

/** Kinds that Excel does not open, or for which something else is easier, and what to do with them. */
const notForExcel: ReadonlyMap<string, Wording> = new Map([
  ["pdf", otherDocument("PDF", "a PDF")],
  ["docx", otherDocument("Wordの文書", "a Word document")],
  ["pptx", otherDocument("PowerPointの文書", "a PowerPoint presentation")],
  ["folder", { ja: `フォルダーの中に評価シートのファイル（${sheetEndings.join(" ")}）がありません。ファイルのあるフォルダーか、ファイルを開いてください。`, en: `This folder holds no sheets (${sheetEndings.join(" ")}). Open a folder that does, or a file.` }],
  ["empty", { ja: "ファイルが空です（0バイト）。保存し直すか、送り主から受け取り直してください。", en: "The file is empty (0 bytes). Save it again, or ask for it once more." }],
  ["picture", otherDocument("画像", "a picture")],
  ["mail", { ja: "メールで、Excelのブック（.xlsx）ではありません。添付されたブックを保存して、それを使ってください。", en: "This is a mail and no Excel workbook (.xlsx). Save the workbook that is attached to it, and use that." }],
  ["numbers", { ja: "Numbersの書類で、Excelのブック（.xlsx）ではありません。Numbersで「Excel」に書き出したものを使ってください。", en: "This is a Numbers document and no Excel workbook (.xlsx). Export it from Numbers to Excel, and use that." }],
  ["csv", { ja: `文字だけのファイルで、Excelのブック（.xlsx）ではありません。表であれば、名前の終わりを ${textEndings.join("、")} のどれかに変えるか、Excelで開いて「Excelブック」として保存し直してください。`, en: `This is a text file and no Excel workbook (.xlsx). If it holds a table, let its name end in ${textEndings.join(", ")}, or open it in Excel and save it as an Excel workbook.` }],
  ["zip", archive],
  ["archive", archive],
]);

function otherDocument(ja: string, en: string): Wording {
  return { ja: `${ja}で、Excelのブック（.xlsx）ではありません。送り主から、もとのブックを受け取ってください。`, en: `This is ${en} and no Excel workbook (.xlsx). Ask whoever sent it for the workbook it was made from.` };
}

/** File kinds that people open in place of a workbook; other kinds are named as they are. */
const kinds: ReadonlyMap<string, Wording> = new Map([
  ["html", { ja: "HTMLのページ", en: "an HTML page" }],
  ["mht", { ja: "Webページを一つにまとめたファイル .mht", en: "a web archive, .mht" }],
  ["xml", { ja: "XMLの文書", en: "an XML document" }],
  ["xls", { ja: "旧形式のブック .xls", en: "an old workbook, .xls" }],
  ["xlsb", { ja: "バイナリ形式のブック .xlsb", en: "a binary workbook, .xlsb" }],
  ["ods", { ja: "OpenDocumentの表", en: "an OpenDocument spreadsheet" }],
  ["unknown", { ja: "種類の分からないファイル", en: "a file of an unknown kind" }],
]);

/** A refusal's sentence, with {detail} where its fact stands. */
export function refusalSentence(code: RefusalCode, language: Language): string {
  return isHindrance(code) ? hindranceSentence(code, language) : sentences[code][language];
}

/** The facts of hosts that are not names. */
function inJapanese(code: RefusalCode, detail: string): string {
  if (code === "too-large") return describeAmount(detail);
  return code === "damaged" ? detail.replace(/(^|: )zip directory$/, "$1部品の一覧") : detail;
}

/**
 * Why something could not be done, and the remedy. The detail is a fact such as the name of a part. What is wrong in a form
 * or in settings, and why a path cannot be opened, `explainRefusal` tells.
 */
export function describeRefusal({ code, detail }: RefusalReason, language: Language): string {
  const sentence = closerSentence(code, detail)?.[language] ?? refusalSentence(code, language);
  const kind = code === "not-xlsx" ? kinds.get(detail) : undefined;
  const said = language === "ja" ? inJapanese(code, detail) : detail;
  return withDetail(sentence, kind ? kind[language] : said);
}

/** A sentence for this fact alone. */
function closerSentence(code: RefusalCode, detail: string): Wording | undefined {
  if (code === "table-missing") return detail === "" ? undefined : formMissing;
  if (code === "not-xlsx") return notForExcel.get(detail);
  if (code === "encrypted" && detail === "zip") return lockedArchive;
  if (code === "read-only" && detail === "_xmlsignatures") return signed;
  return code === "unreadable" && detail === "encoding" ? noEncoding : undefined;
}
