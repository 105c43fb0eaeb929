import type { DeleteSheet, MadeSheet, WriteSheet } from "../changes.ts";
import type { Grid } from "../grid/grid.ts";
import type { FoundOwnSheet, SheetPlan } from "../sheet-plan.ts";
import type { Language } from "../wording/language.ts";
import { carryNotes } from "./carry.ts";
import { listedIn, ownerIn, ownerOfPlan } from "./notes.ts";
import { sealOfGrid } from "./seal.ts";

/**
 * Why a sheet of ours is not simply replaced. edited: somebody changed more than the evaluator's columns; additions: it bears
 * something that is not ours; other-office: it was made for another office, or this one was renamed; notes-not-found: the
 * headers of the evaluator's columns are gone, so that replacing it would lose what stands there.
 */
export type Doubt = "edited" | "additions" | "other-office" | "notes-not-found";

/** The sheet of ours that a new one takes the place of. */
export interface Predecessor {
  readonly plan: SheetPlan;
  readonly found: FoundOwnSheet;
  /** Empty where it can be replaced without asking. */
  readonly doubts: readonly Doubt[];
}

/** What to do about sheets in doubt: replace them all the same, or make all sheets beside the earlier ones. */
export type Decision = "overwrite" | "another";

type Grids = ReadonlyMap<string, Grid>;

/**
 * For each plan the earlier sheet of its kind, the one for the same office where there are several, the last one of those.
 * Plans without one are not in it; nor are sheets that were not read.
 * @param grids the found sheets as read, by sheet id
 */
export function predecessorsOf(plans: readonly SheetPlan[], found: readonly FoundOwnSheet[], grids: Grids): readonly Predecessor[] {
  return plans.flatMap((plan) => {
    const owner = ownerOfPlan(plan);
    const known = found.flatMap((sheet) => {
      const grid = grids.get(sheet.sheet);
      return sheet.own === plan.own && grid ? [{ found: sheet, grid, isSame: ownerIn(grid) === owner }] : [];
    });
    const one = known.findLast(({ isSame }) => isSame) ?? known.at(-1);
    return one ? [{ plan, found: one.found, doubts: doubtsOf(one.found, one.grid, one.isSame) }] : [];
  });
}

function doubtsOf({ own, seal, hasAdditions }: FoundOwnSheet, grid: Grid, isSame: boolean): readonly Doubt[] {
  const doubts: readonly (readonly [Doubt, boolean])[] = [
    ["edited", sealOfGrid(grid) !== seal],
    ["additions", hasAdditions],
    ["other-office", !isSame],
    ["notes-not-found", own === "review" && listedIn(grid) === undefined],
  ];
  return doubts.flatMap(([doubt, is]) => (is ? [doubt] : []));
}

/**
 * The changes that make the sheets, in their order. What the evaluator wrote in an earlier list is carried into the new one,
 * whatever the decision. A sheet whose notes cannot be found is never replaced.
 * @param after the sheet to stand behind
 */
export function summaryChanges(
  plans: readonly SheetPlan[],
  found: readonly FoundOwnSheet[],
  grids: Grids,
  { decision, after, language }: { readonly decision: Decision; readonly after: string | undefined; readonly language: Language },
): readonly WriteSheet[] {
  const predecessors = new Map(predecessorsOf(plans, found, grids).map((one) => [one.plan, one]));
  return plans.map((plan) => {
    const earlier = predecessors.get(plan);
    const grid = earlier && grids.get(earlier.found.sheet);
    const listed = grid && plan.own === "review" ? listedIn(grid) : undefined;
    const isReplaced = earlier && decision === "overwrite" && !earlier.doubts.includes("notes-not-found");
    return { kind: "write-sheet", plan: listed ? carryNotes(plan, listed, language) : plan, replaces: isReplaced ? earlier.found.sheet : undefined, after };
  });
}

/** Takes away what was just made. */
export function deleteMade(made: readonly MadeSheet[]): readonly DeleteSheet[] {
  return made.map(({ sheet }) => ({ kind: "delete-sheet", sheet }));
}
