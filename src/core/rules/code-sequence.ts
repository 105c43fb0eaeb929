import type { CellPlace } from "../model/address.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import { namesOtherParent } from "../tree/duplicates.ts";
import type { TreeNode } from "../tree/node.ts";
import { sequenceFaults, type Place } from "./sequence.ts";
import { codeFact, defineRule } from "./rule.ts";

export const codeSequence = defineRule({
  id: "code-sequence",
  severity: "warning",
  about: {
    ja: {
      title: "番号の抜け・順序",
      why: "番号が抜けたり前後したりしていると、行が落ちたのか番号の誤りか分かりません。",
      how: "抜けている行がないか確かめ、番号を順に振り直してください。",
      example: "「1-1-1」の次の行に「1-1-3」とあります。",
    },
    en: {
      title: "A gap in the codes",
      why: "Where a number is left out or out of order, nobody knows whether a row was lost or a code is wrong.",
      how: "Look whether a row is missing, and number the rows in order.",
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
    const duplicates = evaluation.duplicates();
    const wrong = misnumbered(evaluation);
    for (const siblings of families(evaluation)) {
      if (siblings.every(inPlace)) continue;
      const facts = (node: TreeNode) => ({ code: codeFact(evaluation, node.code ?? node.expectedCode) });
      const at = (node: TreeNode): CellPlace => evaluation.codeAt(node);
      for (const node of siblings) {
        if (!wrong.has(node) || duplicates.has(node)) continue;
        report("number", { at: at(node), node, facts: { ...facts(node), expected: codeFact(evaluation, node.expectedCode) } });
      }
      for (const { index, leftOut } of sequenceFaults(siblings.map((node) => placeOf(node, duplicates)))) {
        const node = siblings[index];
        if (!node) continue;
        const expected = codeFact(evaluation, [...node.expectedCode.slice(0, -1), leftOut ?? 0]);
        report(leftOut === undefined ? "order" : "gap", { at: at(node), node, facts: { ...facts(node), expected } });
      }
    }
  },
});

/** The issues and strategies whose number the block below contradicts, and that does not follow the one before either. */
export function misnumbered({ issues }: Pick<Evaluation, "issues">): ReadonlySet<TreeNode> {
  const families: readonly (readonly TreeNode[])[] = [issues, ...issues.map(({ strategies }) => strategies)];
  const follows = (node: TreeNode, before: TreeNode | undefined) => node.code?.at(-1) === (before?.expectedCode.at(-1) ?? 0) + 1;
  const wrong = (node: TreeNode, index: number, siblings: readonly TreeNode[]) =>
    node.contradicted && !namesOtherParent(node) && !follows(node, siblings[index - 1]);
  return new Set(families.flatMap((siblings) => siblings.filter(wrong)));
}

/** The nodes whose numbers count from 1: all issues, the strategies of an issue, the initiatives of a strategy. */
function* families(evaluation: Evaluation): Generator<readonly TreeNode[]> {
  yield evaluation.issues;
  for (const { strategies } of evaluation.issues) yield strategies;
  for (const { initiatives } of evaluation.strategies) yield initiatives;
}

/** The usual case: read, and with the number that its place asks for. */
function inPlace(node: TreeNode, index: number): boolean {
  return node.reading.codes.length > 0 && !node.contradicted && node.expectedCode.at(-1) === index + 1;
}

function placeOf(node: TreeNode, duplicates: ReadonlyMap<TreeNode, TreeNode>): Place {
  const duplicate = duplicates.has(node);
  const known = node.reading.codes.length > 0 && !duplicate && !node.contradicted;
  return { number: known ? node.expectedCode.at(-1) : undefined, duplicate };
}
