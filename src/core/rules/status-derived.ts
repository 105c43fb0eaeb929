import type { Threshold } from "../form/schema.ts";
import type { CellValue } from "../model/grid.ts";
import type { Evaluation, TreeNode } from "../tree/evaluation.ts";
import { foldWidth } from "../form/fold.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { fixOf } from "./fix-of.ts";
import { defineRule } from "./rule.ts";

export const statusDerived = defineRule({
  id: "status-derived",
  severity: "error",
  about: {
    ja: {
      title: "数値と合わない評価",
      why: "評価は目標と実績の数値から決まるのに、数値のとおりになっていません。",
      how: "数値と評価のどちらが正しいか確かめてください。",
      example: "達成率が92％なのに、評価が「100％以上」のものになっています。",
    },
    en: {
      title: "A grade that its numbers contradict",
      why: "The grade follows from the numbers, yet it is not the one that they give.",
      how: "Find out which of them is right.",
      example: "The rate is 92 %, yet the grade is that of 100 % and more.",
    },
  },
  messages: {
    derived: {
      ja: "「{column}」は{found}ですが、数値（{rate}％）によれば{term}です。",
      en: "“{column}” says {found}, yet by its numbers ({rate} %) it is {term}.",
    },
  },
  check(evaluation, report) {
    for (const threshold of evaluation.reader.form.thresholds ?? []) {
      const depth = depthOfGrade(evaluation, threshold);
      const column = evaluation.columns(depth).find(({ id }) => id === threshold.grade);
      if (!column) continue;
      for (const node of evaluation.nodesOf(depth)) {
        const own = evaluation.term(node, column);
        const at = evaluation.at(node, column);
        const rate = own && own.meaning !== "none" ? rateOf(evaluation, node, threshold) : undefined;
        const expected = rate === undefined ? undefined : termOf(threshold, rate);
        const term = evaluation.reader.status(column.id).termOf(expected ?? "");
        if (!own || !at || rate === undefined || !term || own.text === term.text) continue;
        const cell = { node, column, at, value: evaluation.value(node, column) };
        const facts = { column: { column: column.id }, rate: { number: Math.round(rate * 1000) / 10 }, term: { text: term.text } };
        report("derived", { at, node, facts, fix: fixOf(evaluation, cell, evaluation.writeTerm(column, term), "suggested") });
      }
    }
  },
});

function depthOfGrade({ reader }: Evaluation, { grade }: Threshold): number {
  return reader.form.levels.findIndex((_, depth) => reader.columnsOf(depth).some(({ id }) => id === grade));
}

/** The rate, 1 for 100 %; undefined where numbers are missing. */
function rateOf(evaluation: Evaluation, node: TreeNode, { rate, reached, target }: Threshold): number | undefined {
  if (rate !== undefined) return numberIn(evaluation, node, rate, true);
  const have = reached === undefined ? undefined : numberIn(evaluation, node, reached, false);
  const want = target === undefined ? undefined : numberIn(evaluation, node, target, false);
  return have === undefined || want === undefined || want === 0 ? undefined : have / want;
}

function numberIn(evaluation: Evaluation, node: TreeNode, id: string, isRate: boolean): number | undefined {
  const column = evaluation.reader.form.columns.find((one) => one.id === id);
  return column && numberOf(evaluation.value(node, column), isRate);
}

/** The number of a cell, or of a text such as 1,200人 or 80％. */
function numberOf(value: CellValue, isRate: boolean): number | undefined {
  if (typeof value === "number") return isRate && value > 5 ? value / 100 : value;
  if (typeof value !== "string" || value.length > 40) return undefined;
  const [, digits, percent] = /^([-+]?[0-9][0-9,]*(?:\.[0-9]+)?)(%)?[^0-9]{0,8}$/.exec(withoutSpace(foldWidth(value)).replace(/[−▲△]/g, "-")) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replaceAll(",", ""));
  return percent === undefined && !(isRate && number > 5) ? number : number / 100;
}

/** Compares rates as they are printed, to a tenth of a percent, since 0.1 + 0.2 is not exactly 0.3. */
function termOf({ steps, lowerIsBetter, else: rest }: Threshold, rate: number): string | undefined {
  const rounded = Math.round(rate * 1e6) / 1e6;
  return steps.find(({ from }) => (lowerIsBetter ? rounded <= from : rounded >= from))?.term ?? rest;
}
