import { defineRule, expectedFact, levelFact } from "./rule.ts";

export const parentMissing = defineRule({
  id: "parent-missing",
  severity: "error",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "上の項目がない",
      why: "下の項目がどれに属するのか分からず、前の項目に続くものとして数えられます。",
      how: "示したところに上の項目の番号と名称を入れるか、下の項目の番号を直してください。",
      example: "戦略2-1があるのに、経営課題2がどこにもありません。",
    },
    en: {
      title: "What stands above is missing",
      why: "Nobody can see where the items below belong; they are counted under the item before.",
      how: "Enter the code and the name at the place shown, or correct the codes below.",
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
    for (let depth = 0; depth < evaluation.reader.innermost; depth++) {
      const [column] = evaluation.columns(depth);
      if (!column) continue;
      const isAtChild = evaluation.reader.level(depth)?.missingAt === "child";
      for (const node of evaluation.nodesOf(depth).filter((each) => evaluation.isMissing(each))) {
        const [first] = evaluation.children(node);
        if (first === undefined) continue;
        const firstAt = evaluation.codeAt(first);
        const at = isAtChild ? firstAt : evaluation.at(node, column);
        if (!at) continue;
        const facts = { level: levelFact(evaluation, node), code: expectedFact(evaluation, node), first: { cell: firstAt } };
        report("missing", { at, node, facts, related: isAtChild ? [] : [firstAt] });
      }
    }
  },
});
