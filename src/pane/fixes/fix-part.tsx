import { useEffect, type ReactNode } from "react";
import { entriesOf } from "../../core/fixes/journal.ts";
import { sheetIdsOf } from "../../core/model/card-sheets.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { FixBar, openers, outcomeId } from "./fix-bar.tsx";
import { FixChoice } from "./fix-choice.tsx";
import { FixHistory } from "./fix-history.tsx";
import { outcomeOn } from "../state/fix-state.ts";
import type { FixedSheet, Fixer } from "../state/fixer.ts";
import { useStore } from "../state/store.ts";
import { useWayBack } from "../ui/use-way-back.ts";

interface FixTopProps {
  readonly fixer: Fixer;
  readonly sheet: FixedSheet;
  readonly check: SheetCheck;
}

/** Fixing, above the list. `children` are other actions on all findings. */
export function FixTop({ fixer, sheet, check, children }: FixTopProps & { readonly children: ReactNode }) {
  const state = useStore(fixer);
  return <FixBar fixer={fixer} sheet={sheet.id} state={state} journal={entriesOf(state.journal, sheetIdsOf(check.inspection))} safe={safeFixes(fixer, check)}>{children}</FixBar>;
}

/** The list of findings, or of fixes on request. `children` is the list of findings. */
export function FixArea({ fixer, sheet, check, children }: FixTopProps & { readonly children: ReactNode }) {
  const state = useStore(fixer);
  const { busy, view } = state;
  const outcome = outcomeOn(state, sheet.id);
  useWayBack(view === "choice", openers.choice);
  useWayBack(view === "history", openers.history);
  useEffect(() => {
    // The focused element vanished with its finding, and the list has no other. If the sheet has the focus, it stays there.
    if (view === "findings" && (outcome || busy) && document.hasFocus() && document.activeElement === document.body) document.getElementById(outcomeId)?.focus();
  }, [outcome, check, busy, view]);
  if (state.view === "history") return <FixHistory fixer={fixer} sheet={sheet.id} journal={entriesOf(state.journal, sheetIdsOf(check.inspection))} busy={state.busy} />;
  if (state.view === "choice") return <FixChoice fixer={fixer} sheet={sheet} safe={safeFixes(fixer, check)} left={state.left} />;
  return children;
}

function safeFixes(fixer: Fixer, check: SheetCheck): readonly FixGroup[] {
  return fixer.fixGroups(check.inspection.findings).filter(({ safety }) => safety === "safe");
}
