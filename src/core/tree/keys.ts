import type { Code } from "../form/code.ts";

/** A code as one number, to count and compare codes; 0 is the empty code, the parent of all outermost ones. */
export type CodeKey = number;

/** Gives every code a number, its parent's first. A sheet may have a key for each row, so that none has an object or an entry in a `Map`. */
export class CodeKeys {
  /** How many keys there are; the key 0 is the first. */
  #size = 1;
  #parents = new Int32Array(512);
  #numbers = new Int32Array(512);
  /** Of each parent the child that was asked for last, since the codes of a block are next to each other. */
  #last = new Int32Array(512);
  /** The keys by a hash of parent and number, in the first free slot from there; 0 where it is free. At most half of the slots are taken. */
  #slots = new Int32Array(1024);

  /** The key of a parent's child with this number. */
  child(parent: CodeKey, number: number): CodeKey {
    const last = this.#last[parent] ?? 0;
    if (last !== 0 && this.#numbers[last] === number) return last;
    const key = this.#find(parent, number);
    this.#last[parent] = key;
    return key;
  }

  #find(parent: CodeKey, number: number): CodeKey {
    let slot = this.#slotOf(parent, number);
    for (let key = this.#slots[slot] ?? 0; key !== 0; key = this.#slots[slot] ?? 0) {
      if (this.#parents[key] === parent && this.#numbers[key] === number) return key;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const key = this.#size++;
    this.#parents[key] = parent;
    this.#numbers[key] = number;
    this.#slots[slot] = key;
    if (this.#size === this.#parents.length) this.#grow();
    return key;
  }

  #grow(): void {
    const size = 4 * this.#size;
    this.#parents = widened(this.#parents, size);
    this.#numbers = widened(this.#numbers, size);
    this.#last = widened(this.#last, size);
    const slots = (this.#slots = new Int32Array(2 * size));
    for (let key = 1; key < this.#size; key++) {
      let slot = this.#slotOf(this.parent(key), this.number(key));
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = key;
    }
  }

  #slotOf(parent: CodeKey, number: number): number {
    const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.#slots.length - 1);
  }

  of(code: Code): CodeKey {
    let key = 0;
    for (const number of code) key = this.child(key, number);
    return key;
  }

  ofAll(codes: readonly Code[]): readonly CodeKey[] {
    const [only] = codes;
    return only !== undefined && codes.length === 1 ? [this.of(only)] : codes.map((code) => this.of(code));
  }

  parent(key: CodeKey): CodeKey {
    return this.#parents[key] ?? 0;
  }

  number(key: CodeKey): number {
    return this.#numbers[key] ?? 0;
  }

  code(key: CodeKey): Code {
    const numbers: number[] = [];
    for (let at = key; at !== 0; at = this.parent(at)) numbers.push(this.number(at));
    return numbers.reverse();
  }
}

function widened(list: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
  wider.set(list);
  return wider;
}
