import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { Question } from "../model/question.ts";
import { foldHeaderWord } from "../table/header.ts";
import { namesJudge } from "./unranked-judges.ts";

const earlierWords = /前年度|前回|昨年度|前々年度|前々回/;

type YearOf = (column: FormColumn) => number | undefined;

/** Columns for a grade of one year, beside one under the same header without a year: R5評価, 評価. */
export function datedAlone(columns: readonly FormColumn[], yearOf: YearOf): readonly FormColumn[] {
  const grades = columns.filter(({ holds }) => holds === "status");
  const keys = new Map(grades.map((column) => [column, withoutYear(column)]));
  return grades.filter((column) => {
    const alike = grades.filter((other) => other !== column && other.level === column.level && keys.get(other) === keys.get(column));
    return yearOf(column) !== undefined && alike.length === 1 && alike.every((other) => yearOf(other) === undefined);
  });
}

function withoutYear({ header }: FormColumn): string {
  return header.map((word) => foldHeaderWord(word).replace(/(?:令和|平成|[rhs])?(?:元|[0-9#]+)年?度?(?:の|分)?/g, "")).filter((word) => word !== "").join("\u0000");
}

/** Asks whether such a column is of this year, if the sheet has no other year. */
export function yearQuestion({ id, name, year }: FormColumn, cells: readonly CellPlace[]): Question {
  return {
    id: `year:${id}`,
    text: { ja: `「${name.ja}」は、今年度の評価ですか。`, en: `Are the grades of “${name.en}” this year's?` },
    choices: [
      { value: "this", text: { ja: "今年度の評価です", en: "They are this year's" } },
      { value: "earlier", text: { ja: "前の年度の評価です", en: "They are an earlier year's" } },
    ],
    assumed: year ?? "this",
    cells,
  };
}

/**
 * Finds this year's among columns for the same grade, by scale or header, in different years: the latest that the title
 * names, or that is filled. @param yearOf the year in a column's header @param titled the year in the sheet's title
 */
export function withYears(columns: readonly FormColumn[], yearOf: YearOf, titled: number | undefined): readonly FormColumn[] {
  const alone = new Set(datedAlone(columns, yearOf));
  const years = new Map(columns.flatMap((column) => {
    const year = column.holds === "status" ? yearOf(column) : undefined;
    return year === undefined ? [] : [[column, year] as const];
  }));
  return columns.map((column) => {
    const year = years.get(column);
    const rivals = [...years].flatMap(([other, one]) => (other.vocabulary === column.vocabulary || yearless(other) === yearless(column) ? [one] : []));
    const isMany = new Set(rivals).size > 1;
    const current = titled !== undefined && rivals.includes(titled) ? titled : rivals.reduce((one, other) => Math.max(one, other), 0);
    const isEarlier = column.holds === "status" && ((isMany && year !== undefined && year < current) || (alone.has(column) && year !== titled) || earlierWords.test(column.header.at(-1) ?? ""));
    if (isEarlier) return { ...column, year: "earlier" as const, decides: false, optional: true };
    return isMany && year === current ? { ...column, year: "this" as const } : column;
  });
}

function yearless({ header }: FormColumn): string {
  return header.join(" ").replace(/[0-9０-９元]+/g, "#");
}

/** Who judges, from the first to the last whose word counts. */
const judges: readonly RegExp[] = [
  /自己|内部|一次|1次|法人|指定管理者|担当|所管|主管|原課/,
  /課長|室長|係長/,
  /部長|局長|次長|委員会|外部|有識者|第三者|審議会|会議|二次|2次|総合|市の?評価|県の?評価|\([市区町村県府都]\)|関係者|設立団体/,
  /最終|三次|3次|市長|区長|町長|村長|知事|大臣/,
];
/** The rank of one that no word tells: A委員, 財政課. */
const otherJudge = 1.5;
/** An interim judgement counts less than a later one, or the one for the whole year beside it; from the first to the last. */
const times: readonly RegExp[] = [/第?[1一]四半期|1q/i, /第?[2二]四半期|2q|中間|上半期|上期|年度途中/i, /第?[3三]四半期|3q/i, /第?[4四]四半期|4q|下半期|下期/i, /期末|年度末|年間|通年|最終/];
const onTheWay = /中間|上半期|上期|年度途中/;

/** A judgement by someone else takes precedence over the self-assessment, and so does the last one of a year. An analysis is no judgement. */
export function withJudges(columns: readonly FormColumn[]): FormColumn[] {
  const saying = (pattern: RegExp, { header }: FormColumn) => header.some((word) => pattern.test(word.normalize("NFKC")));
  // 内部評価委員会 is still an own judgement, 担当課長 is not the 担当.
  const rankOf = (column: FormColumn) => {
    const rank = saying(/自己|内部/, column) ? 0 : judges.findLastIndex((judge) => saying(judge, column));
    return rank < 0 && namesJudge(column) ? otherJudge : rank;
  };
  return columns.map((column) => {
    if (column.holds !== "status" || column.decides === false) return column;
    const others = columns.filter((other) => other !== column && other.holds === "status" && other.level === column.level && other.vocabulary === column.vocabulary && other.year !== "earlier");
    const rank = rankOf(column);
    const isOutranked = rank >= 0 && others.some((other) => rankOf(other) > rank);
    const isEarly = (saying(onTheWay, column) && others.some((other) => !saying(onTheWay, other))) || columns.some((other) => isLater(other, column));
    return isOutranked || isEarly || /分析/.test(column.header.at(-1) ?? "") ? { ...column, decides: false } : column;
  });
}

/** True for the same judgement later in the year, whatever its words: 期末評価 or 年間評価 for 中間評価. */
function isLater(later: FormColumn, column: FormColumn): boolean {
  if (later.holds !== "status" || later.level !== column.level) return false;
  const [time, own] = [timeOf(later), timeOf(column)];
  return own.place >= 0 && time.place > own.place && time.bare === own.bare;
}

/** The place of a judgement in the year, -1 where no word tells it, and its header without such words and those of any grade. */
function timeOf({ header }: FormColumn): { readonly place: number; readonly bare: string } {
  const words = header.map((word) => word.normalize("NFKC"));
  const place = times.findLastIndex((time) => words.some((word) => time.test(word)));
  return { place, bare: times.reduce((text, time) => text.replace(time, ""), words.join("")).replace(/評価|評定|判定|結果|達成(?:度|状況)|進捗(?:状況|度)?|状況/g, "") };
}
