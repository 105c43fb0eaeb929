import type { DeleteSheet, MadeSheet, WriteSheet } from "../model/changes.ts";
import type { FormChoice } from "../form/known.ts";
import type { Grid } from "../model/grid.ts";
import type { FoundOwnSheet, SheetPlan } from "../model/sheet-plan.ts";
import { findBestTable } from "../table/best-table.ts";
import type { Language } from "../wording/language.ts";
import { carryOverNotes } from "./carry.ts";
import { hasOwnTitle } from "./own-title.ts";
import { listedIn, ownerIn, ownerOfPlan } from "./notes.ts";
import { fingerprintOfGrid } from "./fingerprint.ts";

/**
 * Reasons for not replacing a sheet of ours. unproven: only the document says that it is ours; edited: somebody changed more than the evaluator's columns; additions: it has
 * additions that are not ours; other-office: it belongs to another office, or this one was renamed; notes-not-found: the
 * headers of the evaluator's columns are gone, so that notes would be lost; evaluation: it holds an evaluation table, so that it is
 * not ours.
 */
export type RemakeDoubt = "evaluation" | "unproven" | "edited" | "additions" | "other-office" | "notes-not-found";

/** The sheet of ours that a new one replaces. */
export interface Predecessor {
  readonly plan: SheetPlan;
  readonly found: FoundOwnSheet;
  /** Empty where it may be replaced without asking. */
  readonly doubts: readonly RemakeDoubt[];
}

/** The decision about doubtful sheets: replace them, or make all sheets beside the earlier ones. */
export type Decision = "overwrite" | "another";

type Grids = ReadonlyMap<string, Grid>;

/** The sheets of ours in a workbook, as read. */
export interface EarlierSheets {
  readonly found: readonly FoundOwnSheet[];
  /** By sheet id. */
  readonly grids: Grids;
  /** Ids of sheets with an evaluation table: they are not ours, whatever tag they have. */
  readonly evaluations: ReadonlySet<string>;
}

/** Sheets with one of these doubts are never replaced, whatever the decision. */
const keeping: readonly RemakeDoubt[] = ["evaluation", "notes-not-found"];

/** Reads a workbook's summary sheets and checks them for evaluation tables. @throws {Refusal} the codes of the port `read`: sheet-gone, damaged, too-large, cancelled, editing, interrupted */
export async function readEarlier(workbook: { ownSheets(): Promise<readonly FoundOwnSheet[]>; read(sheetId: string): Promise<Grid> }, forms: FormChoice): Promise<EarlierSheets> {
  const found = (await workbook.ownSheets()).filter(({ own }) => own !== "choices");
  const grids = new Map<string, Grid>();
  for (const { sheet } of found) grids.set(sheet, await workbook.read(sheet));
  const evaluations = [...grids].filter(([, grid]) => !hasOwnTitle(grid) && findBestTable(grid, forms));
  return { found, grids, evaluations: new Set(evaluations.map(([sheet]) => sheet)) };
}

/**
 * For each plan the earlier sheet of its kind: of several, the one for the same office, otherwise the last one. Plans
 * without one, and sheets that were not read, are left out.
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
 * The changes that make the sheets, in order. Notes in an earlier list are carried over into the new one,
 * whatever the decision. Sheets whose notes cannot be found, and sheets with an evaluation table, are never replaced.
 * @param after the sheet before the new ones
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

/** Deletes the sheets that were just made. */
export function deleteMade(made: readonly MadeSheet[]): readonly DeleteSheet[] {
  return made.map(({ sheet }) => ({ kind: "delete-sheet", sheet }));
}
