import { sameCode } from "../form/code.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import { misnumbered } from "./misnumbered.ts";
import { codeFact, defineRule, expectedFact } from "./rule.ts";

export const codeParent = defineRule({
  id: "code-parent",
  severity: "error",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "番号の親が違う",
      why: "番号が別の課題や戦略を指しているため、集計で別のところに数えられます。",
      how: "番号を、属する課題・戦略のものに直してください。",
      howInRows: "番号が正しければ、行を正しい位置に移してください。",
      example: "戦略1-2の下に「1-1-3」とあります。",
    },
    en: {
      title: "A code under another parent",
      why: "The code names another issue or strategy, so it would be counted there.",
      how: "Give it the number of what it belongs to.",
      howInRows: "If the code is right, move the row to where it belongs.",
      example: "1-1-3 stands under the strategy 1-2.",
    },
  },
  messages: {
    parent: {
      ja: "番号{code}は{parent}の下にあります。ここは{expected}のはずです。",
      en: "The code {code} stands under {parent}; {expected} is expected here.",
    },
    block: {
      ja: "番号{code}が、下に並ぶ番号と合いません。ここは{expected}のはずです。",
      en: "The code {code} does not agree with the codes below it; {expected} is expected here.",
    },
  },
  check(evaluation, report) {
    const wrong = misnumbered(evaluation);
    for (let node = 0; node < evaluation.tree.size; node++) {
      if (!evaluation.isContradicted(node)) continue;
      const at = evaluation.codeAt(node);
      const facts = () => ({ code: codeFact(evaluation, node), expected: expectedFact(evaluation, node) });
      const parent = evaluation.namedParent(node);
      if (parent !== undefined && evaluation.namesOtherParent(node)) {
        report("parent", { at, node, facts: () => ({ ...facts(), parent: expectedFact(evaluation, parent) }), related: [evaluation.codeAt(parent)] });
      } else if (!evaluation.duplicates().has(node) && !wrong.has(node)) {
        report("block", { at, node, facts });
      }
    }
    for (const { at, node, code } of strayCodes(evaluation)) {
      report("block", { at, node, facts: () => ({ code: codeFact(evaluation, node, code), expected: expectedFact(evaluation, node) }) });
    }
  },
});

/** Codes inside a block that name another one: a label without a block, or one row of a block that is filled down. */
function* strayCodes(evaluation: Evaluation) {
  for (const [node, labels] of evaluation.labelled()) {
    for (const { at, reading, keys } of labels.strays) {
      const [code] = reading.codes;
      if (code && keys[0] !== evaluation.tree.keys[node]) yield { at, node, code };
    }
  }
  yield* deviatingCodes(evaluation);
}

/** Code cells below a block's first row whose code is not the block's. */
function* deviatingCodes(evaluation: Evaluation) {
  for (const { node, at, reading } of evaluation.oddCodes()) {
    const [code] = reading.codes;
    const own = [evaluation.expectedCode(node), evaluation.code(node)];
    const agrees = reading.codes.some((one) => own.some((other) => sameCode(one, other)));
    if (code && !agrees && evaluation.deviating(node).includes(at)) yield { at, node, code };
  }
}
