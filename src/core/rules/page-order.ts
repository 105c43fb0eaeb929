import type { CellPlace } from "../grid/address.ts";
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
    },
    en: {
      title: "A page out of order",
      why: "The report goes from a strategy's initiatives to the strategy and on to the next one, so this page is likely a slip.",
      how: "Look the page up in the report.",
    },
  },
  messages: {
    order: {
      ja: "「{column}」の{found}が、前後のページの順序と合いません。",
      en: "“{column}” holds {found}, which does not fit the pages before and after it.",
    },
  },
  check(evaluation, report) {
    const pages = pagesInOrder(evaluation);
    for (const index of outOfOrder(pages.map(({ page }) => page), true)) {
      const found = pages[index];
      if (found) report("order", { at: found.at, node: found.node, facts: { column: { column: found.column } } });
    }
  },
});

interface PageCell {
  readonly node: TreeNode;
  readonly column: string;
  readonly at: CellPlace;
  readonly page: number;
}

/** The readable pages: a strategy's initiatives, then the strategy, then the next strategy's. */
function pagesInOrder(evaluation: Evaluation): readonly PageCell[] {
  const strategyColumns = evaluation.columns("strategy").filter(({ holds }) => holds === "page");
  const initiativeColumns = evaluation.columns("initiative").filter(({ holds }) => holds === "page");
  const cells: PageCell[] = [];
  const add = (node: TreeNode, columns: typeof strategyColumns) => {
    for (const column of columns) {
      const value = evaluation.value(node, column);
      const reading = typeof value === "string" || typeof value === "number" ? evaluation.reader.pages.read(String(value)) : undefined;
      const at = reading && evaluation.at(node, column);
      if (at) cells.push({ node, column: column.id, at, page: reading.page });
    }
  };
  for (const strategy of evaluation.strategies) {
    for (const initiative of strategy.initiatives) add(initiative, initiativeColumns);
    if (!strategy.missing) add(strategy, strategyColumns);
  }
  return cells;
}
