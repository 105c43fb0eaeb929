import { sayCount } from "../wording/counts.ts";
import { severityNames } from "../wording/severities.ts";
import type { Meaning, Severity } from "../model/finding.ts";
import type { CalendarDay } from "../model/serial.ts";
import type { OwnSheet } from "../model/sheet-plan.ts";
import type { Language } from "../wording/language.ts";
import { eraDate, isoDate } from "../wording/era.ts";

/** The sheets of ours that sum up. */
export type SummarySheet = Exclude<OwnSheet, "choices">;

/** All words of the summary sheets that do not come from a form, a rule or a refusal. */
export interface SummaryTexts {
  readonly sheets: Readonly<Record<SummarySheet, string>>;
  readonly titles: Readonly<Record<SummarySheet, string>>;
  /** Before the name on a sheet of one office. It identifies the office when the sheet is made again. */
  readonly officeLine: string;
  readonly offices: (count: number) => string;
  readonly made: (day: CalendarDay) => string;
  readonly read: (sheet: string | undefined, range: string, counts: string) => string;
  readonly readMany: (all: number, read: number) => string;
  readonly unreadElsewhere: (unread: number) => string;
  readonly legend: string;
  readonly captions: { readonly groups: (level: string) => string; readonly offices: string; readonly shares: string; readonly leftOut: string; readonly blocks: (level: string) => string; readonly sources: string };
  readonly office: string;
  readonly allOffices: string;
  readonly code: string;
  readonly groups: (level: string, count: number) => string;
  readonly unknown: string;
  readonly total: string;
  readonly share: string;
  readonly unread: string;
  readonly level: string;
  readonly column: string;
  readonly size: string;
  readonly judged: string;
  readonly meanings: Readonly<Record<Meaning, string>>;
  readonly goodShare: string;
  readonly words: string;
  readonly chartTitle: string;
  readonly pieces: (column: string, pieces: readonly (readonly [term: string, count: number])[], size: number) => string;
  readonly nothingLeftOut: string;
  readonly leftOut: (column: string, level: string, size: number, judged: number) => string;
  readonly noColumn: (count: number) => string;
  readonly because: (reason: string, count: number) => string;
  readonly more: (count: number) => string;
  readonly comma: string;
  readonly range: string;
  readonly reason: string;
  readonly markLevel: string;
  readonly name: string;
  /** The same words on sheets of the previous version. */
  readonly formerName: string;
  readonly statuses: string;
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
  readonly severities: Readonly<Record<Severity, string>>;
  readonly what: string;
  readonly how: string;
  readonly found: string;
  readonly noFindings: string;
  readonly findings: (count: number) => string;
}

const plural = (count: number, word: string, words = `${word}s`) => `${sayCount(count)} ${count === 1 ? word : words}`;

/** The words of the summary sheets. They also identify sheets that were made in another language. */
export const summaryTexts: Readonly<Record<Language, SummaryTexts>> = {
  ja: {
    sheets: { totals: "集計", review: "要見直し一覧", findings: "指摘一覧" },
    titles: { totals: "評価の集計", review: "見直しが要る項目", findings: "評価シートの指摘" },
    officeLine: "所属：",
    offices: (count) => `${sayCount(count)}か所`,
    made: (day) => `作成日：${eraDate(day)}`,
    read: (sheet, range, counts) => `読んだ範囲：${sheet === undefined ? "" : `シート「${sheet}」の`}${range}（${counts}）`,
    readMany: (all, read) => (all === read ? `${sayCount(all)}か所すべてを集計しました。読んだ範囲は表3にあります。` : `${sayCount(all)}か所のうち${sayCount(read)}か所を集計しました。読めなかった${sayCount(all - read)}か所の理由は表3にあります。`),
    unreadElsewhere: (unread) => `読めなかった${sayCount(unread)}か所は入っていません。理由は「集計」の表3にあります。`,
    legend: "「未記入・不明」は、空欄、エラー、様式にない語です。割合の分母は、判定のある件数です。",
    captions: { groups: (level) => `表1　${level}ごとの件数`, offices: "表1　所属ごとの件数", shares: "表2　評価の内訳", leftOut: "割合から除いたもの", blocks: (level) => `表4　所属と${level}ごとの件数`, sources: "表3　読んだ評価シート" },
    office: "所属",
    allOffices: "全体",
    code: "番号",
    groups: (level, count) => `${level} ${sayCount(count)}件`,
    unknown: "未記入・不明",
    total: "合計",
    share: "割合",
    unread: "読めませんでした（表3）",
    level: "階層",
    column: "評価の項目",
    size: "対象",
    judged: "判定あり",
    meanings: { good: "良い評価", bad: "良くない評価", none: "判定しない語" },
    goodShare: "良い評価の割合",
    words: "用語（棒の左から順に）",
    chartTitle: "表2「評価の内訳」のグラフ（対象を100%とする）",
    pieces: (column, pieces, size) => `${column}（対象${sayCount(size)}件）：${pieces.map(([term, count]) => `${term}${sayCount(count)}件`).join("、")}。`,
    nothingLeftOut: "ありません。すべて判定されています。",
    leftOut: (column, level, size, judged) => `${column}：${level}${sayCount(size)}件のうち判定あり${sayCount(judged)}件、除いたもの${sayCount(size - judged)}件`,
    noColumn: (count) => `${sayCount(count)}件　シートにこの列がありません`,
    because: (reason, count) => `${reason} ${sayCount(count)}件：`,
    more: (count) => `ほか${sayCount(count)}件`,
    comma: "、",
    range: "読んだ範囲",
    reason: "読めなかった理由",
    markLevel: "見直し",
    name: "項目",
    formerName: "戦略・取組",
    statuses: "評価",
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
    severities: severityNames.ja,
    what: "指摘",
    how: "直し方",
    found: "セルの内容",
    noFindings: "指摘はありません。",
    findings: (count) => `指摘 ${sayCount(count)}件`,
  },
  en: {
    sheets: { totals: "Totals", review: "To review", findings: "Findings" },
    titles: { totals: "Totals of the evaluation", review: "Items to review", findings: "Findings in the evaluation sheet" },
    officeLine: "Office: ",
    offices: (count) => plural(count, "office"),
    made: (day) => `Made on ${isoDate(day)}`,
    read: (sheet, range, counts) => `Read: ${sheet === undefined ? "" : `sheet “${sheet}”, `}${range} (${counts})`,
    readMany: (all, read) => (all === read ? `All ${plural(all, "office")} are counted. What was read stands in table 3.` : `${sayCount(read)} of ${plural(all, "office")} are counted. Why ${sayCount(all - read)} could not be read stands in table 3.`),
    unreadElsewhere: (unread) => `Without ${plural(unread, "office")} that could not be read: table 3 of “Totals” says why.`,
    legend: "“Blank or unknown” are empty cells, errors and words that the form does not have. Shares are of those judged.",
    captions: { groups: (level) => `Table 1  By ${level}`, offices: "Table 1  By office", shares: "Table 2  Statuses", leftOut: "Left out of the shares", blocks: (level) => `Table 4  By office and ${level}`, sources: "Table 3  What was read" },
    office: "Office",
    allOffices: "All",
    code: "Code",
    groups: (level, count) => `${level} ${sayCount(count)}`,
    unknown: "Blank or unknown",
    total: "Total",
    share: "Share",
    unread: "Not read (table 3)",
    level: "Level",
    column: "Status",
    size: "All",
    judged: "Judged",
    meanings: { good: "Good", bad: "Not good", none: "Judges nothing" },
    goodShare: "Share of good",
    words: "Terms (from the left of the bar)",
    chartTitle: "Chart of table 2, statuses (all = 100%)",
    pieces: (column, pieces, size) => `${column} (of ${sayCount(size)}): ${pieces.map(([term, count]) => `${term} ${sayCount(count)}`).join(", ")}.`,
    nothingLeftOut: "Nothing: all are judged.",
    leftOut: (column, level, size, judged) => `${column}: of ${sayCount(size)} (${level}) ${sayCount(judged)} are judged, ${sayCount(size - judged)} left out`,
    noColumn: (count) => `${sayCount(count)}: the sheet lacks this column`,
    because: (reason, count) => `${reason}, ${sayCount(count)}: `,
    more: (count) => `${sayCount(count)} more`,
    comma: ", ",
    range: "Range read",
    reason: "Why it was not read",
    markLevel: "Review",
    name: "Item",
    formerName: "Strategy or initiative",
    statuses: "Statuses",
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
    severities: severityNames.en,
    what: "Finding",
    how: "To fix",
    found: "In the cell",
    noFindings: "Nothing was found.",
    findings: (count) => plural(count, "finding"),
  },
};
