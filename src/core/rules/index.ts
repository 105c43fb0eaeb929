import { columnDoubtful } from "./column-doubtful.ts";
import { columnMissing } from "./column-missing.ts";
import { codeFormat } from "./code-format.ts";
import { codeSpelling } from "./code-spelling.ts";
import { codeDate } from "./code-date.ts";
import { codeDuplicate } from "./code-duplicate.ts";
import { codeParent } from "./code-parent.ts";
import { codeSequence } from "./code-sequence.ts";
import { parentMissing } from "./parent-missing.ts";
import { labelMisplaced } from "./label-misplaced.ts";
import { childrenMissing } from "./children-missing.ts";
import { statusMissing } from "./status-missing.ts";
import { statusSpelling } from "./status-spelling.ts";
import { rowBroken } from "./row-broken.ts";
import { statusColumn } from "./status-column.ts";
import { statusUnknown } from "./status-unknown.ts";
import { pageMissing } from "./page-missing.ts";
import { pageFormat } from "./page-format.ts";
import { pageSpelling } from "./page-spelling.ts";
import { pageOrder } from "./page-order.ts";
import { textMissing } from "./text-missing.ts";
import { textRequired } from "./text-required.ts";
import { cellError } from "./cell-error.ts";
import { textSpacing } from "./text-spacing.ts";
import { notCalculated } from "./not-calculated.ts";
import { textStruck } from "./text-struck.ts";
import { textBroken } from "./text-broken.ts";
import { textLetters } from "./text-letters.ts";
import { titleMissing } from "./title-missing.ts";
import { outcomeEffectiveness } from "./outcome-effectiveness.ts";
import { targetAction } from "./target-action.ts";
import { initiativesOutcome } from "./initiatives-outcome.ts";
import { statusDerived } from "./status-derived.ts";

/** All rules in the order in which findings at one cell are listed. An id is never used again for another rule. */
export const rules = [
  columnMissing,
  columnDoubtful,
  rowBroken,
  codeFormat,
  codeSpelling,
  codeDate,
  codeDuplicate,
  codeParent,
  codeSequence,
  parentMissing,
  labelMisplaced,
  childrenMissing,
  statusMissing,
  statusSpelling,
  statusColumn,
  statusUnknown,
  pageMissing,
  pageFormat,
  pageSpelling,
  pageOrder,
  textMissing,
  textRequired,
  cellError,
  textSpacing,
  titleMissing,
  outcomeEffectiveness,
  targetAction,
  initiativesOutcome,
  statusDerived,
  notCalculated,
  textStruck,
  textBroken,
  textLetters,
] as const;

export type RuleId = (typeof rules)[number]["id"];
