import { codeFact, defineRule } from "./rule.ts";

export const initiativeMissing = defineRule({
  id: "initiative-missing",
  severity: "warning",
  about: {
    ja: {
      title: "取組のない戦略",
      why: "取組がないと、戦略をどう進めたのか評価できません。",
      how: "取組の行を加えるか、戦略の行が要るか確かめてください。",
      example: "戦略1-2の下に取組が一つもありません。",
    },
    en: {
      title: "A strategy without initiatives",
      why: "Without an initiative nobody can judge how the strategy was carried out.",
      how: "Add the initiatives, or see whether the strategy's row is needed.",
      example: "No initiative stands under the strategy 1-2.",
    },
  },
  messages: {
    missing: {
      ja: "{level}{code}の取組が一つもありません。",
      en: "The {level} {code} has no initiative.",
    },
  },
  check(evaluation, report) {
    if (evaluation.columns("initiative").length === 0) return;
    for (const strategy of evaluation.strategies) {
      if (strategy.missing || strategy.initiatives.length > 0) continue;
      report("missing", {
        at: evaluation.codeAt(strategy),
        node: strategy,
        facts: { level: { level: "strategy" }, code: codeFact(evaluation, strategy.code ?? strategy.expectedCode) },
      });
    }
  },
});
