import type { Evaluation } from "../tree/evaluation.ts";
import { familiesOf } from "../tree/families.ts";
import type { TreeNode } from "../tree/tree.ts";
import { sequenceFaults, type Place } from "./sequence.ts";
import { misnumbered } from "./misnumbered.ts";
import { codeFact, defineRule, expectedFact } from "./rule.ts";

export const codeSequence = defineRule({
  id: "code-sequence",
  severity: "warning",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "番号の抜け・順序",
      why: "番号が抜けたり前後したりしていると、行が落ちたのか番号の誤りか分かりません。",
      how: "抜けている項目がないか確かめ、番号を順に振り直してください。",
      example: "「1-1-1」の次の行に「1-1-3」とあります。",
    },
    en: {
      title: "A gap in the codes",
      why: "Where a number is left out or out of order, nobody knows whether a row was lost or a code is wrong.",
      how: "Look whether an item is missing, and number the items in order.",
      example: "1-1-3 follows 1-1-1.",
    },
  },
  messages: {
    gap: {
      ja: "番号{code}の前に{expected}がありません。",
      en: "Before the code {code}, {expected} is left out.",
    },
    order: {
      ja: "番号{code}の順序が違います。",
      en: "The code {code} is out of order.",
    },
    number: {
      ja: "番号{code}の順序が違います。下に並ぶ番号によれば、ここは{expected}のはずです。",
      en: "The code {code} is out of order; by the codes below it, {expected} is expected here.",
    },
  },
  check(evaluation, report) {
    const wrong = misnumbered(evaluation);
    for (const siblings of countedFamilies(evaluation)) {
      const skipped = skippedBefore(evaluation, siblings[0] ?? 0);
      if (areInPlace(evaluation, siblings, skipped)) continue;
      for (const node of siblings) {
        if (!wrong.has(node) || evaluation.duplicates().has(node)) continue;
        report("number", { at: evaluation.codeAt(node), node, facts: () => ({ code: codeFact(evaluation, node), expected: expectedFact(evaluation, node) }) });
      }
      for (const { index, leftOut } of sequenceFaults(Array.from(siblings, (node) => placeOf(evaluation, node, skipped)))) {
        const node = siblings[index];
        if (node === undefined) continue;
        const facts = () => {
          const code = evaluation.expectedCode(node) ?? [];
          return { code: codeFact(evaluation, node), expected: codeFact(evaluation, node, [...code.slice(0, -1), (leftOut ?? 0) + skipped]) };
        };
        report(leftOut === undefined ? "order" : "gap", { at: evaluation.codeAt(node), node, facts });
      }
    }
  },
});

/** The nodes whose numbers count from 1, outermost level first. */
function* countedFamilies(evaluation: Evaluation): Generator<Int32Array> {
  for (const [depth, { key }] of evaluation.reader.codes.entries()) if (key !== "given" && key !== "none" && evaluation.reader.codeColumn(depth)) yield* familiesOf(evaluation, depth);
}

/** How many numbers the sheet may leave out before its first one. */
function skippedBefore(evaluation: Evaluation, first: TreeNode): number {
  const allowed = evaluation.reader.level(evaluation.depthOf(first))?.first ?? 1;
  const number = evaluation.number(first);
  return number > 1 && number <= allowed ? number - 1 : 0;
}

/** The usual case: the codes were read and have the expected numbers. */
function areInPlace(evaluation: Evaluation, siblings: Int32Array, skipped: number): boolean {
  for (let index = 0; index < siblings.length; index++) {
    const node = siblings[index] ?? 0;
    if (evaluation.number(node) !== index + skipped + 1 || !evaluation.hasCode(node) || evaluation.isContradicted(node)) return false;
  }
  return true;
}

function placeOf(evaluation: Evaluation, node: TreeNode, skipped: number): Place {
  const duplicate = evaluation.duplicates().has(node);
  const known = evaluation.hasCode(node) && !duplicate && !evaluation.isContradicted(node);
  return { number: known ? evaluation.number(node) - skipped : undefined, duplicate };
}
