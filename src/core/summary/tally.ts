import type { GroupTally, LeftOut, StatusCount, Tally, TallyColumn, TallyTerm } from "../model/finding.ts";
import type { FormColumn, Term } from "../form/schema.ts";
import type { Evaluation, TreeNode } from "../tree/evaluation.ts";

/** Further items that are not judged by one term are only counted: nobody reads long lists. */
const mostLeftOut = 200;

const meanings: readonly Term["meaning"][] = ["good", "bad", "none"];

/**
 * The numbers of a sheet, for every status column of the form. Every node of a column's level is counted once, including
 * nodes that are not on the sheet: the counts add up to `Inspection.counts`.
 */
export function tallyOf(evaluation: Evaluation): Tally {
  const columns = evaluation.reader.form.columns.filter(({ holds }) => holds === "status").map((column) => new ColumnCounter(evaluation, column));
  const groups = Array.from(evaluation.nodesOf(0), (node) => groupTally(evaluation, node, columns));
  return { columns: columns.map((column) => column.summary()), groups, total: columns.map((column) => column.total()) };
}

function groupTally(evaluation: Evaluation, group: TreeNode, columns: readonly ColumnCounter[]): GroupTally {
  const levels: TreeNode[][] = Array.from({ length: evaluation.depth }, () => []);
  levels[0]?.push(group);
  for (let node = group + 1; node < evaluation.tree.size && evaluation.depthOf(node) > 0; node++) levels[evaluation.depthOf(node)]?.push(node);
  return {
    code: evaluation.codeText(group),
    title: evaluation.title(group),
    counts: levels.map(({ length }) => length),
    statuses: columns.map((column) => column.count(levels[column.depth] ?? [])),
  };
}

/** Counts the terms of one column, and keeps the items that are not judged. */
class ColumnCounter {
  readonly depth: number;
  readonly #terms: readonly TallyTerm[];
  readonly #leftOut: LeftOut[] = [];
  readonly #total: number[];
  /** The counts of the group before, which those of the next one often equal. */
  #before: StatusCount = { terms: [], unknown: 0 };
  /** The places of the terms by their texts. */
  readonly #places: ReadonlyMap<string, number>;

  constructor(
    readonly evaluation: Evaluation,
    readonly column: FormColumn,
  ) {
    this.depth = evaluation.reader.depthOf(column.level);
    this.#terms = termsOf(evaluation, column);
    this.#places = new Map(this.#terms.map(({ text }, place) => [text, place]));
    this.#total = this.#zeros();
  }

  /** The terms of these nodes; they are added to the total. */
  count(nodes: readonly TreeNode[]): StatusCount {
    const counts = this.#zeros();
    for (const node of nodes) {
      const place = this.evaluation.isMissing(node) ? this.#terms.length : this.#placeOf(node);
      counts[place] = (counts[place] ?? 0) + 1;
      this.#total[place] = (this.#total[place] ?? 0) + 1;
      const term = this.#terms[place];
      if ((!term || term.meaning === "none") && (this.#total[place] ?? 0) <= mostLeftOut) this.#leftOut.push(this.#leave(node, term));
    }
    return (this.#before = sameOr(this.#before, split(counts)));
  }

  total(): StatusCount {
    return split(this.#total);
  }

  summary(): TallyColumn {
    return { column: this.column.id, depth: this.depth, terms: this.#terms, leftOut: this.#leftOut };
  }

  #zeros(): number[] {
    return new Array<number>(this.#terms.length + 1).fill(0);
  }

  /** The place of its term; the number of terms where it has none. */
  #placeOf(node: TreeNode): number {
    const term = this.evaluation.term(node, this.column);
    return (term && this.#places.get(term.text)) ?? this.#terms.length;
  }

  #leave(node: TreeNode, term: TallyTerm | undefined): LeftOut {
    const { evaluation } = this;
    return { code: evaluation.codeText(node), at: evaluation.at(node, this.column) ?? evaluation.codeAt(node), term: term?.text ?? null };
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
function sameOr(before: StatusCount, count: StatusCount): StatusCount {
  return before.unknown === count.unknown && count.terms.every((number, place) => number === before.terms[place]) ? before : count;
}

/** The last number counts cells without a term. */
function split(counts: readonly number[]): StatusCount {
  return { terms: counts.slice(0, -1), unknown: counts.at(-1) ?? 0 };
}
