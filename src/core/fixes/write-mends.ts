import { a1 } from "../model/address.ts";
import { Refusal, type RefusalCode } from "../model/refusal.ts";
import type { Mend } from "./mends.ts";

/** A mend that the workbook does not take, such as one of a formula; the refusal names its cells. */
export interface LeftMend {
  readonly mend: Mend;
  readonly refusal: Refusal;
}

/** What became of mends. `done` is undefined where none was left to write. */
export interface WrittenMends<Done> {
  readonly done: Done | undefined;
  readonly left: readonly LeftMend[];
}

/** Refusals that name cells: the other mends can still be made. */
const ofCells: ReadonlySet<RefusalCode> = new Set(["formula", "covered", "too-long", "reads-as-formula", "no-such-letter"]);

/**
 * Writes mends all at once, and where the workbook refuses cells of some, the others without those.
 * @param write writes all of them or none. @throws {Refusal} of more than single cells
 */
export async function writeMends<Done>(mends: readonly Mend[], write: (mends: readonly Mend[]) => Promise<Done>): Promise<WrittenMends<Done>> {
  let rest = mends;
  const left: LeftMend[] = [];
  while (rest.length > 0) {
    try {
      return { done: await write(rest), left };
    } catch (error) {
      const refused = error instanceof Refusal && ofCells.has(error.code) ? refusedBy(error, rest) : [];
      if (refused.length === 0) throw error;
      left.push(...refused);
      const gone = new Set(refused.map(({ mend }) => mend));
      rest = rest.filter((mend) => !gone.has(mend));
    }
  }
  return { done: undefined, left };
}

/** The mends with a cell that a refusal names. */
function refusedBy({ code, detail }: Refusal, mends: readonly Mend[]): readonly LeftMend[] {
  const named = new Set(detail.split(" "));
  return mends.flatMap((mend) => {
    const cells = mend.edits.map(({ at }) => a1(at)).filter((cell) => named.has(cell));
    return cells.length === 0 ? [] : [{ mend, refusal: new Refusal(code, cells.join(" ")) }];
  });
}
