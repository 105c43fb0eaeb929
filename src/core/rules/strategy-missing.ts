import { codeFact, defineRule } from "./rule.ts";

export const strategyMissing = defineRule({
  id: "strategy-missing",
  severity: "error",
  about: {
    ja: {
      title: "戦略がない",
      why: "取組がどの戦略のためのものか分からず、戦略の評価も抜けます。",
      how: "この行の戦略の欄に、番号・内容・評価を入れるか、取組の番号を直してください。",
      example: "取組1-2-1があるのに、戦略1-2がどこにもありません。",
    },
    en: {
      title: "A strategy is missing",
      why: "Nobody can see which strategy the initiatives serve, and its evaluation is lost.",
      how: "Fill in the strategy on this row, or correct the codes of the initiatives.",
      example: "The initiative 1-2-1 is there, yet no strategy 1-2.",
    },
  },
  messages: {
    missing: {
      ja: "{level}{code}がありません。この行からの取組は{code}のものです。",
      en: "There is no {level} {code}, though the initiatives from this row on belong to it.",
    },
  },
  check(evaluation, report) {
    if (evaluation.columns("strategy").length === 0) return;
    for (const strategy of evaluation.strategies) {
      const [first] = strategy.initiatives;
      if (!strategy.missing || !first) continue;
      report("missing", {
        at: evaluation.codeAt(first),
        node: strategy,
        facts: { level: { level: "strategy" }, code: codeFact(evaluation, strategy.expectedCode) },
      });
    }
  },
});
