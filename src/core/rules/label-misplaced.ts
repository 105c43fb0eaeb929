import type { CellEdit } from "../model/finding.ts";
import { isBlank } from "../form/reader.ts";
import { cellText } from "../wording/phrase.ts";
import { defineRule, expectedFact, levelFact } from "./rule.ts";

export const labelMisplaced = defineRule({
  id: "label-misplaced",
  severity: "warning",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "項目名の位置",
      why: "項目名より上の行が、前の項目のものとして読まれます。",
      how: "項目名を、その項目の最初の行に移してください。",
      example: "「2 学びのまち」が、2-1の行ではなく2-2の行にあります。",
    },
    en: {
      title: "A label on the wrong row",
      why: "The rows above the label read as if they belonged to the item before.",
      how: "Move the label to the first row of its block.",
      example: "The label of issue 2 stands on the row of 2-2, not on that of 2-1.",
    },
  },
  messages: {
    misplaced: {
      ja: "{level}{code}の欄が{here}にありますが、{code}の最初の行は{first}です。",
      en: "The label of {level} {code} stands at {here}; its block begins at {first}.",
    },
  },
  check(evaluation, report) {
    for (const [node, labels] of evaluation.labelled()) {
      const label = labels.own;
      const column = evaluation.reader.codeColumn(evaluation.depthOf(node));
      const target = column && evaluation.at(node, column);
      if (!label || !target || label.index === evaluation.rowsOf(node).from) continue;
      const present = evaluation.grid.value(target.row, target.column);
      const edits: [CellEdit, CellEdit] = [
        { at: label.at, from: label.value, to: "" },
        { at: target, from: present, to: cellText(label.value) },
      ];
      const facts = { level: levelFact(evaluation, node), code: expectedFact(evaluation, node), here: { cell: label.at }, first: { cell: target } };
      report("misplaced", { at: label.at, node, facts, related: [target], fix: isBlank(present) ? { safety: "safe", edits } : null });
    }
  },
});
