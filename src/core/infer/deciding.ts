import type { FormColumn } from "../form/schema.ts";

const earlierWords = /前年度|前回|昨年度|前々年度|前々回/;

/**
 * Finds this year's among columns for the same grade, by scale or header, in different years: the latest that the title
 * names, or that is filled. @param yearOf the year in a column's header @param titled the year in the sheet's title
 */
export function withYears(columns: readonly FormColumn[], yearOf: (column: FormColumn) => number | undefined, titled: number | undefined): readonly FormColumn[] {
  const years = new Map(columns.flatMap((column) => {
    const year = column.holds === "status" ? yearOf(column) : undefined;
    return year === undefined ? [] : [[column, year] as const];
  }));
  return columns.map((column) => {
    const year = years.get(column);
    const rivals = [...years].flatMap(([other, one]) => (other.vocabulary === column.vocabulary || yearless(other) === yearless(column) ? [one] : []));
    const isMany = new Set(rivals).size > 1;
    const current = titled !== undefined && rivals.includes(titled) ? titled : rivals.reduce((one, other) => Math.max(one, other), 0);
    const isEarlier = column.holds === "status" && ((isMany && year !== undefined && year < current) || earlierWords.test(column.header.at(-1) ?? ""));
    if (isEarlier) return { ...column, year: "earlier" as const, decides: false, optional: true };
    return isMany && year === current ? { ...column, year: "this" as const } : column;
  });
}

function yearless({ header }: FormColumn): string {
  return header.join(" ").replace(/[0-9０-９元]+/g, "#");
}

const ownJudge = /自己|内部|一次|1次|法人|担当課|所管課/;
const otherJudge = /委員会|外部|有識者|二次|2次|最終|総合|市の?評価|県の?評価|設立団体|大臣/;
/** An interim judgement counts less than the one for the whole year beside it. */
const onTheWay = /中間|上半期|上期|年度途中/;

/** A judgement by someone else takes precedence over the self-assessment, and so does the last one of a year. An analysis is no judgement. */
export function withJudges(columns: readonly FormColumn[]): FormColumn[] {
  const saying = (pattern: RegExp, { header }: FormColumn) => header.some((word) => pattern.test(word.normalize("NFKC")));
  return columns.map((column) => {
    if (column.holds !== "status" || column.decides === false) return column;
    const others = columns.filter((other) => other !== column && other.holds === "status" && other.level === column.level && other.vocabulary === column.vocabulary && other.year !== "earlier");
    const isOwn = saying(ownJudge, column) && others.some((other) => saying(otherJudge, other) && !saying(ownJudge, other));
    const isEarly = saying(onTheWay, column) && others.some((other) => !saying(onTheWay, other));
    return isOwn || isEarly || /分析/.test(column.header.at(-1) ?? "") ? { ...column, decides: false } : column;
  });
}
