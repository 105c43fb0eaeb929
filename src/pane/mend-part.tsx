import { useEffect, type ReactNode } from "react";
import type { Journal } from "../core/fixes/journal.ts";
import type { Mend } from "../core/fixes/mends.ts";
import type { SheetCheck } from "./desk.ts";
import { MendBar, outcomeId } from "./mend-bar.tsx";
import { MendChoice } from "./mend-choice.tsx";
import { MendHistory } from "./mend-history.tsx";
import type { MendState } from "./mend-state.ts";
import type { Mender } from "./mender.ts";
import { useStore } from "./store.ts";

interface MendTopProps {
  readonly mender: Mender;
  readonly sheetId: string;
  readonly check: SheetCheck | null;
}

/** Mending, above the list. */
export function MendTop({ mender, sheetId, check }: MendTopProps) {
  const state = useStore(mender);
  return <MendBar mender={mender} state={state} journal={journalOf(state, sheetId)} safe={safeMends(mender, check)} />;
}

interface MendAreaProps {
  readonly mender: Mender | undefined;
  readonly sheetId: string | undefined;
  readonly check: SheetCheck | null;
  /** The list of findings. */
  readonly children: ReactNode;
}

/** The list of findings, or while something else is asked for, of mends. */
export function MendArea({ mender, sheetId, check, children }: MendAreaProps) {
  return mender && sheetId !== undefined ? <Area mender={mender} sheetId={sheetId} check={check} findings={children} /> : children;
}

function Area({ mender, sheetId, check, findings }: MendTopProps & { readonly findings: ReactNode }) {
  const state = useStore(mender);
  const { outcome } = state;
  useEffect(() => {
    // What had the focus went with its finding, and the list has no other: while the sheet has it, nothing is taken from there.
    if (outcome && document.hasFocus() && document.activeElement === document.body) document.getElementById(outcomeId)?.focus();
  }, [outcome, check]);
  if (state.view === "history") return <MendHistory mender={mender} journal={journalOf(state, sheetId)} busy={state.busy} />;
  if (state.view === "choice" && check) return <MendChoice mender={mender} safe={safeMends(mender, check)} left={state.left} />;
  return findings;
}

function journalOf({ journal }: MendState, sheetId: string): Journal {
  return journal.filter(({ sheet }) => sheet === sheetId);
}

function safeMends(mender: Mender, check: SheetCheck | null): readonly Mend[] {
  return check ? mender.mends(check.inspection.findings).filter(({ safety }) => safety === "safe") : [];
}
