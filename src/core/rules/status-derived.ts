import type { Threshold } from "../form/schema.ts";
import type { CellValue } from "../model/grid.ts";
import type { Evaluation, TreeNode } from "../tree/evaluation.ts";
import { gradesBy, rateBy } from "../form/derived.ts";
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
        const rate = own && own.meaning !== "none" ? rateBy(threshold, (id) => valueOf(evaluation, node, id)) : undefined;
        if (!own || !at || rate === undefined) continue;
        const [term, ...others] = gradesBy(threshold, rate).map((grade) => evaluation.reader.status(column.id).termOf(grade ?? ""));
        if (!term || [term, ...others].some((right) => right?.text === own.text)) continue;
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

function valueOf(evaluation: Evaluation, node: TreeNode, id: string): CellValue {
  const column = evaluation.reader.form.columns.find((one) => one.id === id);
  return column && evaluation.value(node, column);
}
