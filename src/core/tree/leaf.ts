import type { Writing } from "../form/code.ts";
import type { CellPlace } from "../model/address.ts";
import { plainReading, type CodeReading } from "./code-reading.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";
import { CodeEvidence, noLabels, type BlockLabels, type ItemBlock, type Unit } from "./unit.ts";

const noEvidence = new CodeEvidence();
const noCells: readonly CellPlace[] = [];

/** What all rows of the innermost level share. */
export interface LeafLevel {
  readonly codes: CodeKeys;
  /** The form's own writing of their codes. */
  readonly writing: Writing;
}

/** A row of the innermost level is a block, and at the same time evidence for the level above. Parts common to all are stored once, since there may be very many. */
export class Leaf implements ItemBlock, Unit {
  readonly #level: LeafLevel;
  /** The first of its keys; 0 where it has none. */
  readonly #key: CodeKey;
  /** Undefined for a code in the form's own writing. */
  readonly #reading: CodeReading | undefined;

  constructor(
    readonly from: number,
    level: LeafLevel,
    code: CodeKey | CodeReading,
  ) {
    this.#level = level;
    if (typeof code === "number") {
      this.#key = code;
    } else {
      this.#reading = code;
      this.#key = level.codes.of(code.codes[0] ?? []);
    }
  }

  get plain(): CodeKey {
    return this.#reading ? 0 : this.#key;
  }

  get reading(): CodeReading {
    return this.#reading ?? plainReading(this.#level.codes.code(this.#key), this.#level.writing);
  }

  get keys(): readonly CodeKey[] {
    const count = this.#reading?.codes.length ?? 1;
    return count === 1 ? [this.#key] : this.#level.codes.ofAll(this.reading.codes);
  }

  get named(): CodeKey {
    return this.#level.codes.parent(this.#key);
  }

  get number(): number {
    return this.#level.codes.number(this.#key);
  }

  get to(): number {
    return this.from + 1;
  }

  get cells(): number {
    return this.from;
  }

  get total(): number {
    return this.#key === 0 ? 0 : 1;
  }

  get own(): true {
    return true;
  }

  get gains(): null {
    return null;
  }

  get evidence(): CodeEvidence {
    return noEvidence;
  }

  get readable(): 0 {
    return 0;
  }

  get deviating(): readonly CellPlace[] {
    return noCells;
  }

  get chosen(): undefined {
    return undefined;
  }

  get labels(): BlockLabels {
    return noLabels;
  }
}
