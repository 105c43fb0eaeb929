import type { CellPlace } from "../model/address.ts";
import type { CodeReading } from "./code-reading.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";
import { CodeEvidence, noLabels, type BlockLabels, type ItemBlock, type Unit } from "./unit.ts";

const noEvidence = new CodeEvidence();
const noCells: readonly CellPlace[] = [];

/** A row of the innermost level is a block, and at the same time evidence for the level above. What is the same for all is kept once: there may be very many. */
export class Leaf implements ItemBlock, Unit {
  readonly keys: readonly CodeKey[];
  readonly named: CodeKey;
  readonly number: number;

  constructor(
    readonly from: number,
    readonly reading: CodeReading,
    codes: CodeKeys,
  ) {
    this.keys = codes.ofAll(reading.codes);
    const key = this.keys[0] ?? 0;
    this.named = codes.parent(key);
    this.number = codes.number(key);
  }

  get to(): number {
    return this.from + 1;
  }

  get cells(): number {
    return this.from;
  }

  get total(): number {
    return (this.keys[0] ?? 0) === 0 ? 0 : 1;
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
