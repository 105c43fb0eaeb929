import { codeFact, defineRule, levelFact } from "./rule.ts";

export const childrenMissing = defineRule({
  id: "children-missing",
  severity: "warning",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "下の項目がない",
      why: "下の項目がないと、どう進めたのか評価できません。",
      how: "下の項目を加えるか、この項目が要るか確かめてください。",
      example: "戦略1-2の下に取組が一つもありません。",
    },
    en: {
      title: "Nothing stands below",
      why: "Without an item below nobody can judge how it was carried out.",
      how: "Add the items below, or see whether this one is needed.",
      example: "No initiative stands under the strategy 1-2.",
    },
  },
  messages: {
    missing: {
      ja: "{level}{code}の{below}が一つもありません。",
      en: "The {level} {code} has no {below}.",
    },
  },
  check(evaluation, report) {
    for (let depth = 0; depth < evaluation.reader.innermost; depth++) {
      if (evaluation.columns(depth + 1).length === 0 || evaluation.reader.level(depth)?.mayBeEmpty) continue;
      for (const node of evaluation.nodesOf(depth).filter((each) => !evaluation.isMissing(each) && evaluation.depthOf(each + 1) !== depth + 1)) {
        const facts = { level: levelFact(evaluation, node), code: codeFact(evaluation, node), below: { level: depth + 1 } };
        report("missing", { at: evaluation.codeAt(node), node, facts });
      }
    }
  },
});
