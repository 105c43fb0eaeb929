import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, useCallback, useDeferredValue, useRef } from "react";
import { CheckBar } from "./check-bar.tsx";
import { EntryList } from "./entry-list.tsx";
import { KindFilter } from "./kind-filter.tsx";
import { ListBar } from "./list-bar.tsx";
import { LiveRegion } from "./live-region.tsx";
import { MendArea, MendTop } from "./mend-part.tsx";
import { PaneHeader } from "./pane-header.tsx";
import { frontState, type Session } from "./session.ts";
import { SummaryBar } from "./summary-bar.tsx";
import { StateMessage } from "./state-message.tsx";
import type { CheckState } from "./state.ts";
import { useStore } from "./store.ts";
import { useTexts } from "./texts.ts";
import { useEvent } from "./use-event.ts";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  top: {
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    padding: "16px 16px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The task pane: what was read, what was found, and the way to each cell. Knows the desk, not the host. */
export const Pane = memo(function Pane({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const words = useTexts();
  const pane = useRef<HTMLElement>(null);
  const state = useStore(session);
  // A result is drawn in slices, so that a long one does not hold the page up.
  const sheet = useDeferredValue(state.sheet);
  const checkState = useDeferredValue(frontState(state));
  const check = shownCheck(checkState);
  useStepKeys(pane, session);
  return (
    <section ref={pane} className={styles.pane} aria-label={words.pane}>
      <div className={styles.top}>
        <PaneHeader sheet={sheet} check={check} />
        {sheet && <CheckBar session={session} sheetId={sheet.id} state={checkState} />}
        {check && <KindFilter session={session} check={check} filter={state.filter} />}
        {check && <ListBar session={session} grouping={state.grouping} marksShown={state.marksShown} check={check} />}
        {sheet && session.mender && <MendTop mender={session.mender} sheetId={sheet.id} check={check} />}
        {check && session.summarizer && <SummaryBar summarizer={session.summarizer} />}
      </div>
      <MendArea mender={session.mender} sheetId={sheet?.id} check={check}>
        {check && hasEntries(check) ? (
          <EntryList session={session} state={state} check={check} />
        ) : (
          <StateMessage sheet={sheet} state={checkState} />
        )}
      </MendArea>
      <LiveRegion news={state.news} form={session.desk.form} />
    </section>
  );
});

/** A quick check leaves what was there until it is done. */
function shownCheck(state: CheckState) {
  if (state.phase === "checked") return state.check;
  return state.phase === "busy" && !state.slow ? state.before : null;
}

function hasEntries({ inspection }: NonNullable<ReturnType<typeof shownCheck>>): boolean {
  return inspection.findings.length + inspection.marks.length > 0;
}

/** F8 and Shift+F8, wherever in the pane the focus is. */
function useStepKeys(pane: React.RefObject<HTMLElement | null>, session: Session): void {
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      session.step(event.shiftKey ? -1 : 1);
    },
    [session],
  );
  useEvent(pane, "keydown", onKeyDown);
}
