import fc from "fast-check";
import type { CellValue } from "../../src/core/model/grid.ts";

/** A clean evaluation: the number of initiatives for each strategy of each issue. */
export type Shape = readonly (readonly number[])[];

/** Its layout, with all variations of section 2 of the contract. */
export interface Layout {
  readonly titleRows: number;
  readonly leftColumns: number;
  readonly filledDown: boolean;
  readonly header: "three rows" | "flat";
  readonly fullWidthHeader: boolean;
  readonly appendix: number;
  readonly headerEvery: number;
  readonly blankEvery: number;
  readonly notes: number;
  readonly shares: "own texts" | "one text";
}

export const shapes: fc.Arbitrary<Shape> = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

export const layouts: fc.Arbitrary<Layout> = fc.record({
  titleRows: fc.integer({ min: 0, max: 8 }),
  leftColumns: fc.integer({ min: 0, max: 3 }),
  filledDown: fc.boolean(),
  header: fc.constantFrom("three rows", "flat"),
  fullWidthHeader: fc.boolean(),
  appendix: fc.integer({ min: 1, max: 12 }),
  headerEvery: fc.constantFrom(0, 3, 5),
  blankEvery: fc.constantFrom(0, 2, 4),
  notes: fc.integer({ min: 0, max: 3 }),
  shares: fc.constantFrom("own texts", "one text"),
});

/** The form's columns in order; the index is the offset from the table's first column. */
export const columnIds = [
  "issue", "strategyCode", "strategyText", "outcome", "strategyEffectiveness", "strategyPage",
  "initiativeCode", "initiativeName", "target", "action", "initiativeEffectiveness", "initiativePage",
] as const;
export type ColumnId = (typeof columnIds)[number];

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** An initiative's row on the sheet, with the numbers of its code. */
export interface InitiativeRow {
  readonly row: number;
  readonly numbers: readonly [number, number, number];
  readonly siblings: number;
}

export interface Sheet {
  readonly rows: CellValue[][];
  readonly initiatives: readonly InitiativeRow[];
  readonly at: (row: number, column: ColumnId) => Place;
  readonly filledDown: boolean;
}

const good: Partial<Record<ColumnId, string>> = {
  outcome: "順調",
  strategyEffectiveness: "有効であり、継続して推進",
  target: "達成",
  action: "予定どおり実施",
  initiativeEffectiveness: "有効であり、継続して推進",
};

/** Lays out a clean evaluation on a sheet. */
export function layOut(shape: Shape, layout: Layout): Sheet {
  const rows: CellValue[][] = [];
  const initiatives: InitiativeRow[] = [];
  const pad = (cells: readonly CellValue[]) => [...new Array<CellValue>(layout.leftColumns).fill(undefined), ...cells];
  for (let index = 0; index < layout.titleRows; index++) rows.push(index % 2 === 0 ? ["令和8年度　経営課題の自己評価（みどり野区）"] : []);
  const header = headerRows(layout);
  header.forEach((cells) => rows.push(pad(cells)));
  let page = 1;
  let written = 0;
  shape.forEach((strategies, issueIndex) => {
    strategies.forEach((count, strategyIndex) => {
      const issue = issueIndex + 1;
      const strategy = strategyIndex + 1;
      const strategyCells: CellValue[] = [
        `${issue}-${strategy}`,
        layout.shares === "one text" ? "【戦略】 ・進める。" : `【戦略${issue}の${strategy}】 ・進める。`,
        good.outcome, good.strategyEffectiveness, `p.${page + count}`,
      ];
      for (let initiative = 1; initiative <= count; initiative++) {
        if (written > 0 && layout.headerEvery > 0 && written % layout.headerEvery === 0) header.forEach((cells) => rows.push(pad(cells)));
        if (written > 0 && layout.blankEvery > 0 && written % layout.blankEvery === 0) rows.push([]);
        const first = initiative === 1;
        initiatives.push({ row: rows.length, numbers: [issue, strategy, initiative], siblings: count });
        rows.push(pad([
          layout.filledDown || (first && strategy === 1) ? `${issue} 課題その${issue}` : undefined,
          ...(layout.filledDown || first ? strategyCells : [undefined, undefined, undefined, undefined, undefined]),
          `${issue}-${strategy}-${initiative}`, `取組その${initiative}`, good.target, good.action, good.initiativeEffectiveness, `p.${page++}`,
        ]));
        written++;
      }
      page++;
    });
  });
  for (let index = 0; index < layout.notes; index++) rows.push(index % 2 === 0 ? [] : ["※ 資料は別冊のとおり。"]);
  const at = (row: number, column: ColumnId) => ({ row, column: layout.leftColumns + columnIds.indexOf(column) });
  return { rows, initiatives, at, filledDown: layout.filledDown };
}

function headerRows({ header, fullWidthHeader, appendix }: Layout): CellValue[][] {
  const say = (text: string) => (fullWidthHeader ? widen(text) : text);
  const page = `資料${appendix}`;
  if (header === "flat") {
    return [[
      "経営課題", "戦略番号", "めざす成果及び戦略", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", page,
      "取組番号", "具体的取組", "プロセス指標の達成状況(目標)", "プロセス指標の達成状況(取組)", "戦略に対する取組の有効性", page,
    ].map(say)];
  }
  return [
    ["経営課題", "めざす成果及び戦略", , , , , "具体的取組"],
    [, , , "アウトカム指標の\n達成状況", "戦略のアウトカム指標に対する有効性", page, , , "プロセス指標の達成状況", , "戦略に対する取組の有効性", page],
    [, , , , , , , , "目標", "取組"],
  ].map((row) => Array.from(row, (text) => (text === undefined ? undefined : say(text))));
}

/** Full-width digits and brackets, and a space between characters, as in many headers. */
function widen(text: string): string {
  return text
    .replace(/[0-9()]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replace(/目標/, "目　標");
}
