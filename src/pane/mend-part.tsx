import { useEffect, type ReactNode } from "react";
import type { Journal } from "../core/fixes/journal.ts";
import type { Mend } from "../core/fixes/mends.ts";
import type { SheetCheck } from "./desk.ts";
import { MendBar, openers, outcomeId } from "./mend-bar.tsx";
import { MendChoice } from "./mend-choice.tsx";
import { MendHistory } from "./mend-history.tsx";
import type { MendState } from "./mend-state.ts";
import type { Mender } from "./mender.ts";
import { useStore } from "./store.ts";
import { useWayBack } from "./use-way-back.ts";

interface MendTopProps {
  readonly mender: Mender;
  readonly sheetId: string;
  readonly check: SheetCheck;
}

/** Mending, above the list. `children` is what else can be done about all findings. */
export function MendTop({ mender, sheetId, check, children }: MendTopProps & { readonly children: ReactNode }) {
  const state = useStore(mender);
  return <MendBar mender={mender} state={state} journal={journalOf(state, sheetId)} safe={safeMends(mender, check)}>{children}</MendBar>;
}

/** The list of findings, or while something else is asked for, of mends. `children` is the list of findings. */
export function MendArea({ mender, sheetId, check, children }: MendTopProps & { readonly children: ReactNode }) {
  const state = useStore(mender);
  const { outcome, busy, view } = state;
  useWayBack(view === "choice", openers.choice);
  useWayBack(view === "history", openers.history);
  useEffect(() => {
    // What had the focus went with its finding, and the list has no other: while the sheet has it, nothing is taken from there.
    if (view === "findings" && (outcome || busy) && document.hasFocus() && document.activeElement === document.body) document.getElementById(outcomeId)?.focus();
  }, [outcome, check, busy, view]);
  if (state.view === "history") return <MendHistory mender={mender} journal={journalOf(state, sheetId)} busy={state.busy} />;
  if (state.view === "choice") return <MendChoice mender={mender} safe={safeMends(mender, check)} left={state.left} />;
  return children;
}

function journalOf({ journal }: MendState, sheetId: string): Journal {
  return journal.filter(({ sheet }) => sheet === sheetId);
}

function safeMends(mender: Mender, check: SheetCheck): readonly Mend[] {
  return mender.mends(check.inspection.findings).filter(({ safety }) => safety === "safe");
}
