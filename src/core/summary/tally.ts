import { meanings, type GroupTally, type LeftOut, type StatusCount, type Tally, type TallyColumn, type TallyTerm } from "../model/tally.ts";
import type { FormColumn } from "../form/schema.ts";
import type { Evaluation, TreeNode } from "../tree/evaluation.ts";

/** Further items that are not judged by one term are only counted: nobody reads long lists. */
const mostLeftOut = 200;

/**
 * The numbers of a sheet, for every status column of the form. Every node of a column's level is counted once, including
 * nodes that are not on the sheet: the counts add up to `Inspection.counts`.
 */
export function tallyOf(evaluation: Evaluation): Tally {
  const outermost = evaluation.nodesOf(0);
  const groupOf = groupsOf(evaluation, outermost);
  const columns = evaluation.reader.form.columns.filter(({ holds }) => holds === "status").map((column) => new ColumnCounter(evaluation, column, groupOf, outermost.length));
  const sizes = Array.from({ length: evaluation.depth }, () => new Int32Array(outermost.length));
  for (let node = outermost[0] ?? 0; node < evaluation.tree.size; node++) {
    const counts = sizes[evaluation.depthOf(node)];
    const group = groupOf[node] ?? -1;
    if (counts) counts[group] = (counts[group] ?? 0) + 1;
  }
  const groups = Array.from(outermost, (node, group): GroupTally => {
    return { code: evaluation.codeText(node), title: evaluation.title(node), counts: sizes.map((counts) => counts[group] ?? 0), statuses: columns.map((column) => column.ofGroup(group)) };
  });
  return { columns: columns.map((column) => column.summary()), groups, total: columns.map((column) => column.total()) };
}

/** By node the number of its outermost node; -1 above the first one. */
export function groupsOf({ tree }: Evaluation, outermost: Int32Array): Int32Array {
  const groups = new Int32Array(tree.size).fill(-1);
  outermost.forEach((node, group) => groups.fill(group, node, outermost[group + 1] ?? tree.size));
  return groups;
}

/** Counts the terms of one column, and keeps the items that are not judged. */
export class ColumnCounter {
  readonly #depth: number;
  readonly #terms: readonly TallyTerm[];
  readonly #leftOut: LeftOut[] = [];
  /** By group, then by the place of a term; the last place is for cells without one. */
  readonly #counts: Int32Array;
  readonly #total: Int32Array;
  /** The counts of the group before, which those of the next one often equal. */
  #before: StatusCount = { terms: [], unknown: 0 };

  constructor(
    readonly evaluation: Evaluation,
    readonly column: FormColumn,
    groupOf: Int32Array,
    groups: number,
  ) {
    this.#depth = evaluation.reader.depthOf(column.level);
    this.#terms = termsOf(evaluation, column);
    const none = this.#terms.length;
    const places = new Map(this.#terms.map(({ text }, place) => [text, place]));
    const placeOf = evaluation.byTerm(column, (term) => (term && places.get(term.text)) ?? none);
    const counts = (this.#counts = new Int32Array(groups * (none + 1)));
    const total = (this.#total = new Int32Array(none + 1));
    evaluation.nodesOf(this.#depth).forEach((node) => {
      const group = groupOf[node] ?? -1;
      if (group < 0) return;
      const place = evaluation.isMissing(node) ? none : (placeOf(node) ?? none);
      const at = group * (none + 1) + place;
      counts[at] = (counts[at] ?? 0) + 1;
      const number = (total[place] = (total[place] ?? 0) + 1);
      if (number <= mostLeftOut) this.#leave(node, this.#terms[place]);
    });
  }

  /** @param known counts that are taken where they are equal */
  ofGroup(group: number, known = this.#before): StatusCount {
    const size = this.#total.length;
    return (this.#before = sameOr(known, this.#counts.subarray(group * size, (group + 1) * size)));
  }

  total(): StatusCount {
    return split(this.#total);
  }

  summary(): TallyColumn {
    return { column: this.column.id, depth: this.#depth, terms: this.#terms, leftOut: this.#leftOut };
  }

  /** Keeps a node that is not judged. */
  #leave(node: TreeNode, term: TallyTerm | undefined): void {
    if (term && term.meaning !== "none") return;
    const { evaluation } = this;
    this.#leftOut.push({ code: evaluation.codeText(node), at: evaluation.at(node, this.column) ?? evaluation.codeAt(node), term: term?.text ?? null });
  }
}

/** How many of a column are not judged. */
export function countLeftOut({ terms }: Pick<TallyColumn, "terms">, count: StatusCount): number {
  return terms.reduce((sum, { meaning }, place) => sum + (meaning === "none" ? (count.terms[place] ?? 0) : 0), count.unknown);
}

/** The terms of a status column: good ones first, then bad ones, then terms that do not judge. */
export function termsOf({ reader }: Evaluation, { vocabulary }: FormColumn): readonly TallyTerm[] {
  const terms = new Map(Object.entries(reader.form.vocabularies)).get(vocabulary ?? "") ?? [];
  return meanings.flatMap((meaning) => terms.filter((term) => term.meaning === meaning).map(({ text }, rank) => ({ text, meaning, rank })));
}

/** The earlier counts where they are equal: a sheet may have an outermost item on each row, and nothing else of it. */
function sameOr(before: StatusCount, counts: Int32Array): StatusCount {
  const isSame = counts.every((number, place) => number === (place < counts.length - 1 ? before.terms[place] : before.unknown));
  return isSame ? before : split(counts);
}

/** The last number counts cells without a term. */
function split(counts: Int32Array): StatusCount {
  const terms: number[] = [];
  for (let place = 0; place < counts.length - 1; place++) terms.push(counts[place] ?? 0);
  return { terms, unknown: counts.at(-1) ?? 0 };
}
