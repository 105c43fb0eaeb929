import { sayCount } from "../core/wording/counts.ts";
import type { Language } from "../core/wording/language.ts";
import { typed } from "./typed.ts";

/** Words of the commands. */
interface CliTexts {
  readonly safe: string;
  readonly suggested: string;
  readonly noFixes: string;
  /** Findings that the program cannot fix. */
  readonly byHand: (count: number) => string;
  readonly leftOut: string;
  readonly nothingToFix: string;
  readonly fixed: (path: string, cells: number) => string;
  readonly fixTotal: (safe: number, suggested: number, written: number, failed: number) => string;
  /** @param suggested how many fixes a person must decide on */
  readonly notWritten: (suggested: number) => string;
  /** A file that another program keeps beside its own. */
  readonly passedOver: (path: string) => string;
  /** Files where this run writes, inside a folder that is read. */
  readonly writtenBefore: (out: string, count: number) => string;
  /** A file that another program has open: it may hold what is not saved yet. */
  readonly openElsewhere: (path: string) => string;
  readonly readsPipe: (path: string) => string;
  /** The names of copies whose sources have one name. */
  readonly toldApart: (names: readonly string[]) => string;
  readonly watching: (folders: readonly string[]) => string;
  readonly stopped: string;
  readonly folderGone: string;
  readonly gone: (path: string) => string;
  /** The columns of the report as a table. */
  readonly columns: readonly string[];
  readonly notChecked: string;
  readonly filesNotChecked: (count: number) => string;
  readonly sheetsNotChecked: (count: number) => string;
  /** Between the counts of the last line. */
  readonly between: string;
  readonly macros: string;
  readonly noFindings: string;
  /** Findings that stay as they are. */
  readonly accepted: (count: number) => string;
  readonly decided: (reason: string, by: string, day: string) => string;
  /** Behind the name of a hidden sheet. */
  readonly hidden: string;
  /** Before a form's name. */
  readonly form: string;
  /** What is no finding, and must be known all the same. */
  readonly notice: string;
  readonly noRows: string;
  readonly noMarks: string;
  readonly marked: (path: string) => string;
  readonly markTotal: (written: number, failed: number) => string;
  readonly summedUp: (path: string, all: number, read: number) => string;
  readonly nothingToSumUp: string;
  readonly replied: (path: string, sheets: number) => string;
  readonly nothingToReply: string;
  readonly sampleLeftOut: (path: string) => string;
  readonly savedForm: (path: string) => string;
  /** Questions that an inferred form leaves open. */
  readonly openQuestions: (count: number) => string;
  /** Findings of a rule that are only counted. */
  readonly moreFindings: (count: number) => string;
  /** The effects of a file's own settings on its check. */
  readonly ownSettings: (what: string, isUsed: boolean) => string;
}

export const cliTexts: Readonly<Record<Language, CliTexts>> = {
  ja: {
    safe: "安全",
    suggested: "提案",
    noFixes: "自動で直せる指摘はありません。",
    byHand: (count) => `ほかに、人が直す指摘が${sayCount(count)}件あります（${typed("check")} で見られます）。`,
    leftOut: "見送り",
    nothingToFix: "安全な修正がないため、書き出しませんでした。",
    fixed: (path, cells) => `${sayCount(cells)}個のセルを直し、${path} に書き出しました。元のファイルは変えていません。`,
    fixTotal: (safe, suggested, written, failed) => `安全な修正 ${sayCount(safe)}　提案 ${sayCount(suggested)}　書き出したファイル ${sayCount(written)}　できなかったファイル ${sayCount(failed)}`,
    notWritten: (suggested) => `何も書き出していません。安全な修正を書き出すには、--safe --out フォルダー を付けてください（--dry-run は付けません）。${suggested > 0 ? "提案は人が確かめて直します。" : ""}`,
    passedOver: (path) => `${path} は、ほかのファイルを開いている間などに作られる補助のファイルなので、飛ばしました。`,
    writtenBefore: (out, count) => `書き出し先の ${out} にあるファイル${sayCount(count)}個は、前に書き出したものとして、読みませんでした。`,
    openElsewhere: (path) => `${path} はExcelなどで開かれたままです。保存してある内容を読みます。書きかけのものも点検するには、保存してからもう一度打ってください。`,
    readsPipe: (path) => `${path} はパイプです。ほかのプログラムが書き込むのを待って読みます。やめるには Ctrl+C を押してください。`,
    toldApart: (names) => `同じ名前のファイルは、フォルダーに分けて書き出します: ${names.join("、")}`,
    watching: (folders) => `${folders.join("、")} を見張っています。ファイルが保存されるたびに点検します。やめるには Ctrl+C を押してください。`,
    stopped: "見張るのをやめました。",
    folderGone: "見張っていたフォルダーがなくなったか、見えなくなりました。場所を確かめて、もう一度打ってください。",
    gone: (path) => `${path} はなくなりました。`,
    columns: ["ファイル", "シート", "セル", "番号", "区分", "規則", "内容", "今の値", "直したあとの値", "修正"],
    notChecked: "点検できない",
    filesNotChecked: (count) => `点検できなかったファイル ${sayCount(count)}`,
    sheetsNotChecked: (count) => `点検できなかったシート ${sayCount(count)}`,
    between: "　",
    macros: "マクロは実行せず、値だけを読みました。",
    noFindings: "指摘はありません。",
    accepted: (count) => `そのままにした指摘 ${sayCount(count)}`,
    decided: (reason, by, day) => `理由: ${reason}（${by}、${day}）`,
    hidden: "（非表示）",
    form: "様式：",
    notice: "お知らせ",
    noRows: "対象の行がありません。",
    noMarks: "見直しが要る行はありません。",
    marked: (path) => `${path} に書き出しました。元のファイルは変えていません。`,
    markTotal: (written, failed) => `書き出したファイル ${sayCount(written)}　できなかったファイル ${sayCount(failed)}`,
    summedUp: (path, all, read) => `${sayCount(all)}か所のうち${sayCount(read)}か所を集計し、${path} に書き出しました。${all === read ? "" : "集計できなかったものと理由も載せています。"}`,
    nothingToSumUp: "集計できる評価シートがないため、書き出しませんでした。",
    replied: (path, sheets) => `誤りか注意のある評価シート${sayCount(sheets)}枚の差戻し文を作り、${path} に書き出しました。元のファイルは変えていません。`,
    nothingToReply: "誤りか注意のある評価シートがないため、差戻し文は作らず、何も書き出しませんでした。",
    sampleLeftOut: (path) => `${path} は点検に付いている見本なので、入れていません。見本だけを指定すると入れます。`,
    savedForm: (path) => `様式を ${path} に書き出しました。点検などに --form で渡せます。`,
    openQuestions: (count) => `様式について、まだ分からないことが${sayCount(count)}件あります。${typed("form")} ファイル で見て、--answer で答えられます。`,
    moreFindings: (count) => `ほか${sayCount(count)}件`,
    ownSettings: (what, isUsed) => (isUsed ? `この文書の設定：${what}。使わずに点検するには --defaults を付けてください。` : `この文書の設定は使っていません：${what}。`),
  },
  en: {
    safe: "safe",
    suggested: "suggested",
    noFixes: "Nothing here can be fixed automatically.",
    byHand: (count) => `Besides, a person must fix ${sayCount(count)} (${typed("check")} lists them).`,
    leftOut: "left out",
    nothingToFix: "There is no safe fix, so nothing was written.",
    fixed: (path, cells) => `Fixed ${sayCount(cells)} ${cells === 1 ? "cell" : "cells"} and wrote ${path}. The source was not changed.`,
    fixTotal: (safe, suggested, written, failed) => `safe fixes ${sayCount(safe)}   suggested ${sayCount(suggested)}   files written ${sayCount(written)}   files not done ${sayCount(failed)}`,
    notWritten: (suggested) => `Nothing was written. To write the safe fixes, add --safe --out FOLDER (and no --dry-run).${suggested > 0 ? " Suggested ones are for a person to decide." : ""}`,
    passedOver: (path) => `${path} was passed over: another program keeps it beside its own file.`,
    writtenBefore: (out, count) => `${sayCount(count)} ${count === 1 ? "file" : "files"} in ${out}, where the output goes, ${count === 1 ? "was" : "were"} taken for earlier output and not read.`,
    openElsewhere: (path) => `${path} is open in Excel or another program. What is saved is read; save it and type the command again to include the rest.`,
    readsPipe: (path) => `${path} is a pipe: it is read as soon as another program writes into it. Press Ctrl+C to stop.`,
    toldApart: (names) => `Files of one name are written into folders of their own: ${names.join(", ")}`,
    watching: (folders) => `Watching ${folders.join(", ")}: each file is checked when it is saved. Press Ctrl+C to stop.`,
    stopped: "Stopped watching.",
    folderGone: "A folder that was watched is gone or out of reach. See where it is, then type the command again.",
    gone: (path) => `${path} is gone.`,
    columns: ["File", "Sheet", "Cell", "Code", "Severity", "Rule", "What", "Value", "Fixed value", "Fix"],
    notChecked: "Not checked",
    filesNotChecked: (count) => `files not checked: ${sayCount(count)}`,
    sheetsNotChecked: (count) => `sheets not checked: ${sayCount(count)}`,
    between: "   ",
    macros: "Macros were not run; only values were read.",
    noFindings: "Nothing was found.",
    accepted: (count) => `left as they are: ${sayCount(count)}`,
    decided: (reason, by, day) => `reason: ${reason} (${by}, ${day})`,
    hidden: " (hidden)",
    form: "form: ",
    notice: "Note",
    noRows: "The table has no rows.",
    noMarks: "No row needs review.",
    marked: (path) => `Wrote ${path}. The source was not changed.`,
    markTotal: (written, failed) => `files written ${sayCount(written)}   files not done ${sayCount(failed)}`,
    summedUp: (path, all, read) => `Summed up ${sayCount(read)} of ${sayCount(all)} and wrote ${path}.${all === read ? "" : " It lists the others with the reason."}`,
    nothingToSumUp: "There is no evaluation sheet to sum up, so nothing was written.",
    replied: (path, sheets) => `Wrote replies for ${sayCount(sheets)} ${sheets === 1 ? "sheet" : "sheets"} with errors or warnings to ${path}. The sources were not changed.`,
    nothingToReply: "No sheet has an error or a warning, so there is nothing to reply to and nothing was written.",
    sampleLeftOut: (path) => `${path} is the sample that comes with Tenken and is left out. It is taken where nothing else is named.`,
    savedForm: (path) => `Wrote the form to ${path}, for --form of check and the others.`,
    openQuestions: (count) => `The sheet leaves ${sayCount(count)} ${count === 1 ? "question" : "questions"} about its form. ${typed("form")} FILE shows them; --answer settles them.`,
    moreFindings: (count) => `and ${sayCount(count)} more`,
    ownSettings: (what, isUsed) => (isUsed ? `Settings of this document: ${what}. Add --defaults to check without them.` : `The settings of this document are not used: ${what}.`),
  },
};
