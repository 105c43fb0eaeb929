import { contradictions } from "./contradictions.ts";
import { defineRule } from "./rule.ts";

export const outcomeEffectiveness = defineRule({
  id: "outcome-effectiveness",
  severity: "info",
  about: {
    ja: {
      title: "成果と有効性の食い違い",
      why: "成果が出ているのに戦略が有効でないとする理由が、読み手に伝わりません。",
      how: "どちらかの評価が違っていないか確かめてください。理由があればそのままで構いません。",
      example: "アウトカム指標が「順調」なのに、「有効でないため、戦略を見直す」とあります。",
    },
    en: {
      title: "Outcome against effectiveness",
      why: "The reader wonders why a strategy that reached its outcome is not effective.",
      how: "Look at both statuses again; leave them if there is a reason.",
      example: "The outcome is 順調, yet the strategy is said to be 有効でない.",
    },
  },
  messages: {
    contradiction: {
      ja: "「{other}」は{otherFound}ですが、「{column}」は{found}です。",
      en: "“{other}” says {otherFound}, yet “{column}” says {found}.",
    },
  },
  check(evaluation, report) {
    for (const found of contradictions(evaluation, "outcome", "effectiveness")) report("contradiction", found);
  },
});
