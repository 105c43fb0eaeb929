import type { CellPlace } from "../model/address.ts";
import type { CodeReading } from "./code-reading.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";
import { CodeEvidence, noLabels, type BlockLabels, type ItemBlock, type Unit } from "./unit.ts";

const noEvidence = new CodeEvidence();
const noCells: readonly CellPlace[] = [];

/** A row of the innermost level is a block, and at the same time evidence for the level above. Parts common to all are stored once, since there may be very many. */
export class Leaf implements ItemBlock, Unit {
  /** The first of its keys; 0 where it has none. */
  readonly #key: CodeKey;
  readonly #codes: CodeKeys;

  constructor(
    readonly from: number,
    readonly reading: CodeReading,
    codes: CodeKeys,
  ) {
    const [first] = reading.codes;
    this.#codes = codes;
    this.#key = first === undefined ? 0 : codes.of(first);
  }

  get keys(): readonly CodeKey[] {
    return this.#codes.ofAll(this.reading.codes);
  }

  get named(): CodeKey {
    return this.#codes.parent(this.#key);
  }

  get number(): number {
    return this.#codes.number(this.#key);
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
