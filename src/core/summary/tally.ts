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
  const outermost = evaluation.nodesOf(0);
  const byDepth = Array.from({ length: evaluation.depth }, (_, depth) => columns.filter((column) => column.depth === depth));
  const groups = Array.from(outermost, (group, index): GroupTally => {
    const counts = byDepth.map(() => 0);
    for (let node = group; node < (outermost[index + 1] ?? evaluation.tree.size); node++) {
      const depth = evaluation.depthOf(node);
      counts[depth] = (counts[depth] ?? 0) + 1;
      for (const column of byDepth[depth] ?? []) column.add(node);
    }
    return { code: evaluation.codeText(group), title: evaluation.title(group), counts, statuses: columns.map((column) => column.close()) };
  });
  return { columns: columns.map((column) => column.summary()), groups, total: columns.map((column) => column.total()) };
}

/** Counts the terms of one column, and keeps the items that are not judged. */
class ColumnCounter {
  readonly depth: number;
  readonly #terms: readonly TallyTerm[];
  readonly #leftOut: LeftOut[] = [];
  readonly #total: number[];
  /** Those of the group that is counted. */
  readonly #counts: number[];
  /** The counts of the group before, which those of the next one often equal. */
  #before: StatusCount = { terms: [], unknown: 0 };
  /** The place of a node's term; the number of terms where it has none. */
  readonly #placeOf: (node: TreeNode) => number | undefined;

  constructor(
    readonly evaluation: Evaluation,
    readonly column: FormColumn,
  ) {
    this.depth = evaluation.reader.depthOf(column.level);
    this.#terms = termsOf(evaluation, column);
    const places = new Map(this.#terms.map(({ text }, place) => [text, place]));
    this.#placeOf = evaluation.byTerm(column, (term) => (term && places.get(term.text)) ?? this.#terms.length);
    this.#total = this.#zeros();
    this.#counts = this.#zeros();
  }

  /** Counts the term of a node of the column's level. */
  add(node: TreeNode): void {
    const place = this.evaluation.isMissing(node) ? this.#terms.length : (this.#placeOf(node) ?? this.#terms.length);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    const total = (this.#total[place] ?? 0) + 1;
    this.#total[place] = total;
    if (total > mostLeftOut) return;
    const term = this.#terms[place];
    if (!term || term.meaning === "none") this.#leftOut.push(this.#leave(node, term));
  }

  /** The counts since the group before. */
  close(): StatusCount {
    this.#before = sameOr(this.#before, this.#counts);
    this.#counts.fill(0);
    return this.#before;
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
function sameOr(before: StatusCount, counts: readonly number[]): StatusCount {
  const isSame = counts.every((number, place) => number === (place < counts.length - 1 ? before.terms[place] : before.unknown));
  return isSame ? before : split(counts);
}

/** The last number counts cells without a term. */
function split(counts: readonly number[]): StatusCount {
  return { terms: counts.slice(0, -1), unknown: counts.at(-1) ?? 0 };
}
