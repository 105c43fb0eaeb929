import { useEffect, type ReactNode } from "react";
import { entriesOf } from "../../core/fixes/journal.ts";
import type { Mend } from "../../core/fixes/mends.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { MendBar, openers, outcomeId } from "./fix-bar.tsx";
import { MendChoice } from "./fix-choice.tsx";
import { MendHistory } from "./fix-history.tsx";
import { outcomeOn } from "../state/fix-state.ts";
import type { MendedSheet, Mender } from "../state/fixer.ts";
import { useStore } from "../state/store.ts";
import { useWayBack } from "../ui/use-way-back.ts";

interface MendTopProps {
  readonly mender: Mender;
  readonly sheet: MendedSheet;
  readonly check: SheetCheck;
}

/** Mending, above the list. `children` is what else can be done about all findings. */
export function MendTop({ mender, sheet, check, children }: MendTopProps & { readonly children: ReactNode }) {
  const state = useStore(mender);
  return <MendBar mender={mender} sheet={sheet.id} state={state} journal={entriesOf(state.journal, sheet.id)} safe={safeMends(mender, check)}>{children}</MendBar>;
}

/** The list of findings, or while something else is asked for, of mends. `children` is the list of findings. */
export function MendArea({ mender, sheet, check, children }: MendTopProps & { readonly children: ReactNode }) {
  const state = useStore(mender);
  const { busy, view } = state;
  const outcome = outcomeOn(state, sheet.id);
  useWayBack(view === "choice", openers.choice);
  useWayBack(view === "history", openers.history);
  useEffect(() => {
    // What had the focus went with its finding, and the list has no other: while the sheet has it, nothing is taken from there.
    if (view === "findings" && (outcome || busy) && document.hasFocus() && document.activeElement === document.body) document.getElementById(outcomeId)?.focus();
  }, [outcome, check, busy, view]);
  if (state.view === "history") return <MendHistory mender={mender} sheet={sheet.id} journal={entriesOf(state.journal, sheet.id)} busy={state.busy} />;
  if (state.view === "choice") return <MendChoice mender={mender} sheet={sheet} safe={safeMends(mender, check)} left={state.left} />;
  return children;
}

function safeMends(mender: Mender, check: SheetCheck): readonly Mend[] {
  return mender.mends(check.inspection.findings).filter(({ safety }) => safety === "safe");
}
