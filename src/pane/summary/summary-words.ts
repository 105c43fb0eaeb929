import { sayCount } from "../../core/wording/counts.ts";
import type { Language } from "../../core/wording/language.ts";

/** The words of summing up, which nobody needs for the first result. */
interface SummaryWords {
  readonly summarizing: string;
  /** A sheet with what speaks against replacing it. */
  readonly doubted: (name: string, reasons: readonly string[]) => string;
  readonly changed: (sheets: readonly string[]) => string;
  readonly makeAnother: string;
  readonly overwrite: string;
  readonly makeElsewhere: string;
  readonly made: (names: readonly string[], newBook: string | undefined) => string;
  /** Where not all offices are in the numbers. */
  readonly counted: (all: number, read: number) => string;
  readonly stays: string;
  readonly leftovers: (names: readonly string[]) => string;
  readonly open: string;
  readonly takeAway: string;
  readonly deleted: (count: number) => string;
  readonly elsewhere: string;
}

export const summaryWords: Readonly<Record<Language, SummaryWords>> = {
  ja: {
    summarizing: "総括シートを作っています",
    doubted: (name, reasons) => `「${name}」は、${reasons.join("、")}`,
    changed: (sheets) => `${sheets.join("。")}。上書きしますか。記入欄に書いたことは、どちらでも引き継ぎます。`,
    makeAnother: "別のシートに作る",
    overwrite: "上書きする",
    makeElsewhere: "新しいブックに作る",
    made: (names, newBook) => `${newBook === undefined ? "" : `新しいブック「${newBook}」に`}${names.map((name) => `「${name}」`).join("")}を作りました。`,
    counted: (all, read) => `${sayCount(all)}か所のうち${sayCount(read)}か所を集計しました。集計できなかったものの理由は「総括」にあります。`,
    stays: "Excelの「元に戻す」では消せません。",
    leftovers: (names) => `作りかけのまま残ったと見られるシート${names.map((name) => `「${name}」`).join("")}があります。この画面で作ったものではないため、そのままにしました。不要であれば、中身を確かめて削除してください。`,
    open: "開く",
    takeAway: "作成したシートを削除",
    deleted: (count) => `作成した${sayCount(count)}枚のシートを削除しました。`,
    elsewhere: "別のウィンドウの新しいブックに作りました。もとのブックは変わっていません。",
  },
  en: {
    summarizing: "Making summary sheets",
    doubted: (name, reasons) => `“${name}” ${reasons.join(", and ")}`,
    changed: (sheets) => `${sheets.join("; ")}. Overwrite? What was written into the columns for notes is carried over either way.`,
    makeAnother: "Make other sheets",
    overwrite: "Overwrite",
    makeElsewhere: "Make a new workbook",
    made: (names, newBook) => `Made ${names.map((name) => `“${name}”`).join(", ")}${newBook === undefined ? "" : ` in a new workbook, “${newBook}”`}.`,
    counted: (all, read) => `${sayCount(read)} of ${sayCount(all)} offices are counted; “Summary” says why the others are not.`,
    stays: "Excel’s own undo does not take them away.",
    leftovers: (names) => `${names.map((name) => `“${name}”`).join(", ")} ${names.length === 1 ? "looks like a sheet that was" : "look like sheets that were"} never finished. As this session did not make ${names.length === 1 ? "it, it was" : "them, they were"} left alone. Look inside, and delete what is not needed.`,
    open: "Open",
    takeAway: "Delete the sheets made",
    deleted: (count) => `${sayCount(count)} ${count === 1 ? "sheet" : "sheets"} deleted.`,
    elsewhere: "Made in a new workbook in another window. This one is unchanged.",
  },
};
