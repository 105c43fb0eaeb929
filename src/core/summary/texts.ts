import { sayCount } from "../wording/counts.ts";
import type { Meaning } from "../model/tally.ts";
import type { CalendarDay } from "../model/serial.ts";
import type { Language } from "../wording/language.ts";
import { ownLines, type SummarySheet } from "./own-title.ts";
import { eraDate, isoDate } from "../wording/era.ts";

/** All words of the summary sheets that do not come from a form, a rule or a refusal. */
export interface SummaryTexts {
  readonly sheets: Readonly<Record<Exclude<SummarySheet, "totals">, string>>;
  /** The name of the sheet that counts by the items of the outermost level. */
  readonly byLevel: (level: string) => string;
  readonly titles: Readonly<Record<SummarySheet, string>>;
  /** Before the name on a sheet of one office. It identifies the office when the sheet is made again. */
  readonly officeLine: string;
  readonly offices: (count: number) => string;
  readonly fiscalYear: (year: number) => string;
  readonly made: (day: CalendarDay) => string;
  readonly read: (sheet: string | undefined, range: string, counts: string) => string;
  readonly readMany: (all: number, read: number) => string;
  readonly checked: (counts: string, errors: number, warnings: number) => string;
  readonly bestAndWorst: (worst: ColumnShare, best: ColumnShare) => string;
  readonly oneShare: (share: ColumnShare) => string;
  readonly noShare: string;
  readonly toReview: (required: number, attention: number, unknown: number) => string;
  readonly unreadElsewhere: (unread: number) => string;
  readonly legend: string;
  /** Columns of counts that are left out, by their names. */
  readonly zeroColumns: string;
  readonly ofColumn: (column: string, term: string) => string;
  readonly captions: { readonly groups: (level: string) => string; readonly offices: string; readonly shares: string; readonly leftOut: string; readonly marks: string };
  readonly symbols: string;
  readonly handIn: string;
  readonly ready: string;
  readonly notReady: (errors: number) => string;
  readonly moreMarks: (count: number) => string;
  readonly office: string;
  readonly allOffices: string;
  readonly code: string;
  readonly unknown: string;
  readonly total: string;
  readonly share: string;
  readonly unread: string;
  readonly column: string;
  readonly goodWords: string;
  readonly size: string;
  readonly judged: string;
  readonly meanings: Readonly<Record<Meaning, string>>;
  readonly goodShare: string;
  readonly leftOutCount: string;
  readonly chartTitle: string;
  readonly pieces: (column: string, pieces: readonly (readonly [term: string, count: number])[], size: number) => string;
  readonly nothingLeftOut: string;
  readonly leftOut: (column: string, level: string, size: number, judged: number) => string;
  readonly noColumn: (count: number) => string;
  readonly because: (reason: string, count: number) => string;
  readonly more: (count: number) => string;
  readonly comma: string;
  /** Between lists. */
  readonly separator: string;
  readonly section: string;
  readonly markLevel: string;
  readonly name: string;
  /** The same words on sheets of the previous version. */
  readonly formerName: string;
  readonly status: (column: string, text: string) => string;
  readonly reasons: string;
  readonly page: string;
  readonly cell: string;
  readonly direction: string;
  readonly inCharge: string;
  readonly gone: string;
  readonly noMarks: string;
  readonly marks: (required: number, attention: number) => string;
  readonly severity: string;
  readonly what: string;
  readonly how: string;
  readonly found: string;
  readonly noFindings: string;
  readonly findings: (count: number, left: number) => string;
  /** The kind of a finding that was left as it is, and why. */
  readonly left: string;
  readonly leftBecause: (decision: { readonly reason: string; readonly by: string; readonly on: string }) => string;
}

/** How many of a status column are good, of those judged. */
export interface ShareFact {
  readonly good: number;
  readonly judged: number;
}

/** The same with the column's name. */
export interface ColumnShare extends ShareFact {
  readonly column: string;
}

function shareText({ good, judged }: ShareFact): string {
  return `${((good / judged) * 100).toFixed(1)}%`;
}

const plural = (count: number, word: string, words = `${word}s`) => `${sayCount(count)} ${count === 1 ? word : words}`;

/** The words of the summary sheets. They also identify sheets that were made in another language. */
export const summaryTexts: Readonly<Record<Language, SummaryTexts>> = {
  ja: {
    sheets: { digest: "総括", review: "要見直し一覧", findings: "指摘一覧" },
    // The cities with 経営課題 say 課題 for short.
    byLevel: (level) => `${level.replace(/^経営(?=課題$)/, "")}別`,
    titles: ownLines.ja.titles,
    officeLine: ownLines.ja.office,
    offices: (count) => `${sayCount(count)}か所`,
    fiscalYear: (year) => `${eraDate({ year, month: 5, day: 1 }).replace(/年.*/, "")}年度`,
    made: (day) => ownLines.ja.made + eraDate(day),
    read: (sheet, range, counts) => `読んだ範囲：${sheet === undefined ? "" : `シート「${sheet}」の`}${range}（${counts}）`,
    readMany: (all, read) => (all === read ? `${sayCount(all)}か所すべてを集計しました。` : `${sayCount(all)}か所のうち${sayCount(read)}か所を集計しました。集計できなかった${sayCount(all - read)}か所の理由は「総括」の「所属ごとの評価」にあります。`),
    checked: (counts, errors, warnings) => `${counts}を点検し、${errors + warnings === 0 ? "誤りも注意もありませんでした" : `誤りが${sayCount(errors)}件、注意が${sayCount(warnings)}件ありました`}。`,
    bestAndWorst: (worst, best) => `良い評価の割合は、最も低い「${worst.column}」で${shareText(worst)}（${sayCount(worst.judged)}件のうち${sayCount(worst.good)}件）、最も高い「${best.column}」で${shareText(best)}（${sayCount(best.judged)}件のうち${sayCount(best.good)}件）です。`,
    oneShare: ({ column, good, judged }) => `「${column}」で良い評価の割合は${shareText({ good, judged })}（${sayCount(judged)}件のうち${sayCount(good)}件）です。`,
    noShare: "良い評価かどうかを判定できる評価はありません。",
    toReview: (required, attention, unknown) => `${required + attention === 0 ? "見直しが要る項目はありません" : `見直しが要る項目は、要見直しが${sayCount(required)}件、要注意が${sayCount(attention)}件です`}。${unknown === 0 ? "" : `評価が未記入か不明のところが${sayCount(unknown)}件あります。`}`,
    unreadElsewhere: (unread) => `集計できなかった${sayCount(unread)}か所は入っていません。理由は「総括」にあります。`,
    legend: "「未記入・不明」は、空欄、エラー、様式にない語です。割合の分母は、判定のある件数です。",
    zeroColumns: "どの行も0件の列は省きました：",
    ofColumn: (column, term) => `${column}の「${term}」`,
    captions: { groups: (level) => `${level}ごとの件数`, offices: "所属ごとの評価", shares: "評価の内訳", leftOut: ownLines.ja.leftOut, marks: "見直しが要る項目" },
    symbols: "◎ すべて良い評価　○ 半数以上が良い評価　△ 半数未満が良い評価　× 良い評価なし　－ 判定なし（右の数は、良い評価の件数／判定のある件数）",
    handIn: "提出",
    ready: "○ 提出できます",
    notReady: (errors) => `× 誤り${sayCount(errors)}件`,
    moreMarks: (count) => `ほか${sayCount(count)}件は「要見直し一覧」にあります。`,
    office: "所属",
    allOffices: "全体",
    code: "番号",
    unknown: "未記入・不明",
    total: "合計",
    share: "割合",
    unread: "集計できませんでした",
    column: "評価の項目",
    goodWords: "良い評価とする語",
    size: "対象",
    judged: "判定あり",
    meanings: { good: "良い評価", bad: "良くない評価", none: "判定しない語" },
    goodShare: "良い評価の割合",
    leftOutCount: "割合から除いた数",
    chartTitle: "評価の内訳（棒の中の数は件数）",
    pieces: (column, pieces, size) => `${column}（対象${sayCount(size)}件）：${pieces.map(([term, count]) => `${term}${sayCount(count)}件`).join("、")}。`,
    nothingLeftOut: "ありません。すべて判定されています。",
    leftOut: (column, level, size, judged) => `${column}：${level}${sayCount(size)}件のうち判定あり${sayCount(judged)}件、除いたもの${sayCount(size - judged)}件`,
    noColumn: (count) => `${sayCount(count)}件　シートにこの列がありません`,
    because: (reason, count) => `${reason} ${sayCount(count)}件：`,
    more: (count) => `ほか${sayCount(count)}件`,
    comma: "、",
    separator: "／",
    section: "担当",
    markLevel: "見直し",
    name: "項目",
    formerName: "戦略・取組",
    status: (column, text) => `${column}：${text}`,
    reasons: "理由",
    page: "ページ",
    cell: "セル",
    direction: "見直しの方向",
    inCharge: "担当・期限",
    gone: "対象外になった行",
    noMarks: "見直しが要る行はありません。",
    marks: (required, attention) => `要見直し ${sayCount(required)}件・要注意 ${sayCount(attention)}件`,
    severity: "区分",
    what: "指摘",
    how: "直し方",
    found: "セルの内容",
    noFindings: "指摘はありません。",
    findings: (count, left) => `指摘 ${sayCount(count)}件${left === 0 ? "" : `（ほかに、そのままにした指摘 ${sayCount(left)}件）`}`,
    left: "そのまま",
    leftBecause: ({ reason, by, on }) => `そのままにする理由：${reason}（${by === "" ? "" : `${by}、`}${on}）`,
  },
  en: {
    sheets: { digest: "Summary", review: "To review", findings: "Findings" },
    byLevel: (level) => `By ${level}`,
    titles: ownLines.en.titles,
    officeLine: ownLines.en.office,
    offices: (count) => plural(count, "office"),
    fiscalYear: (year) => `Fiscal ${String(year)}`,
    made: (day) => ownLines.en.made + isoDate(day),
    read: (sheet, range, counts) => `Read: ${sheet === undefined ? "" : `sheet “${sheet}”, `}${range} (${counts})`,
    readMany: (all, read) => (all === read ? `All ${plural(all, "office")} are counted.` : `${sayCount(read)} of ${plural(all, "office")} are counted. Why ${sayCount(all - read)} could not be counted stands in “Each office” of “Summary”.`),
    checked: (counts, errors, warnings) => `Checked: ${counts}. ${errors + warnings === 0 ? "There is no error and no warning." : `Found: ${plural(errors, "error")}, ${plural(warnings, "warning")}.`}`,
    bestAndWorst: (worst, best) => `The share of good is lowest in “${worst.column}”, ${shareText(worst)} (${sayCount(worst.good)} of ${sayCount(worst.judged)}), and highest in “${best.column}”, ${shareText(best)} (${sayCount(best.good)} of ${sayCount(best.judged)}).`,
    oneShare: ({ column, good, judged }) => `The share of good in “${column}” is ${shareText({ good, judged })} (${sayCount(good)} of ${sayCount(judged)}).`,
    noShare: "No status judges whether anything is good.",
    toReview: (required, attention, unknown) => `${required + attention === 0 ? "No item needs review." : `To look at again: ${sayCount(required)} review required, ${sayCount(attention)} attention.`}${unknown === 0 ? "" : ` Blank or unknown statuses: ${sayCount(unknown)}.`}`,
    unreadElsewhere: (unread) => `Without ${plural(unread, "office")} that could not be counted: “Summary” says why.`,
    legend: "“Blank or unknown” are empty cells, errors and words that the form does not have. Shares are of those judged.",
    zeroColumns: "Columns that are 0 in each row are left out: ",
    ofColumn: (column, term) => `${column} “${term}”`,
    captions: { groups: (level) => `By ${level}`, offices: "Each office", shares: "Statuses", leftOut: ownLines.en.leftOut, marks: "Items to review" },
    symbols: "◎ all good   ○ half or more   △ less than half   × none good   － nothing judged (the numbers: good / judged)",
    handIn: "Hand in",
    ready: "○ ready",
    notReady: (errors) => `× ${plural(errors, "error")}`,
    moreMarks: (count) => `${sayCount(count)} more stand in “To review”.`,
    office: "Office",
    allOffices: "All",
    code: "Code",
    unknown: "Blank or unknown",
    total: "Total",
    share: "Share",
    unread: "Not counted",
    column: "Status",
    goodWords: "Terms that are good",
    size: "All",
    judged: "Judged",
    meanings: { good: "Good", bad: "Not good", none: "Judges nothing" },
    goodShare: "Share of good",
    leftOutCount: "Left out of the share",
    chartTitle: "Statuses (the numbers on the bars are counts)",
    pieces: (column, pieces, size) => `${column} (of ${sayCount(size)}): ${pieces.map(([term, count]) => `${term} ${sayCount(count)}`).join(", ")}.`,
    nothingLeftOut: "Nothing: all are judged.",
    leftOut: (column, level, size, judged) => `${column}: of ${sayCount(size)} (${level}) ${sayCount(judged)} are judged, ${sayCount(size - judged)} left out`,
    noColumn: (count) => `${sayCount(count)}: the sheet lacks this column`,
    because: (reason, count) => `${reason}, ${sayCount(count)}: `,
    more: (count) => `${sayCount(count)} more`,
    comma: ", ",
    separator: "; ",
    section: "In charge",
    markLevel: "Review",
    name: "Item",
    formerName: "Strategy or initiative",
    status: (column, text) => `${column}: ${text}`,
    reasons: "Reasons",
    page: "Page",
    cell: "Cell",
    direction: "Direction of the review",
    inCharge: "In charge, by when",
    gone: "Rows no longer marked",
    noMarks: "No row needs review.",
    marks: (required, attention) => `${sayCount(required)} review required, ${sayCount(attention)} attention`,
    severity: "Kind",
    what: "Finding",
    how: "To fix",
    found: "In the cell",
    noFindings: "Nothing was found.",
    findings: (count, left) => `${plural(count, "finding")}${left === 0 ? "" : `, and ${sayCount(left)} left as they are`}`,
    left: "Left",
    leftBecause: ({ reason, by, on }) => `Left as it is: ${reason} (${by === "" ? "" : `${by}, `}${on})`,
  },
};
