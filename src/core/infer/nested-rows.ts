import type { CodeScanner } from "../form/code-scanner.ts";
import type { Code } from "../form/code.ts";
import { isBlank } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { usualWriting, type ColumnCode } from "./profile.ts";
import type { Region } from "./region.ts";
import { mostStacked, outlineNames, reach, type OuterLevel, type StackedLevels } from "./stacked-levels.ts";

/** Share of the rows with a code, and of those that follow what is above them. */
const mostCoded = 0.85;
const mostFollow = 0.8;

interface NestedRow extends ColumnCode {
  readonly row: number;
}

/** The levels of rows whose nested codes share a column: 1, then 1-1, whatever else stands on the rows. Undefined if all are of one level. Linear in the cells. */
export function findNestedRows(grid: Grid, { bottom, rows }: Region, scanner: CodeScanner): StackedLevels | undefined {
  for (let place = 0; place < reach; place++) {
    const coded = codedIn(grid, rows, place, scanner);
    const sizes = sizesOf(coded);
    if (coded.length < mostCoded * rows.length || sizes.length < 2 || sizes.length > mostStacked || !areNested(coded, sizes)) continue;
    return levelsOf(grid, coded, sizes, place, bottom, rows[0] ?? 0);
  }
  return undefined;
}

/** The rows with a code in a column, as long as enough of them may have one. */
function codedIn(grid: Grid, rows: readonly number[], place: number, scanner: CodeScanner): readonly NestedRow[] {
  const coded: NestedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const met = scanner.codeOf(grid.value(row, place));
    if (met) coded.push({ row, index, code: met.code, writing: met.clean ? met.writing : "", title: met.rest });
    else if (index + 1 - coded.length > (1 - mostCoded) * rows.length) break;
  }
  return coded;
}

/** The numbers of numbers in codes, without one that is a mistake. */
function sizesOf(coded: readonly NestedRow[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { code } of coded) counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
  return [...counts].flatMap(([size, count]) => (count > 1 ? [size] : [])).sort((one, other) => one - other);
}

/** True if the sizes follow each other, most codes begin with the code above them, and most codes of an outer level stand above one of the next. */
function areNested(coded: readonly NestedRow[], sizes: readonly number[]): boolean {
  const [least = 0] = sizes;
  const most = sizes.at(-1) ?? 0;
  if (most - least !== sizes.length - 1) return false;
  const open: Code[] = [];
  let inner = 0;
  let fits = 0;
  let outer = 0;
  let followed = 0;
  coded.forEach(({ code }, index) => {
    const parent = open[code.length - 1];
    open[code.length] = code;
    if (code.length > least && code.length <= most) {
      inner++;
      if (parent && parent.join() === code.slice(0, -1).join()) fits++;
    }
    if (code.length >= least && code.length < most) {
      outer++;
      if (coded[index + 1]?.code.length === code.length + 1) followed++;
    }
  });
  return fits >= mostFollow * inner && followed >= mostFollow * outer;
}

function levelsOf(grid: Grid, coded: readonly NestedRow[], sizes: readonly number[], place: number, head: number, firstData: number): StackedLevels {
  const [least = 1] = sizes;
  const innermost = sizes.length - 1;
  const isTitled = 2 * coded.filter(({ title }) => title !== "").length > coded.length;
  const names = namesIn([cellText(grid.value(head, place)), cellText(grid.value(head, place + 1))], sizes.length);
  const outer = sizes.slice(0, -1).map((size, depth): OuterLevel => {
    const hasText = !isTitled && coded.some(({ row, code }) => code.length === size && typeof grid.value(row, place + 1) === "string" && !isBlank(grid.value(row, place + 1)));
    return {
      name: names[depth] ?? "",
      counted: { key: "nested", code: usualWriting(coded, size) },
      columns: [{ place, holds: isTitled ? "label" : "code" }, ...(hasText ? [{ place: place + 1, holds: "text" as const }] : [])],
    };
  });
  return { firstData, outer, innermost: names[innermost] ?? "", depths: new Map(coded.map(({ row, code }) => [row, Math.min(innermost, Math.max(0, code.length - least))])) };
}

/** The names of as many levels in a header, 施策・事業名, otherwise the usual ones. */
function namesIn(headers: readonly string[], count: number): readonly string[] {
  const split = headers.map((header) => header.replace(/(?:の)?(?:番号|コード|No\.?|№|名称|名)$/i, "").split(/[・／/、,\s\u3000]+/).map((name) => name.trim().replace(/名称?$/, "")));
  return split.find((names) => names.length === count && names.every((name) => name !== "")) ?? outlineNames;
}
