import type { CellPlace } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";
import { absentCode, type CodeReading } from "./code-reading.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";

/** Rows that belong together, and the evidence of their codes for the block of the level above. `from` and `to` count in `table.rows`, `to` is excluded. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** The parent that fits its codes best; 0 where none was read. */
  readonly named: CodeKey;
  /** Its own last number; 0 where none was read. */
  readonly number: number;
  /** Number of wrong codes if no named parent is its parent. */
  readonly total: number;
  /** Number of right codes under each parent; null where `named` has them all. */
  readonly gains: ReadonlyMap<CodeKey, number> | null;
}

/** Number of codes below a block that are right under each parent. Usually all name one parent, and no list is kept. */
export class CodeEvidence {
  #first: CodeKey | undefined;
  #count = 0;
  #others: Map<CodeKey, number> | undefined;

  add(key: CodeKey, gain: number): void {
    if (this.#first === undefined || this.#first === key) {
      this.#first = key;
      this.#count += gain;
    } else {
      this.#others ??= new Map();
      this.#others.set(key, (this.#others.get(key) ?? 0) + gain);
    }
  }

  for(key: CodeKey): number {
    return key === this.#first ? this.#count : (this.#others?.get(key) ?? 0);
  }

  /** The parents that are named. */
  get keys(): readonly CodeKey[] {
    if (this.#first === undefined) return [];
    return this.#others ? [this.#first, ...this.#others.keys()] : [this.#first];
  }

  /** True where all codes name the same parent. */
  get agree(): boolean {
    return this.#others === undefined;
  }
}

/** Number of the unit's codes that are right under this parent. */
export function gainOf({ named, total, gains }: Unit, parent: CodeKey): number {
  return gains ? (gains.get(parent) ?? 0) : parent === named && parent !== 0 ? total : 0;
}

/** A label and its cell. */
export interface LabelCell {
  /** In `table.rows`: the row that it labels. */
  readonly index: number;
  readonly at: CellPlace;
  readonly reading: CodeReading;
  readonly keys: readonly CodeKey[];
  readonly value: CellValue;
}

/** The rows of one item above the innermost level, and the code evidence: its own cell, and the codes below. */
export interface ItemBlock {
  readonly from: number;
  readonly to: number;
  /** The row of its own cells, in `table.rows`. */
  readonly cells: number;
  /** False where it is not on the sheet. */
  readonly own: boolean;
  /** The key of a code in the form's own writing, whose reading can be made again from it; 0 for any other. */
  readonly plain: CodeKey;
  readonly reading: CodeReading;
  /** Possible codes of its own cell: several for a date. */
  readonly keys: readonly CodeKey[];
  readonly evidence: CodeEvidence;
  /** Number of readable codes below. */
  readonly readable: number;
  /** Cells below its first row that differ from it. If the block is filled down they are checked like its own. */
  readonly deviating: readonly CellPlace[];
  /** The code that its labels and the codes below agree on; undefined where its own cells begin the block. */
  readonly chosen: CodeKey | undefined;
  readonly labels: BlockLabels;
}

/** The blocks of one level in sheet order; on the innermost level one for each row. */
export type LevelBlocks = readonly ItemBlock[];

/** The labels inside a block besides its own. */
export interface BlockLabels {
  /** Its own label; undefined where it has none, or its cells are no label. */
  readonly own: LabelCell | undefined;
  /** Labels that repeat it in another writing. */
  readonly repeats: readonly LabelCell[];
  /** Labels that name another block, or have its number with another title. */
  readonly strays: readonly LabelCell[];
}

const noKeys: readonly CodeKey[] = [];
const noCells: readonly CellPlace[] = [];
export const noLabels: BlockLabels = { own: undefined, repeats: [], strays: [] };

/** A block with the evidence of its units. */
export function blockOf(from: number, to: number, units: readonly Unit[], known: Partial<ItemBlock> = {}): ItemBlock {
  const { own = false, reading = absentCode, keys = noKeys, deviating = noCells, chosen } = known;
  const evidence = new CodeEvidence();
  let readable = 0;
  for (const unit of units) {
    readable += unit.total;
    if (unit.gains) for (const [key, gain] of unit.gains) evidence.add(key, gain);
    else if (unit.named !== 0) evidence.add(unit.named, unit.total);
  }
  return { from, to, cells: from, own, plain: 0, reading, keys, evidence, readable, deviating, chosen, labels: noLabels };
}

/** The block with its labels, the first of which has its code. No copy of the whole: each copy would get a shape of its own in memory. */
export function labelled({ from, to, cells, reading, keys, evidence, readable, deviating, chosen }: ItemBlock, own: boolean, labels: BlockLabels): ItemBlock {
  const label = labels.own;
  return { from, to, cells, own, plain: 0, reading: label?.reading ?? reading, keys: label?.keys ?? keys, evidence, readable, deviating, chosen, labels };
}

/** Number of codes to replace if the block has this code; all of them where it is undefined. */
export function costOf({ keys, evidence, readable }: ItemBlock, key: CodeKey | undefined): number {
  const own = keys.length > 0 && (key === undefined || !keys.includes(key)) ? 1 : 0;
  return own + readable - (key === undefined ? 0 : evidence.for(key));
}

/** The codes that the block's cell or the codes below name. */
export function candidatesOf({ keys, evidence }: ItemBlock): readonly CodeKey[] {
  const [key] = keys;
  if (key === undefined) return evidence.keys;
  const named = evidence.keys;
  return keys.length === 1 && evidence.agree && (named.length === 0 || named[0] === key) ? keys : [...new Set([...keys, ...named])];
}

/** The evidence of a block for the level above. */
export function unitOf(block: ItemBlock, codes: CodeKeys): Unit {
  const total = costOf(block, undefined);
  const candidates = candidatesOf(block);
  const [only] = candidates;
  if (only === undefined) return { from: block.from, to: block.to, named: 0, number: 0, total, gains: null };
  if (candidates.length === 1 && costOf(block, only) === 0) return { from: block.from, to: block.to, named: codes.parent(only), number: codes.number(only), total, gains: null };
  const gains = new Map<CodeKey, number>();
  let named = 0;
  let number = 0;
  let most = -1;
  for (const key of candidates) {
    const gain = total - costOf(block, key);
    const parent = codes.parent(key);
    if (gain > (gains.get(parent) ?? -1)) gains.set(parent, gain);
    if (gain > most) {
      most = gain;
      named = parent;
      number = codes.number(key);
    }
  }
  return { from: block.from, to: block.to, named, number, total, gains };
}
