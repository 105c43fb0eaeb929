import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const grades = ["順調", "遅れている", "順調", "概ね順調"];
const rowsFrom = (first: number): Rows => [0, 1, 2, 3].map((step) => [step === 0 ? `施策の名${first}` : "", first + step, `催しの名${first + step}`, grades[step % 4], grades[(step + first) % 4], ""]);
const head = (one: string, other: string): Rows => [["施策", "No.", "事業名", "評価", "", "課題"], ["", "", "", one, other, ""]];

describe("the second storey of a header whose words look like items", () => {
  it.each([
    ["①妥当性", "②効率性"],
    ["（1）妥当性", "（2）効率性"],
    ["1.妥当性", "2.効率性"],
    ["第1四半期", "第2四半期"],
    ["1Q", "2Q"],
    ["(9月末)", "（3月末）"],
  ])("is no row of data, alone or repeated below: %s, %s", (one, other) => {
    for (const between of [undefined, [], [[]]]) {
      const rows = [["令和6年度の評価"], ...head(one, other), ...rowsFrom(1), ...(between ? [...between, ...head(one, other), ...rowsFrom(5)] : [])];
      const inspection = inspect(gridOf(rows), builtInForms, new Map());
      expect(inspection?.findings.map(note)).toEqual([]);
      expect(inspection?.questions.filter(({ id }) => id.startsWith("term:"))).toEqual([]);
      expect(inspection?.counts.at(-1)).toBe(between ? 8 : 4);
    }
  });

  it("is told from a first row of data without its own code", () => {
    const rows = [["No.", "事業名", "評価", "", "課題"], ["", "①催しの名", "順調", "遅れている", "①人手"], ...rowsFrom(2).map(([, ...cells]) => cells)];
    expect(inspect(gridOf(rows), builtInForms, new Map())?.findings.map(note)).toContain("code-format A2");
  });
});
