import type { FormReader } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { refuseItems } from "../model/item-limit.ts";
import { atOnce } from "../model/pace.ts";
import type { Table } from "../table/find.ts";
import { blocksAlone } from "./blocks-alone.ts";
import { blocksByCells, type RowMarks } from "./blocks.ts";
import type { CodeReading } from "./code-reading.ts";
import { CodeKeys } from "./keys.ts";
import { blocksByLabels } from "./labels.ts";
import { Leaf } from "./leaf.ts";
import { LevelCells } from "./level-cells.ts";
import { sectionsOfCodes } from "./sections.ts";
import { Settler, type Settled } from "./settle.ts";
import { numberTables } from "./tables.ts";
import { unitOf, type BlockLabels, type LevelBlocks } from "./unit.ts";

/** An item of a sheet on any level: its number in the tree, in the order of the sheet, each before those under it. */
export type TreeNode = number;

/** Facts of a node that a column of numbers cannot hold; few nodes have any. */
export interface Special {
  readonly labels: BlockLabels;
  /** Cells below its first row that differ from it. */
  readonly deviating: readonly CellPlace[];
}

/** The evaluation of a sheet as columns of numbers, by node. */
export interface EvaluationTree {
  readonly size: number;
  /** 0 for the outermost level. */
  readonly depths: Uint8Array;
  /** -1 for an outermost node. */
  readonly parents: Int32Array;
  /** Its rows in `table.rows`; `to` is excluded. `cells` is the row of its own cells. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cells: Int32Array;
  /** 1 for an item that rows below it name but that is not on the sheet. */
  readonly missing: Uint8Array;
  /** 1 where the codes around it contradict its code. */
  readonly contradicted: Uint8Array;
  /** The last number of its expected code; 0 on a level without numbers. */
  readonly numbers: Int32Array;
  /** The key of its expected code; 0 where it has none, or no other level names it. */
  readonly keys: Int32Array;
  /** Undefined for the expected code in the form's own writing. */
  readonly readings: readonly (CodeReading | undefined)[];
  /** By node. A list, since on a bad sheet every node has some, and looking each up by a hash takes most of the time. */
  readonly special: readonly (Special | undefined)[];
  /** The nodes of each level, outermost first, in sheet order. */
  readonly byDepth: readonly Int32Array[];
  readonly codes: CodeKeys;
  /** In `table.rows`: where nested codes begin again; empty where they run on. */
  readonly sections: readonly number[];
  /** The table of every outermost item, where the sheet has several of one form. */
  readonly tables: ReadonlyMap<TreeNode, number>;
}

/** Builds the tree of a table. Contradicting codes are settled so that the fewest are wrong. @throws {Refusal} too-large above 300,000 items */
export function buildTree(grid: Grid, table: Table, reader: FormReader): EvaluationTree {
  return atOnce(treeInSteps(grid, table, reader));
}

/** The same in steps, a level each, then what settles and joins them. @throws {Refusal} too-large */
export function* treeInSteps(grid: Grid, table: Table, reader: FormReader): Generator<void, EvaluationTree> {
  const codes = new CodeKeys();
  const levels = reader.form.levels.map((_, depth) => new LevelCells(grid, table, reader, depth));
  const { blocks, sections } = yield* new BlockFinder(table, levels, codes).find();
  yield;
  const settled = new Settler(reader, blocks, codes, table.breaks.map((from) => ({ from })), sections).settle();
  yield;
  return assemble(blocks, settled, codes, table.breaks, sections);
}

class BlockFinder {
  readonly #found: (LevelBlocks | undefined)[];
  readonly #filled: readonly Uint8Array[];
  #leaves: readonly Leaf[] = [];
  #items = 0;
  #sections: readonly number[] = [];

  constructor(
    readonly table: Table,
    readonly levels: readonly LevelCells[],
    readonly codes: CodeKeys,
  ) {
    this.#found = levels.map(() => undefined);
    this.#filled = levels.map((cells, depth) => cells.filledRows(depth === levels.length - 1));
  }

  /** First the levels above all nested codes, the outermost first, then those whose codes name each other, the innermost first, then the others. */
  *find(): Generator<void, { readonly blocks: readonly LevelBlocks[]; readonly sections: readonly number[] }> {
    const innermost = this.levels.length - 1;
    const starts = new Uint8Array(this.table.rows.length + 1);
    const isNested = ({ reader, depth }: LevelCells) => reader.codes[depth]?.key === "nested";
    const [top, bottom] = [this.levels.findIndex(isNested), this.levels.findLastIndex(isNested)];
    this.levels.slice(0, Math.max(0, top)).forEach((_, depth) => this.#findAlone(depth, starts));
    const borders = top === 0 ? [0, ...this.table.breaks] : (this.#found[top - 1] ?? []).map(({ from }) => from);
    this.#sections = sectionsOfCodes(this.levels[bottom], this.#filled[bottom], borders, top === 0 ? undefined : this.levels[top]);
    this.#found[innermost] = this.#leaves = this.#readLeaves(innermost);
    for (let depth = innermost - 1; depth >= 0; depth--) {
      yield;
      const below = childOf(this.levels, depth);
      if (below !== undefined) this.#found[depth] = this.#counted(this.#named(depth, below));
      else if (isNamedAbove(this.levels, depth)) this.#found[depth] = this.#counted(this.#alone(depth, new Uint8Array(this.table.rows.length + 1)));
    }
    this.levels.forEach((_, depth) => this.#findAlone(depth, starts));
    return { blocks: this.#found.map((blocks) => blocks ?? []), sections: this.#sections };
  }

  #findAlone(depth: number, starts: Uint8Array): void {
    const blocks = (this.#found[depth] ??= this.#counted(this.#alone(depth, starts)));
    for (const { from } of blocks) starts[from] = 1;
  }

  #counted(blocks: LevelBlocks): LevelBlocks {
    this.#count(blocks.length);
    return blocks;
  }

  #count(more: number): void {
    refuseItems((this.#items += more));
  }

  #alone(depth: number, outer: Uint8Array): LevelBlocks {
    const cells = this.levels[depth];
    return cells ? blocksAlone(cells, outer, this.#marks(depth), this.codes) : [];
  }

  #readLeaves(depth: number): readonly Leaf[] {
    const cells = this.levels[depth];
    const filled = this.#filled[depth];
    const leaves: Leaf[] = [];
    if (!cells || !filled) return leaves;
    this.#count(filled.reduce((sum, one) => sum + one, 0));
    const level = { codes: this.codes, writing: cells.reader.codes[depth]?.template ?? "" };
    this.table.rows.forEach(({ row, shift }, index) => {
      if (filled[index] !== 1) return;
      const key = cells.plainKey(row, shift, this.codes);
      leaves.push(new Leaf(index, level, key === 0 ? cells.readCode(row, shift) : key));
    });
    return leaves;
  }

  #named(depth: number, below: number): LevelBlocks {
    const cells = this.levels[depth];
    if (!cells) return [];
    const children = this.#found[below] ?? [];
    const units = below === this.levels.length - 1 ? this.#leaves : children.map((block) => unitOf(block, this.codes));
    if (cells.isLabel || cells.code === undefined) {
      // Where levels have rows of their own, the level below may begin on a row further down.
      const begun = new Set(this.table.depths ? units.map(({ from }) => from) : []);
      const inner = this.#marks(depth).below;
      return blocksByLabels(cells, units, this.codes, (index) => (this.table.depths ? begun.has(index) : inner[index] === 1), this.#sections);
    }
    return blocksByCells(cells, units, (at) => children[at]?.keys[0] ?? 0, this.#marks(depth), this.codes, this.#sections);
  }

  #marks(depth: number): RowMarks {
    const size = this.table.rows.length;
    const marks = { own: this.#filled[depth] ?? new Uint8Array(size), below: new Uint8Array(size), above: new Uint8Array(size) };
    this.#filled.forEach((filled, other) => {
      const into = other > depth ? marks.below : other < depth ? marks.above : undefined;
      if (into) for (let index = 0; index < size; index++) if (filled[index] === 1) into[index] = 1;
    });
    return marks;
  }
}

/** The next level whose codes begin with those of this one. */
function childOf(levels: readonly LevelCells[], depth: number): number | undefined {
  const own = levels[depth]?.reader.codes[depth];
  if (own?.key !== "nested") return undefined;
  for (let inner = depth + 1; inner < levels.length; inner++) {
    const code = levels[inner]?.reader.codes[inner];
    if (code?.key === "nested") return code.size === own.size + 1 ? inner : undefined;
  }
  return undefined;
}

/** True for a level whose codes begin with those of one above it. */
function isNamedAbove(levels: readonly LevelCells[], depth: number): boolean {
  return levels.slice(0, depth).some((_, outer) => childOf(levels, outer) === depth);
}

function assemble(blocks: readonly LevelBlocks[], settled: readonly Settled[], codes: CodeKeys, breaks: readonly number[], sections: readonly number[]): EvaluationTree {
  const size = blocks.reduce((sum, level) => sum + level.length, 0);
  const tree = {
    size,
    depths: new Uint8Array(size),
    parents: new Int32Array(size).fill(-1),
    from: new Int32Array(size),
    to: new Int32Array(size),
    cells: new Int32Array(size),
    missing: new Uint8Array(size),
    contradicted: new Uint8Array(size),
    numbers: new Int32Array(size),
    keys: new Int32Array(size),
    readings: new Array<CodeReading | undefined>(size).fill(undefined),
    special: new Array<Special | undefined>(size).fill(undefined),
    byDepth: blocks.map((level) => new Int32Array(level.length)),
    codes,
    sections,
    tables: new Map<TreeNode, number>(),
  };
  const { depths, parents, from, to, cells, missing, contradicted, numbers, keys, readings, special, byDepth } = tree;
  const next = blocks.map(() => 0);
  /** Where the next block of each level begins. */
  const starts = blocks.map((level) => level[0]?.from ?? Infinity);
  const open = blocks.map(() => -1);
  for (let node = 0; node < size; node++) {
    const depth = firstOf(starts);
    const at = next[depth] ?? 0;
    const block = blocks[depth]?.[at];
    if (!block) break;
    const { labels, deviating } = block;
    depths[node] = depth;
    parents[node] = open[depth - 1] ?? -1;
    from[node] = block.from;
    to[node] = block.to;
    cells[node] = labels.own ? block.from : block.cells;
    missing[node] = Number(!block.own);
    const key = settled[depth]?.keys[at] ?? 0;
    numbers[node] = settled[depth]?.numbers[at] ?? 0;
    keys[node] = key;
    if (key === 0 || block.plain !== key) {
      const own = block.keys;
      contradicted[node] = Number(key !== 0 && own.length > 0 && !own.includes(key));
      readings[node] = block.reading;
    }
    const isSpecial = deviating.length > 0 || labels.repeats.length > 0 || labels.strays.length > 0;
    if (labels.own || isSpecial) special[node] = { labels, deviating };
    const level = byDepth[depth];
    if (level) level[at] = node;
    open[depth] = node;
    next[depth] = at + 1;
    starts[depth] = blocks[depth]?.[at + 1]?.from ?? Infinity;
  }
  numberTables(tree, breaks);
  return tree;
}

/** The level of the next node: the one whose next block begins first; of several, the outermost. */
function firstOf(starts: readonly number[]): number {
  let best = 0;
  for (let depth = 1; depth < starts.length; depth++) if ((starts[depth] ?? Infinity) < (starts[best] ?? Infinity)) best = depth;
  return best;
}
