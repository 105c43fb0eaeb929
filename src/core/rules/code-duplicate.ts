import { codeFact, defineRule, expectedFact } from "./rule.ts";

export const codeDuplicate = defineRule({
  id: "code-duplicate",
  severity: "error",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "番号の重複",
      why: "同じ番号が二つあると、集計や照合でどちらか一方が失われます。",
      how: "どちらが正しいか確かめ、一方を正しい番号に直してください。",
      example: "二つの行に「1-1-2」とあります。",
    },
    en: {
      title: "A code used twice",
      why: "Where two blocks have one code, a count or a look-up loses one of them.",
      how: "Find out which one is right, and give the other its own code.",
      example: "Two rows have the code 1-1-2.",
    },
  },
  messages: {
    duplicate: {
      ja: "番号{code}は{other}にもあります。",
      en: "The code {code} is also at {other}.",
    },
  },
  check(evaluation, report) {
    for (const [node, earlier] of evaluation.duplicates()) {
      const other = evaluation.codeAt(earlier);
      const facts = () => ({ code: codeFact(evaluation, node), other: { cell: other } });
      report("duplicate", { at: evaluation.codeAt(node), node, facts, related: [other] });
    }
    for (const [node, labels] of evaluation.labelled()) {
      for (const { at, keys } of labels.strays) {
        if (keys[0] !== evaluation.tree.keys[node]) continue;
        const other = evaluation.codeAt(node);
        report("duplicate", { at, node, facts: () => ({ code: expectedFact(evaluation, node), other: { cell: other } }), related: [other] });
      }
    }
  },
});
