import type { FormColumn } from "../form/schema.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import type { TreeNode } from "../tree/node.ts";
import { outOfOrder } from "./order.ts";
import { defineRule } from "./rule.ts";

export const pageOrder = defineRule({
  id: "page-order",
  severity: "warning",
  about: {
    ja: {
      title: "ページの順序",
      why: "資料は取組、戦略、次の戦略の順に並ぶため、前後するページは書き誤りと考えられます。",
      how: "資料を開いてページを確かめてください。",
      example: "「p.6」と「p.8」の間に「p.70」とあります。",
    },
    en: {
      title: "A page out of order",
      why: "The report goes from a strategy's initiatives to the strategy and on to the next one, so this page is likely a slip.",
      how: "Look the page up in the report.",
      example: "p.70 stands between p.6 and p.8.",
    },
  },
  messages: {
    order: {
      ja: "「{column}」の{found}が、前後のページの順序と合いません。",
      en: "“{column}” holds {found}, which does not fit the pages before and after it.",
    },
  },
  check(evaluation, report) {
    const { pages, nodes, columns } = pagesInOrder(evaluation);
    if (pages.every((page, index) => index === 0 || page >= (pages[index - 1] ?? 0))) return;
    for (const index of outOfOrder(pages, true)) {
      const node = nodes[index];
      const column = columns[index];
      const at = node && column && evaluation.at(node, column);
      if (at) report("order", { at, node, facts: { column: { column: column.id } } });
    }
  },
});

interface Pages {
  readonly pages: readonly number[];
  /** Whose page it is, and in which column: lists side by side, since nearly all are only counted. */
  readonly nodes: readonly TreeNode[];
  readonly columns: readonly FormColumn[];
}

/** The readable pages: a strategy's initiatives, then the strategy, then the next strategy's. */
function pagesInOrder(evaluation: Evaluation): Pages {
  const strategyColumns = evaluation.columns("strategy").filter(({ holds }) => holds === "page");
  const initiativeColumns = evaluation.columns("initiative").filter(({ holds }) => holds === "page");
  const pages: number[] = [];
  const nodes: TreeNode[] = [];
  const columns: FormColumn[] = [];
  const add = (node: TreeNode, own: readonly FormColumn[]) => {
    for (const column of own) {
      const at = evaluation.at(node, column);
      const page = at && evaluation.page(evaluation.value(node, column), at)?.page;
      if (page === undefined) continue;
      pages.push(page);
      nodes.push(node);
      columns.push(column);
    }
  };
  for (const strategy of evaluation.strategies) {
    for (const initiative of strategy.initiatives) add(initiative, initiativeColumns);
    if (!strategy.missing) add(strategy, strategyColumns);
  }
  return { pages, nodes, columns };
}
