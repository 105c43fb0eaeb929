import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tally } from "../../../src/core/model/tally.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { leftOutLines } from "../../../src/core/summary/left-out.ts";
import { countLeftOut } from "../../../src/core/summary/tally.ts";
import { faultsOf } from "../faults.ts";
import { layOut, layouts, shapes } from "../random-sheet.ts";
import { cleanRows, gridOf, inspectRows, type Cells } from "../sheet.ts";
import { fourStatuses, seed } from "./plan.ts";

/** A tally in the notation of these tests: "outcome: 順調 6, 順調でない 2, ? 0". */
const noted = ({ columns, total }: Tally) =>
  columns.map(({ column, terms }, index) => [`${column}:`, ...terms.map(({ text }, place) => `${text} ${total[index]?.terms[place]},`), `? ${total[index]?.unknown}`].join(" "));

const leftOut = ({ columns }: Tally) => columns.flatMap((column) => column.leftOut.map(({ code, at, term }) => `${column.column} ${code} ${a1(at)}${term === null ? "" : ` ${term}`}`));

const clean = (put: Cells = {}) => inspectRows(cleanRows, put).tally;

describe("the numbers of a sheet", () => {
  it.skipIf(!seed)("of the real evaluation", () => {
    expect(noted(inspectRows(seed ?? []).tally)).toEqual([
      "outcome: 順調 6, 順調でない 2, ? 0",
      "strategyEffectiveness: 有効であり、継続して推進 7, 有効でないため、戦略を見直す 1, ? 0",
      "target: 達成 13, 未達成 2, ? 0",
      "action: 予定どおり実施 14, 予定どおり実施しなかった 1, ? 0",
      "initiativeEffectiveness: 有効であり、継続して推進 15, 有効でないため、取組を見直す 0, ? 0",
    ]);
  });

  it("counts by issue, in any spelling, and tells what it could not judge", () => {
    const tally = clean({ D4: "順調でない", D7: "Ａ", E6: "", I5: "まあまあ", I7: { error: "#N/A" }, J8: 1 });
    const [first, second] = tally.groups;
    expect([first?.code, first?.title, first?.counts]).toEqual(["1", "緑のまち", [1, 2, 3]]);
    expect([first?.statuses[0], second?.statuses[0]]).toEqual([{ terms: [1, 1], unknown: 0 }, { terms: [2, 0], unknown: 0 }]);
    expect(leftOut(tally)).toEqual(["strategyEffectiveness 1-2 E6", "target 1-1-2 I5", "target 2-1-1 I7", "action 2-1-2 J8"]);
  });

  it("has a column that the sheet lacks: nothing of it is judged", () => {
    const without = cleanRows.map((row) => row.filter((_, column) => column !== 10));
    const tally = inspectRows(without).tally;
    expect(tally.total.at(-1)).toEqual({ terms: [0, 0], unknown: 8 });
    expect(leftOut(tally).slice(0, 2)).toEqual(["initiativeEffectiveness 1-1-1 G4", "initiativeEffectiveness 1-1-2 G5"]);
  });

  it("counts a strategy of which nothing stands on the sheet, as the counts do", () => {
    const inspection = inspectRows(cleanRows, { B6: "", C6: "", D6: "", E6: "", F6: "" });
    expect(inspection.findings.map(({ rule }) => rule)).toContain("parent-missing");
    expect([inspection.counts[1], inspection.tally.total[0]]).toEqual([4, { terms: [3, 0], unknown: 1 }]);
    expect(leftOut(inspection.tally).slice(0, 1)).toEqual(["outcome 1-2 D6"]);
  });

  it("puts good terms first, and leaves out one that judges nothing, by name", () => {
    const rows = [
      ["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"],
      ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "−", "", "3頁"],
      ["", "", "", "", "1(1)-2", "橋の補修", "S", "", "4頁"],
    ];
    const tally = inspectRows(rows, {}, fourStatuses).tally;
    expect(noted(tally)).toEqual(["measureGrade: S 0, A 1, B 0, C 0, − 0, ? 0", "projectGrade: S 1, A 0, B 0, C 0, − 1, ? 0"]);
    expect(tally.columns[1]?.terms.map(({ meaning, rank }) => `${meaning}${rank}`)).toEqual(["good0", "good1", "bad0", "bad1", "none0"]);
    expect(leftOut(tally)).toEqual(["projectGrade 1(1)-1 G2 −"]);
  });

  it("names the first ones of very many that are not judged, and counts all", () => {
    const [first = []] = cleanRows.slice(3);
    const rows = Array.from({ length: 300 }, (_, at) => ["", "", "", "", "", "", `1-1-${at + 2}`, "公園の整備", at % 100 === 99 ? "" : "調査中", ...first.slice(9)]);
    const inspection = inspectRows([...cleanRows.slice(0, 4), ...rows]);
    const column = inspection.tally.columns.findIndex((one) => one.column === "target");
    const { leftOut: named, terms = [] } = inspection.tally.columns[column] ?? {};
    expect([named?.length, named?.[0]?.code, named?.at(-1)?.code]).toEqual([200, "1-1-2", "1-1-201"]);
    expect(countLeftOut({ terms }, inspection.tally.total[column] ?? { terms: [], unknown: 0 })).toBe(300);
    const lines = leftOutLines([{ name: "緑区", file: "緑区.xlsx", inspection }], { language: "ja", form: osakaWard, day: { year: 2026, month: 1, day: 5 } });
    expect(lines[0]).toBe("プロセス指標の達成状況（目標）：具体的取組301件のうち判定あり1件、除いたもの300件");
    expect([lines[1]?.slice(0, 13), lines.at(-1)?.endsWith("ほか100件")]).toEqual(["　未記入・不明 300件：", true]);
  });

  it("adds up to the blocks of the sheet, whatever is wrong on it", () => {
    const faulty = fc.tuple(shapes, layouts).chain(([shape, layout]) => {
      const sheet = layOut(shape, layout);
      return fc.record({ sheet: fc.constant(sheet), faults: fc.array(faultsOf(sheet), { maxLength: 6 }) });
    });
    fc.assert(
      fc.property(faulty, ({ sheet, faults }) => {
        const rows = sheet.rows.map((row) => [...row]);
        for (const { at, value } of faults.flatMap(({ put }) => put)) (rows[at.row] ??= [])[at.column] = value;
        const inspection = inspect(gridOf(rows), osakaWard);
        if (!inspection) return;
        const { counts, tally } = inspection;
        expect(tally.groups).toHaveLength(counts[0] ?? 0);
        tally.columns.forEach(({ depth, leftOut: left, terms }, index) => {
          const all = [tally.total[index], ...tally.groups.map(({ statuses }) => statuses[index])].map((count) => [...(count?.terms ?? []), count?.unknown ?? 0]);
          const [total = [], ...issues] = all;
          expect(total).toHaveLength(terms.length + 1);
          expect(total.reduce((sum, count) => sum + count, 0)).toBe(counts[depth]);
          expect(total.map((_, place) => issues.reduce((sum, counts) => sum + (counts[place] ?? 0), 0))).toEqual(total);
          expect(left).toHaveLength(total.at(-1) ?? 0);
        });
      }),
      { numRuns: 100 },
    );
  });
});
