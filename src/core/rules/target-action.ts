import { contradictions } from "./contradictions.ts";
import { defineRule } from "./rule.ts";

export const targetAction = defineRule({
  id: "target-action",
  severity: "info",
  about: {
    ja: {
      title: "目標と取組の食い違い",
      why: "予定どおり実施しなかったのに目標を達成した理由が、読み手に伝わりません。",
      how: "どちらかの評価が違っていないか確かめてください。理由があればそのままで構いません。",
      example: "目標が「達成」なのに、取組が「予定どおり実施しなかった」となっています。",
    },
    en: {
      title: "Target against action",
      why: "The reader wonders how the target was met though the action was not carried out as planned.",
      how: "Look at both statuses again; leave them if there is a reason.",
      example: "The target is 達成, yet the action is 予定どおり実施しなかった.",
    },
  },
  messages: {
    contradiction: {
      ja: "「{other}」は{otherFound}ですが、「{column}」は{found}です。",
      en: "“{other}” says {otherFound}, yet “{column}” says {found}.",
    },
  },
  check(evaluation, report) {
    for (const found of contradictions(evaluation, "target", "action")) report("contradiction", found);
  },
});
