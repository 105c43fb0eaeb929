import type { Code } from "../form/code.ts";

/** A code as one number, to count and compare codes; 0 is the empty code, the parent of all outermost ones. */
export type CodeKey = number;

const step = 100_000;

/** Gives every code a number, its parent's first. */
export class CodeKeys {
  readonly #parents: CodeKey[] = [0];
  readonly #numbers: number[] = [0];
  readonly #known = new Map<number, CodeKey>();
  /** The last requested child of each parent, since the codes of a block are next to each other. */
  readonly #last: CodeKey[] = [0];

  /** The key of a parent's child with this number. */
  child(parent: CodeKey, number: number): CodeKey {
    const last = this.#last[parent] ?? 0;
    if (last !== 0 && this.#numbers[last] === number) return last;
    const pair = parent * step + number;
    let key = this.#known.get(pair);
    if (key === undefined) {
      key = this.#numbers.length;
      this.#known.set(pair, key);
      this.#parents.push(parent);
      this.#numbers.push(number);
      this.#last.push(0);
    }
    this.#last[parent] = key;
    return key;
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
