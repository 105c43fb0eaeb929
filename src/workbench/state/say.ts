import { sayCount } from "../../core/wording/counts.ts";
import type { SkippedCells } from "../worker/messages.ts";
import type { StepKind } from "./steps.ts";
import type { WorkbenchTexts } from "./words.ts";

/** A change in a few words. */
export function describeStep(what: StepKind, { steps }: WorkbenchTexts): string {
  return what.kind === "cells" ? steps.cells(what.at, what.count) : steps[what.kind];
}

/** The skipped cells in a few words: the first ones and the reason. */
export function describeSkipped(skipped: readonly SkippedCells[], { skippedWhy }: WorkbenchTexts): string {
  const some = (cells: readonly string[]) => (cells.length > 5 ? `${cells.slice(0, 5).join(" ")} … ${sayCount(cells.length)}` : cells.join(" "));
  return skipped.map(({ code, cells }) => `${some(cells)} (${skippedWhy[code]})`).join(", ");
}
