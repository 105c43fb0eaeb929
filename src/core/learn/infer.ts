import type { Grid } from "../model/grid.ts";
import { keyOf, type Doubt } from "./doubt.ts";
import { readEvidence } from "./evidence.ts";
import { propose, type Proposal } from "./propose.ts";

export { keyOf, type Asked, type Doubt } from "./doubt.ts";
export type { Proposal } from "./propose.ts";

/**
 * Proposes a form for a filled evaluation sheet whose form is not known, its id "learned". Null where the sheet does not
 * count initiatives by a code of three numbers. Linear in the cells.
 */
export function inferForm(grid: Grid): Proposal | null {
  const evidence = readEvidence(grid);
  return evidence ? propose(evidence, new Map()) : null;
}

/**
 * The proposal with one question settled. The answer may settle others too, or raise new ones.
 * @throws {RangeError} for a choice that the question does not offer.
 */
export function answer<D extends Doubt>(proposal: Proposal, doubt: D, choice: D["choices"][number]): Proposal {
  if (!doubt.choices.some((offered) => offered === choice)) throw new RangeError(`no such choice: ${choice}`);
  return propose(proposal.evidence, new Map([...proposal.answers, [keyOf(doubt), choice]]));
}
