import { foldWidth } from "../form/fold.ts";
import type { Grid } from "../model/grid.ts";
import type { SheetTitle } from "../model/sheet-title.ts";
import { inert, tidy } from "../wording/hidden.ts";
import { yearIn } from "./years.ts";

/** Rows above a table, and columns of a row, that may hold its title. */
const reach = { rows: 12, columns: 60 } as const;
/** The longest cell that is read as a title. */
const longest = 200;

const apart = /[\s\u3000、。,・:;()[\]「」『』【】〔〕<>〈〉《》/|~〜]+/;
const fiscalYear = /^(?:(?:明治|大正|昭和|平成|令和|[RHS])?(?:元|[0-9]{1,4}))年度?(?:の|版)?/;
const bodies = "区|市|町|村|県|府|局|部|課|室|署|支所|事務所|保健所|センター|委員会|組合|東京都|北海道";
const follows = "役所|役場|庁|長|の|運営|経営|行政|政策|施策|事務|事業|自己|評価|総合|実施|重点|計画|目標|進捗|進行|中間|年次|総括|業務|組織|振り?返り|における";
/** The name of an office at the beginning of a part of a title: さくら台区運営方針, 旭市役所, 福祉局長. */
const office = new RegExp(`^(.{0,20}?(?:${bodies}))(?=${follows}|$)`);
/** Words that end like the name of an office and name none. */
const noOffice = /^(?:各.*|全.*|本.*|当.*|同.*|(?:主|主管|所管|関係|担当|所属)?(?:部局|部署|部|課|係|室|局)|都市|市町村|市区町村|区市町村|町村|農村|漁村|山村|地区|校区|学区|政府|内部|外部|一部|下部|結局|教室|委員会|センター|支所|事務所|組合|[区市町村県府])$/;

/** The office and the year that the lines above a table name, as written there. @param top the zero-based row of the table's head */
export function sheetTitleOf(grid: Grid, top: number): SheetTitle {
  const lines: (readonly string[])[] = [];
  for (let row = Math.max(0, top - reach.rows); row < top; row++) {
    lines.push(grid.row(row).slice(0, reach.columns).flatMap((value) => (typeof value === "string" && value.length <= longest ? [foldWidth(tidy(value))] : [])));
  }
  const offices = lines.map((line) => line.flatMap(officesIn));
  return { office: offices.find(({ length }) => length > 0)?.at(-1) ?? null, year: lines.flat().map(yearIn).find((year) => year !== undefined) ?? null };
}

/** The narrowest office that the name of a file or a sheet says; null where it says none. */
export function officeInName(name: string): string | null {
  return name.split(/[_.\-]/).flatMap((part) => officesIn(foldWidth(tidy(part)).replace(/^\d+/, ""))).at(-1) ?? null;
}

function officesIn(text: string): readonly string[] {
  return text.split(apart).flatMap(officeIn);
}

/** The narrowest office is the last one of a line: みどり野市 福祉部. */
function officeIn(part: string): readonly string[] {
  const name = office.exec(part.replace(fiscalYear, ""))?.[1];
  return name === undefined || noOffice.test(name) ? [] : [inert(name)];
}
