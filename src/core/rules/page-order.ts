import type { FormColumn } from "../form/schema.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import type { TreeNode } from "../tree/tree.ts";
import { outOfOrder } from "./order.ts";
import { defineRule } from "./rule.ts";

export const pageOrder = defineRule({
  id: "page-order",
  severity: "warning",
  looksAt: ["page"],
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
    if (arePagesOrdered(evaluation)) return;
    const pages: number[] = [];
    const cells: { readonly node: TreeNode; readonly column: FormColumn }[] = [];
    visitPages(evaluation, (page, node, column) => {
      pages.push(page);
      cells.push({ node, column });
    });
    for (const index of outOfOrder(pages, true)) {
      const cell = cells[index];
      const at = cell && evaluation.at(cell.node, cell.column);
      if (at) report("order", { at, node: cell.node, facts: { column: { column: cell.column.id } } });
    }
  },
});

/** True where no page comes before the one above it, as on nearly every sheet: then no list of them is made. */
function arePagesOrdered(evaluation: Evaluation): boolean {
  let before = -Infinity;
  let isOrdered = true;
  visitPages(evaluation, (page) => {
    isOrdered &&= page >= before;
    before = page;
  });
  return isOrdered;
}

/** Visits the readable pages: first those under a node, then its own, then those of the next node. */
function visitPages(evaluation: Evaluation, visit: (page: number, node: TreeNode, column: FormColumn) => void): void {
  const own = Array.from({ length: evaluation.depth }, (_, depth) => {
    const columns = evaluation.columns(depth).filter(({ holds }) => holds === "page");
    return columns.map((column) => ({ column, pageOf: evaluation.values(column).each((value) => evaluation.page(value)?.page) }));
  });
  const open: TreeNode[] = [];
  const closeTo = (depth: number) => {
    for (let node = open.at(-1); node !== undefined && evaluation.depthOf(node) >= depth; node = open.at(-1)) {
      for (const { column, pageOf } of own[evaluation.depthOf(node)] ?? []) {
        const page = evaluation.isMissing(node) ? undefined : pageOf(node);
        if (page !== undefined) visit(page, node, column);
      }
      open.pop();
    }
  };
  for (let node = 0; node < evaluation.tree.size; node++) {
    closeTo(evaluation.depthOf(node));
    open.push(node);
  }
  closeTo(0);
}
