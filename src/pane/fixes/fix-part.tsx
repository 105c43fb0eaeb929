import { useEffect, type ReactNode } from "react";
import { entriesOf } from "../../core/fixes/journal.ts";
import { sheetIdsOf } from "../../core/model/card-sheets.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { outcomeId } from "./fix-notices.tsx";
import { outcomeOn } from "../state/fix-state.ts";
import type { FixedSheet, Fixer } from "../state/fixer.ts";
import { useStore } from "../state/store.ts";
import { openers } from "../frame/primary-action.tsx";
import { later } from "../ui/later.tsx";
import { useWayBack } from "../ui/use-way-back.ts";

const FixChoice = later(async () => (await import("./fix-choice.tsx")).FixChoice);
const FixHistory = later(async () => (await import("./fix-history.tsx")).FixHistory);

interface FixAreaProps {
  readonly fixer: Fixer;
  readonly sheet: FixedSheet;
  readonly check: SheetCheck;
  /** True while a newer check is still to be drawn: the focus comes to a finding of that one. */
  readonly isLate: boolean;
  /** The list of findings. */
  readonly children: ReactNode;
}

/** The list of findings, or while something else is asked for, of fixes. */
export function FixArea({ fixer, sheet, check, isLate, children }: FixAreaProps) {
  const state = useStore(fixer);
  const { busy, journal, left, view } = state;
  const outcome = outcomeOn(state, sheet.id);
  useWayBack(view === "choice", openers.choice);
  useWayBack(view === "history", openers.more);
  useEffect(() => {
    // What had the focus went with its finding, and the list has no other: while the sheet has it, nothing is taken from there.
    if (!isLate && view === "findings" && (outcome || busy) && document.hasFocus() && document.activeElement === document.body) document.getElementById(outcomeId)?.focus();
  }, [outcome, check, isLate, busy, view]);
  const { findings } = check.inspection;
  if (view === "history") return <FixHistory fixer={fixer} sheet={sheet.id} journal={entriesOf(journal, sheetIdsOf(check.inspection))} busy={busy} />;
  if (view === "choice") return <FixChoice fixer={fixer} sheet={sheet} safe={fixer.safeFixes(findings)} left={left} />;
  return children;
}
