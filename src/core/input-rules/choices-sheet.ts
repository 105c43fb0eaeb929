import type { AddInputRules } from "../model/changes.ts";
import type { TermList } from "../model/term-lists.ts";
import type { Block } from "../model/address.ts";
import type { PlannedCell, SheetPlan } from "../model/sheet-plan.ts";
import { fingerprinted } from "../summary/fingerprint.ts";
import { listFormula, textFormula } from "./record.ts";
import type { InputRulesStep } from "./step.ts";

/** Rows above the first term. */
const head = 3;

/**
 * The hidden sheet that holds the terms and records the cells that use them. A list inside a rule is limited to
 * 255 characters, and a comma in a term would split it (https://xlsxwriter.readthedocs.io/working_with_data_validation.html).
 * The terms are in cells below each other, since two side by side would look like a row of an evaluation.
 * @param sheet name of the sheet whose cells name no other
 */
export function choicesSheet({ lists, texts }: InputRulesStep, { words }: AddInputRules, sheet: string): SheetPlan {
  const terms = [...different(lists)].flatMap(([, each]) => each).map((value): PlannedCell => ({ role: "text", value }));
  const listed = lists.flatMap(({ blocks }) => blocks).map((block): PlannedCell => ({ role: "count", value: block.last.row - block.first.row + 1, formula: listFormula(block.first.sheet?.name ?? sheet, block) }));
  const former = texts.map((text): PlannedCell => ({ role: "count", value: text.format, formula: textFormula(text.block.first.sheet?.name ?? sheet, text) }));
  const rows = Array.from({ length: Math.max(terms.length, listed.length, former.length) }, (_, row) => [terms[row] ?? null, listed[row] ?? null, former[row] ?? null]);
  return fingerprinted({
    own: "choices",
    name: words.name,
    widths: [40, 24, 28],
    rows: [[{ role: "title", value: words.title }], [{ role: "note", value: words.note }], words.headers.map((value) => ({ role: "header", value })), ...rows],
    frozenRows: head,
    repeatedRows: { first: head - 1, last: head - 1 },
    pageBreaks: [],
    filter: null,
    footer: words.title,
    charts: [],
    inputColumns: [],
    isHidden: true,
    fingerprint: "",
  });
}

/** The cells with a list's terms on the choices sheet. */
export function termCells({ lists }: InputRulesStep, terms: TermList["terms"]): Block {
  let row = head;
  for (const [key, each] of different(lists)) {
    if (key === keyOf(terms)) break;
    row += each.length;
  }
  return { first: { row, column: 0 }, last: { row: row + terms.length - 1, column: 0 } };
}

/** The lists of terms; columns with the same terms share one. */
function different(lists: readonly TermList[]): ReadonlyMap<string, TermList["terms"]> {
  return new Map(lists.map(({ terms }) => [keyOf(terms), terms]));
}

function keyOf(terms: TermList["terms"]): string {
  return JSON.stringify(terms);
}
