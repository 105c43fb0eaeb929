import type { CellEdit } from "../model/finding.ts";
import { isBlank } from "../form/reader.ts";
import { cellText } from "../wording/phrase.ts";
import { codeFact, defineRule } from "./rule.ts";

export const issueMisplaced = defineRule({
  id: "issue-misplaced",
  severity: "warning",
  about: {
    ja: {
      title: "経営課題の位置",
      why: "課題名より上の行が、前の課題のものとして読まれます。",
      how: "課題名を、その課題の最初の行に移してください。",
      example: "「2 学びのまち」が、2-1の行ではなく2-2の行にあります。",
    },
    en: {
      title: "A management issue on the wrong row",
      why: "The rows above the label read as if they belonged to the issue before.",
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
    const column = evaluation.reader.codeColumn("issue");
    for (const issue of evaluation.issues) {
      const target = column && evaluation.at(issue, column);
      const { label } = issue;
      if (!label || !target || label.index === issue.from) continue;
      const present = evaluation.grid.value(target.row, target.column);
      const edits: [CellEdit, CellEdit] = [
        { at: label.at, from: label.value, to: "" },
        { at: target, from: present, to: cellText(label.value) },
      ];
      const facts = { level: { level: "issue" }, code: codeFact(evaluation, issue.expectedCode), here: { cell: label.at }, first: { cell: target } } as const;
      report("misplaced", { at: label.at, node: issue, facts, related: [target], fix: isBlank(present) ? { safety: "safe", edits } : null });
    }
  },
});
