import { codeFact, defineRule } from "./rule.ts";

export const issueMissing = defineRule({
  id: "issue-missing",
  severity: "error",
  about: {
    ja: {
      title: "経営課題がない",
      why: "上の課題に続くものとして数えられ、課題ごとの集計がずれます。",
      how: "この行の課題の欄に、番号と課題名を入れてください。",
      example: "戦略2-1があるのに、経営課題2がどこにもありません。",
    },
    en: {
      title: "A management issue is missing",
      why: "Its strategies would be counted under the issue above.",
      how: "Enter the issue's code and title in this row.",
      example: "The strategy 2-1 is there, yet no management issue 2.",
    },
  },
  messages: {
    missing: {
      ja: "{level}{code}がありません。{first}からの行は{code}のものです。",
      en: "There is no {level} {code}, though the rows from {first} on belong to it.",
    },
  },
  check(evaluation, report) {
    const column = evaluation.reader.codeColumn("issue");
    for (const issue of evaluation.issues) {
      const at = column && evaluation.at(issue, column);
      const [first] = issue.strategies;
      if (!issue.missing || !at || !first) continue;
      const firstAt = evaluation.codeAt(first);
      const facts = { level: { level: "issue" }, code: codeFact(evaluation, issue.expectedCode), first: { cell: firstAt } } as const;
      report("missing", { at, node: issue, facts, related: [firstAt] });
    }
  },
});
