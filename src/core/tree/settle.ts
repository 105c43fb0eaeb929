import type { FormReader } from "../form/reader.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";
import { candidatesOf, costOf, type ItemBlock, type LevelBlocks } from "./unit.ts";

/** The result for every block: by depth, in the order of the blocks. */
export interface Settled {
  readonly numbers: Int32Array;
  readonly keys: Int32Array;
}

/** Finds the expected code of every block, from the outermost level inwards. */
export class Settler {
  constructor(
    readonly reader: FormReader,
    readonly blocks: readonly LevelBlocks[],
    readonly codes: CodeKeys,
    /** The first rows of tables; outermost numbers count from each. */
    readonly tables: readonly { readonly from: number }[],
    /** The rows at which nested codes begin again. */
    readonly sections: readonly number[],
  ) {}

  /** By depth, in the order of the blocks. */
  settle(): readonly Settled[] {
    const settled: Settled[] = [];
    this.blocks.forEach((level, depth) => {
      const code = this.reader.codes[depth];
      const result = { numbers: new Int32Array(level.length), keys: new Int32Array(level.length) };
      settled.push(result);
      if (code?.key === "nested") this.#settleNested(level, depth, settled, result);
      else if (code?.key === "running" || code?.key === "restarting") this.#count(level, code.key === "restarting" ? (this.blocks[depth - 1] ?? this.tables) : [], result);
    });
    return settled;
  }

  #settleNested(level: LevelBlocks, depth: number, settled: readonly Settled[], { numbers, keys }: Settled): void {
    const above = this.#parentDepth(depth);
    const outer = above === undefined ? [] : (this.blocks[above] ?? []);
    const isInnermost = depth === this.blocks.length - 1;
    let at = -1;
    let section = 0;
    let parent: CodeKey | undefined;
    /** The key of the sibling before; 0 where there is none. */
    let before: CodeKey = 0;
    level.forEach((block, index) => {
      while (at + 1 < outer.length && (outer[at + 1]?.from ?? Infinity) <= block.from) {
        at++;
        parent = above === undefined ? undefined : settled[above]?.keys[at];
        before = 0;
      }
      while ((this.sections[section] ?? Infinity) <= block.from) {
        section++;
        before = 0;
      }
      const key = parent === undefined ? this.#alone(block, before, depth, level[index + 1]) : this.#under(block, parent, before, isInnermost);
      keys[index] = key;
      numbers[index] = this.codes.number(key);
      before = key;
    });
  }

  /** The level whose codes this level's begin with; undefined where the form has none. */
  #parentDepth(depth: number): number | undefined {
    const size = this.reader.codes[depth]?.size ?? 0;
    for (let outer = depth - 1; outer >= 0; outer--) {
      const code = this.reader.codes[outer];
      if (code?.key === "nested") return code.size === size - 1 ? outer : undefined;
    }
    return undefined;
  }

  /** The code under its parent: the one from labels and codes below, otherwise the cheapest, otherwise the next one. */
  #under(block: ItemBlock, parent: CodeKey, before: CodeKey, isInnermost: boolean): CodeKey {
    if (isInnermost && block.plain !== 0 && this.codes.parent(block.plain) === parent) return block.plain;
    if (block.chosen !== undefined && block.chosen !== 0 && this.codes.parent(block.chosen) === parent) return block.chosen;
    const candidates = isInnermost ? block.keys : candidatesOf(block);
    const only = candidates[0];
    if (only !== undefined && candidates.length === 1 && this.codes.parent(only) === parent) return only;
    const own = candidates.filter((key) => this.codes.parent(key) === parent);
    const [first] = own;
    if (first !== undefined && (isInnermost || own.length === 1)) return first;
    const next = this.codes.child(parent, this.codes.number(before) + 1);
    return cheapest(block, own, next) ?? next;
  }

  /** A code that no other level's code begins with. A block without its own code follows the one before; so does one that names another parent than both its neighbours. */
  #alone(block: ItemBlock, before: CodeKey, depth: number, after: ItemBlock | undefined): CodeKey {
    const next = before === 0 ? this.#first(depth) : this.#after(before);
    if (block.chosen !== undefined && block.chosen !== 0) return block.chosen;
    const parentNext = this.codes.child(this.#after(this.codes.parent(next)), 1);
    const candidates = candidatesOf(block);
    const between = [next, parentNext].find((key) => after?.keys[0] === this.#after(key) && block.keys.every((own) => this.codes.parent(own) !== this.codes.parent(key)));
    if (between !== undefined && block.readable === 0) return between;
    return cheapest(block, candidates, candidates.includes(next) ? next : parentNext) ?? next;
  }

  #after(key: CodeKey): CodeKey {
    return key === 0 ? 0 : this.codes.child(this.codes.parent(key), this.codes.number(key) + 1);
  }

  #first(depth: number): CodeKey {
    return this.codes.of(new Array<number>(this.reader.codes[depth]?.size ?? 1).fill(1));
  }

  /** Numbers that count from 1: over the sheet, or again under each outer block. An unreadable one is taken for the next. */
  #count(level: LevelBlocks, outer: readonly { readonly from: number }[], { numbers }: Settled): void {
    let at = -1;
    let before = 0;
    level.forEach((block, index) => {
      while (at + 1 < outer.length && (outer[at + 1]?.from ?? Infinity) <= block.from) {
        at++;
        before = 0;
      }
      before = block.reading.codes[0]?.at(-1) ?? before + 1;
      numbers[index] = before;
    });
  }
}

/** The expected code if it is among the cheapest, otherwise the first of these; undefined if there is none. */
function cheapest(block: ItemBlock, candidates: readonly CodeKey[], expected: CodeKey): CodeKey | undefined {
  const least = candidates.reduce((most, key) => Math.min(most, costOf(block, key)), Infinity);
  const best = candidates.filter((key) => costOf(block, key) === least);
  return best.find((key) => key === expected) ?? best[0];
}
