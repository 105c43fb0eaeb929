import { defineRule } from "./rule.ts";

export const initiativesOutcome = defineRule({
  id: "initiatives-outcome",
  severity: "info",
  about: {
    ja: {
      title: "取組と成果の食い違い",
      why: "取組の目標がすべて未達成なのに成果が順調な理由が、読み手に伝わりません。",
      how: "どちらかの評価が違っていないか確かめてください。理由があればそのままで構いません。",
      example: "戦略の取組がすべて「未達成」なのに、アウトカム指標が「順調」となっています。",
    },
    en: {
      title: "Initiatives against outcome",
      why: "The reader wonders why the outcome goes well though no initiative met its target.",
      how: "Look at the statuses again; leave them if there is a reason.",
      example: "Every initiative is 未達成, yet the outcome is 順調.",
    },
  },
  messages: {
    contradiction: {
      ja: "「{column}」は{found}ですが、取組の「{other}」が{number}件すべて目標に届いていません。",
      en: "“{column}” says {found}, yet in all of its {number} initiatives “{other}” says that the target was missed.",
    },
  },
  check(evaluation, report) {
    for (let depth = 0; depth < evaluation.reader.innermost; depth++) {
      const outcome = evaluation.columnFor(depth, "outcome");
      const target = evaluation.columnFor(depth + 1, "target");
      if (!outcome || !target || evaluation.nodesWith(target, ({ meaning }) => meaning === "bad").length === 0) continue;
      for (const node of evaluation.nodesWith(outcome, ({ meaning }) => meaning === "good")) {
        if (evaluation.isMissing(node)) continue;
        const children = evaluation.children(node);
        const at = evaluation.at(node, outcome);
        if (!at || children.length === 0 || !children.every((child) => evaluation.term(child, target)?.meaning === "bad")) continue;
        const related = children.flatMap((child) => evaluation.at(child, target) ?? []);
        const facts = { column: { column: outcome.id }, other: { column: target.id }, number: { number: children.length } };
        report("contradiction", { at, node, facts, related });
      }
    }
  },
});
