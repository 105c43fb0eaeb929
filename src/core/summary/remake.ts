import type { DeleteSheet, MadeSheet, WriteSheet } from "../model/changes.ts";
import type { FormChoice } from "../form/known.ts";
import type { Grid } from "../model/grid.ts";
import type { FoundOwnSheet, SheetPlan } from "../model/sheet-plan.ts";
import { findBestTable } from "../table/find.ts";
import type { Language } from "../wording/language.ts";
import { carryOverNotes } from "./carry.ts";
import { listedIn, ownerIn, ownerOfPlan } from "./notes.ts";
import { fingerprintOfGrid } from "./fingerprint.ts";

/**
 * Why a sheet of ours is not simply replaced. unproven: only the document says that it is ours; edited: somebody changed more than the evaluator's columns; additions: it bears
 * something that is not ours; other-office: it was made for another office, or this one was renamed; notes-not-found: the
 * headers of the evaluator's columns are gone, so that replacing it would lose what stands there; evaluation: it holds an
 * evaluation table, so that it is none of ours.
 */
export type RemakeDoubt = "evaluation" | "unproven" | "edited" | "additions" | "other-office" | "notes-not-found";

/** The sheet of ours that a new one takes the place of. */
export interface Predecessor {
  readonly plan: SheetPlan;
  readonly found: FoundOwnSheet;
  /** Empty where it can be replaced without asking. */
  readonly doubts: readonly RemakeDoubt[];
}

/** What to do about sheets in doubt: replace them all the same, or make all sheets beside the earlier ones. */
export type Decision = "overwrite" | "another";

type Grids = ReadonlyMap<string, Grid>;

/** The sheets of ours that a workbook has, as they were read. */
export interface EarlierSheets {
  readonly found: readonly FoundOwnSheet[];
  /** By sheet id. */
  readonly grids: Grids;
  /** Ids of those that hold an evaluation table: they are not ours, whatever they are signed with. */
  readonly evaluations: ReadonlySet<string>;
}

/** Doubts with which a sheet is never replaced, whatever is decided. */
const keeping: readonly RemakeDoubt[] = ["evaluation", "notes-not-found"];

/** Reads a workbook's summary sheets, and finds out which of them hold an evaluation table. @throws {Refusal} what the port `read` refuses */
export async function readEarlier(workbook: { ownSheets(): Promise<readonly FoundOwnSheet[]>; read(sheetId: string): Promise<Grid> }, forms: FormChoice): Promise<EarlierSheets> {
  const found = (await workbook.ownSheets()).filter(({ own }) => own !== "choices");
  const grids = new Map<string, Grid>();
  for (const { sheet } of found) grids.set(sheet, await workbook.read(sheet));
  const evaluations = [...grids].filter(([, grid]) => findBestTable(grid, forms));
  return { found, grids, evaluations: new Set(evaluations.map(([sheet]) => sheet)) };
}

/**
 * For each plan the earlier sheet of its kind, the one for the same office where there are several, the last one of those.
 * Plans without one are not in it; nor are sheets that were not read.
 */
export function predecessorsOf(plans: readonly SheetPlan[], { found, grids, evaluations }: EarlierSheets): readonly Predecessor[] {
  return plans.flatMap((plan) => {
    const owner = ownerOfPlan(plan);
    const known = found.flatMap((sheet) => {
      const grid = grids.get(sheet.sheet);
      return sheet.own === plan.own && grid ? [{ found: sheet, grid, isSame: ownerIn(grid) === owner, isEvaluation: evaluations.has(sheet.sheet) }] : [];
    });
    const summaries = known.filter(({ isEvaluation }) => !isEvaluation);
    const one = summaries.findLast(({ isSame }) => isSame) ?? summaries.at(-1) ?? known.at(-1);
    return one ? [{ plan, found: one.found, doubts: one.isEvaluation ? ["evaluation"] : doubtsOf(one.found, one.grid, one.isSame) }] : [];
  });
}

function doubtsOf({ own, fingerprint, hasAdditions, isUnproven }: FoundOwnSheet, grid: Grid, isSame: boolean): readonly RemakeDoubt[] {
  const doubts: readonly (readonly [RemakeDoubt, boolean])[] = [
    ["unproven", isUnproven === true],
    ["edited", fingerprintOfGrid(grid) !== fingerprint],
    ["additions", hasAdditions],
    ["other-office", !isSame],
    ["notes-not-found", own === "review" && listedIn(grid) === undefined],
  ];
  return doubts.flatMap(([doubt, is]) => (is ? [doubt] : []));
}

/**
 * The changes that make the sheets, in their order. What the evaluator wrote in an earlier list is carried into the new one,
 * whatever the decision. A sheet whose notes cannot be found is never replaced, nor is one that holds an evaluation table.
 * @param after the sheet to stand behind
 */
export function summaryChanges(
  plans: readonly SheetPlan[],
  earlier: EarlierSheets,
  { decision, after, language }: { readonly decision: Decision; readonly after: string | undefined; readonly language: Language },
): readonly WriteSheet[] {
  const predecessors = new Map(predecessorsOf(plans, earlier).map((one) => [one.plan, one]));
  return plans.map((plan) => {
    const one = predecessors.get(plan);
    const grid = one && earlier.grids.get(one.found.sheet);
    const listed = grid && plan.own === "review" ? listedIn(grid) : undefined;
    const isReplaced = one && decision === "overwrite" && !one.doubts.some((doubt) => keeping.includes(doubt));
    return { kind: "write-sheet", plan: listed ? carryOverNotes(plan, listed, language) : plan, replaces: isReplaced ? one.found.sheet : undefined, after };
  });
}

/** Takes away what was just made. */
export function deleteMade(made: readonly MadeSheet[]): readonly DeleteSheet[] {
  return made.map(({ sheet }) => ({ kind: "delete-sheet", sheet }));
}
